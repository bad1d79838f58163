namespace OneStop.Domain;

/// <summary>
/// 営業日: carries the date on which it opens and runs on past midnight (仕様書 7(2)①(エ): 6:00 to 25:00). A time on it is counted from
/// the midnight of its date, so 24:30 of 28 December is just that and never 0:30 of the 29th.
/// </summary>
public readonly record struct ServiceDay(DateOnly Date)
{
    /// <summary>Until this time an instant still belongs to the day before.</summary>
    public static readonly TimeSpan Begins = TimeSpan.FromHours(6);

    /// <summary>The service day that an instant belongs to.</summary>
    public static ServiceDay Of(DateTimeOffset instant) => new((instant - Begins).JapaneseDate);

    /// <summary>The instant of a time on this day: 24:30 is half an hour after the next midnight.</summary>
    public DateTimeOffset At(TimeSpan time) => JapanTime.At(Date, TimeOnly.MinValue) + time;

    /// <summary>What this day's clock shows at an instant.</summary>
    public TimeSpan TimeOf(DateTimeOffset instant) => instant - At(TimeSpan.Zero);

    public ServiceDay AddDays(int days) => new(Date.AddDays(days));

    /// <summary>12月28日(月)</summary>
    public override string ToString() => JapanTime.Say(Date);

    /// <summary>12月28日(月) 24:30</summary>
    public static string Say(DateTimeOffset instant) => $"{Of(instant)} {SayTime(instant)}";

    /// <summary>24:30, where a clock on the wall shows 0:30.</summary>
    public static string SayTime(DateTimeOffset instant) => SayTime(Of(instant).TimeOf(instant));

    /// <summary>9:00, 24:30</summary>
    public static string SayTime(TimeSpan time) => $"{(int)time.TotalHours}:{time.Minutes:D2}";
}
