namespace OneStop.Domain.Clients.Facts;

/// <summary>
/// 電話しない時間: hours in which nobody may call, on the clock of the service day: 22:00 to 26:00 of a Friday ends on Saturday at 2:00.
/// </summary>
/// <param name="From">The begin as typed; 22:00 once it is stored.</param>
/// <param name="Until">The end, exclusive. One that is not after the begin is of the next morning: 22:00 to 7:00.</param>
/// <param name="Days">The days on which the hours begin; none for every day.</param>
public sealed record NoCallHours(string From, string Until, ValueList<DayOfWeek> Days)
{
    /// <summary>The most spans of a client.</summary>
    public const int Most = 5;

    /// <summary>The most characters of a time.</summary>
    public const int LongestTime = 8;

    /// <summary>A row of the form in which nothing was typed yet.</summary>
    public static NoCallHours Empty { get; } = new("", "", []);

    /// <summary>Whether neither time was typed.</summary>
    internal bool IsEmpty => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(Until);

    /// <summary>Returns the hours as they are stored.</summary>
    /// <exception cref="RuleException">A time is missing or cannot be read, or both are the same.</exception>
    internal NoCallHours Checked()
    {
        if (ServiceDay.ReadAnyTime(From) is not { } from || ServiceDay.ReadAnyTime(Until) is not { } until)
            throw new RuleException("電話しない時間を、22:00や26:00のように入力してください。", nameof(ContactFacts.NoCall));
        if (from == until)
            throw new RuleException("電話しない時間は、始まりと終わりに、ちがう時刻を入れてください。", nameof(ContactFacts.NoCall));
        return new(ServiceDay.SayTime(from), ServiceDay.SayTime(until), [.. Days.Distinct().OrderBy(d => ((int)d + 6) % 7)]);
    }

    /// <summary>Returns the end of the hours if they cover an instant, else null.</summary>
    public DateTimeOffset? EndAt(DateTimeOffset instant)
    {
        if (Span is not var (from, until))
            return null;
        var today = ServiceDay.Of(instant);
        foreach (var day in (ServiceDay[])[today, today.AddDays(-1)])
        {
            if ((Days.Count == 0 || Days.Contains(day.Date.DayOfWeek)) && day.At(from) <= instant && instant < day.At(until))
                return day.At(until);
        }
        return null;
    }

    /// <summary>月火 22:00〜26:00, 毎日 22:00〜翌7:00</summary>
    public override string ToString() =>
        $"{(Days.Count == 0 ? "毎日" : string.Concat(Days.Select(FactWords.Day)))} {From}〜{(IsUntilMorning ? "翌" : "")}{Until}";

    private bool IsUntilMorning => Span is var (_, until) && ServiceDay.SayTime(until) != Until;

    private (TimeSpan From, TimeSpan Until)? Span => ServiceDay.ReadAnyTime(From) is { } from && ServiceDay.ReadAnyTime(Until) is { } until
        ? (from, until > from ? until : until + TimeSpan.FromDays(1))
        : null;
}
