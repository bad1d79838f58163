namespace OneStop.Domain.Conversations;

/// <summary>要注意などの印: who set it, when, and what colleagues are to know.</summary>
public sealed record Mark(DateTimeOffset At, Guid StaffId, string Reason)
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 200;
}

/// <summary>What somebody wishes a flag to say; an empty reason takes it away.</summary>
public sealed record MarkWish(string Reason)
{
    /// <summary>No flag.</summary>
    public static MarkWish None { get; } = new("");

    /// <summary>How a flag stands.</summary>
    public static MarkWish Of(Mark? mark) => mark is null ? None : new(mark.Reason);

    /// <summary>The flag as one person sets it; null if it is taken away.</summary>
    /// <exception cref="RuleException">The reason says nothing, or is too long.</exception>
    public Mark? By(Guid staffId, DateTimeOffset now) => Reason == "" ? null : Reason.Trim() switch
    {
        "" => throw new RuleException("理由を入力してください。", nameof(Reason)),
        { Length: > Mark.LongestReason } => throw new RuleException($"理由は{Mark.LongestReason}文字までです。", nameof(Reason)),
        var reason => new(now, staffId, reason),
    };
}

/// <summary>What colleagues are to know of the person: the last text, by whom and when.</summary>
public sealed record Memo(DateTimeOffset At, Guid StaffId, string Text)
{
    /// <summary>The most characters.</summary>
    public const int Longest = 2000;
}

/// <summary>What somebody wishes the memo to say; empty takes it away.</summary>
public sealed record MemoWish(string Text);

/// <summary>連絡不可の時間帯, every day by the clock in Japan; <paramref name="Until"/> is no longer part of it. 22:00 until 7:00 goes over midnight.</summary>
public sealed record NoContactHours(DateTimeOffset At, Guid StaffId, TimeOnly From, TimeOnly Until)
{
    /// <summary>Must the person be left alone at this instant?</summary>
    public bool Cover(DateTimeOffset instant)
    {
        var time = TimeOnly.FromTimeSpan(instant.InJapan.TimeOfDay);
        return From < Until ? From <= time && time < Until : From <= time || time < Until;
    }

    /// <summary>The first instant after this one at which the person may be written to again.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset instant)
    {
        var end = JapanTime.At(instant.JapaneseDate, Until);
        return end > instant ? end : end.AddDays(1);
    }
}

/// <summary>The hours in which somebody wishes a person to be left alone; none takes them away.</summary>
public sealed record NoContactWish(TimeOnly? From, TimeOnly? Until)
{
    /// <summary>No such hours.</summary>
    public static NoContactWish None { get; } = new(null, null);

    /// <summary>How the hours stand.</summary>
    public static NoContactWish Of(NoContactHours? hours) => new(hours?.From, hours?.Until);

    /// <summary>The hours as one person sets them; null if they are taken away.</summary>
    /// <exception cref="RuleException">They begin when they end, or one of the two is missing.</exception>
    public NoContactHours? By(Guid staffId, DateTimeOffset now) => (From, Until) switch
    {
        (null, null) => null,
        ({ } from, { } until) when from != until => new(now, staffId, from, until),
        _ => throw new RuleException("始まりと終わりに、ちがう時刻を入れてください。", nameof(Until)),
    };
}
