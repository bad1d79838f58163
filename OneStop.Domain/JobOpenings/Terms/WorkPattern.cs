namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>就業時間: a day's work from start to end. An end that is not after the start is on the next morning.</summary>
/// <param name="Start">始業; null while the row is being typed.</param>
/// <param name="End">終業; null while the row is being typed.</param>
/// <param name="BreakMinutes">休憩 in minutes; null if it is not answered.</param>
public sealed record WorkPattern(TimeOnly? Start, TimeOnly? End, int? BreakMinutes)
{
    private const int Day = 24 * 60;

    /// <summary>Whether it passes midnight.</summary>
    public bool PassesMidnight => Start is { } start && End is { } end && end <= start;

    /// <summary>The minute of the day of the start.</summary>
    public int? StartMinute => Minute(Start);

    /// <summary>The minute of the end, counted from the midnight before the start: 25:00 is 1500.</summary>
    public int? EndMinute => Minute(End) + (PassesMidnight ? Day : 0);

    /// <summary>The minutes between start and end without the break; null if one of them is not answered.</summary>
    public int? WorkMinutes => EndMinute - StartMinute - BreakMinutes;

    /// <summary>Whether a minute of it lies in the night.</summary>
    /// <param name="from">The hour at which the night begins.</param>
    /// <param name="to">The hour at which it ends.</param>
    public bool IsAtNight(int from, int to) => StartMinute is { } start && EndMinute is { } end
        && (start < to * 60 || end > from * 60); // what begins before the morning's end, or ends after the evening's begin

    /// <summary>8:30〜17:30（休憩60分）</summary>
    public string InWords => $"{Start:H\\:mm}〜{(PassesMidnight ? "翌" : "")}{End:H\\:mm}（休憩{(BreakMinutes is { } pause ? $"{pause}分" : "未回答")}）";

    internal bool IsEmpty => this is { Start: null, End: null, BreakMinutes: null };

    internal WorkPattern Checked()
    {
        if (Start is null || End is null)
            throw new RuleException("始業と終業の時刻を、両方入力してください。", nameof(HoursTerms.Patterns));
        if (Start == End)
            throw new RuleException("始業と終業が同じ時刻です。", nameof(HoursTerms.Patterns));
        if (BreakMinutes is < 0 || BreakMinutes >= EndMinute - StartMinute)
            throw new RuleException("休憩の分数が、就業時間に合いません。", nameof(HoursTerms.Patterns));
        return this;
    }

    private static int? Minute(TimeOnly? time) => time is { } at ? at.Hour * 60 + at.Minute : null;
}
