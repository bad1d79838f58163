namespace OneStop.Domain;

/// <summary>枠: from its start (inclusive) to its end (exclusive), at most an hour (仕様書 7(2)①(イ)), on quarter hours.</summary>
public sealed record Slot
{
    /// <summary>1回の相談時間は1時間以内.</summary>
    public const int LongestMinutes = 60;

    /// <summary>Minutes of a quarter hour, on which slots begin and end; the database prevents double bookings by quarter hours.</summary>
    public const int Quarter = 15;

    private static readonly string OnQuarters = $"時間は{Quarter}分きざみで選んでください。";

    private static readonly TimeSpan Midnight = TimeSpan.FromHours(24);

    private Slot() { }

    /// <exception cref="RuleException">It is longer than an hour, empty, or not on quarter hours.</exception>
    public Slot(DateTimeOffset start, int minutes)
    {
        CheckLength(minutes);
        if (start.ToUnixTimeSeconds() % (Quarter * 60) != 0)
            throw new RuleException(OnQuarters);
        (Start, End) = (start.ToUniversalTime(), start.ToUniversalTime().AddMinutes(minutes));
    }

    public DateTimeOffset Start { get; private init; }
    public DateTimeOffset End { get; private init; }

    /// <summary>The service day on which it begins: a talk at 24:00 belongs to the evening before midnight.</summary>
    public ServiceDay Day => ServiceDay.Of(Start);

    /// <exception cref="RuleException">It is longer than an hour, or no multiple of a quarter hour.</exception>
    internal static void CheckLength(int minutes)
    {
        if (minutes > LongestMinutes)
            throw new RuleException($"1回の相談は{LongestMinutes}分までです。");
        if (minutes <= 0 || minutes % Quarter != 0)
            throw new RuleException(OnQuarters);
    }

    public bool Overlaps(Slot other) => Start < other.End && other.Start < End;

    /// <summary>12月28日(月) 24:00〜25:00</summary>
    public override string ToString() => $"{Day} {ServiceDay.SayTime(Day.TimeOf(Start))}〜{ServiceDay.SayTime(Day.TimeOf(End))}";

    /// <summary>
    /// The slot for readers who do not know the 25-hour clock: if it reaches midnight, a second line gives the calendar date. 12月28日(月)
    /// 24:00〜25:00（日付は29日の午前0時〜）
    /// </summary>
    public string InEasyWords => Day.TimeOf(End) < Midnight ? ToString()
        : Day.TimeOf(Start) >= Midnight ? $"{this}\n（日付は{SayAfterMidnight(Start)}〜）"
        : $"{this}\n（終わりは{SayAfterMidnight(End)}）";

    /// <summary>Returns 29日の午前0時30分, with the month if it is another one: 11月1日の午前0時.</summary>
    private string SayAfterMidnight(DateTimeOffset instant)
    {
        var at = instant.InJapan;
        return $"{(at.Month == Day.Date.Month ? "" : $"{at.Month}月")}{at.Day}日の午前{at.Hour}時{(at.Minute == 0 ? "" : $"{at.Minute}分")}";
    }
}
