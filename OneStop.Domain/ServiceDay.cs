using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain;

/// <summary>
/// 営業日: named by the date on which it begins, and running on past midnight (仕様書 7(2)①(エ): 6:00 to 25:00). Times are counted from the midnight
/// of its date, so 24:30 of 28 December is not 0:30 of the 29th.
/// </summary>
public readonly partial record struct ServiceDay(DateOnly Date)
{
    /// <summary>The time before which an instant belongs to the previous service day.</summary>
    public static readonly TimeSpan Begins = TimeSpan.FromHours(6);

    private static readonly TimeSpan Ends = Begins + TimeSpan.FromHours(24);

    /// <summary>Returns the service day of an instant.</summary>
    public static ServiceDay Of(DateTimeOffset instant) => new((instant - Begins).JapaneseDate);

    /// <summary>Returns the instant of a time on this day; 24:30 is half an hour after the next midnight.</summary>
    public DateTimeOffset At(TimeSpan time) => JapanTime.At(Date, TimeOnly.MinValue) + time;

    /// <summary>Returns the time on this day's clock at an instant.</summary>
    public TimeSpan TimeOf(DateTimeOffset instant) => instant - At(TimeSpan.Zero);

    public ServiceDay AddDays(int days) => new(Date.AddDays(days));

    /// <summary>12月28日(月)</summary>
    public override string ToString() => JapanTime.Say(Date);

    /// <summary>12月28日(月) 24:30</summary>
    public static string Say(DateTimeOffset instant) => $"{Of(instant)} {SayTime(instant)}";

    /// <summary>Returns 24:30 for what other clocks show as 0:30.</summary>
    public static string SayTime(DateTimeOffset instant) => SayTime(Of(instant).TimeOf(instant));

    /// <summary>9:00, 24:30</summary>
    public static string SayTime(TimeSpan time) => $"{(int)time.TotalHours}:{time.Minutes:D2}";

    /// <summary>
    /// Parses a time on the day's clock as people type it: 9:00, 24:30, 9時半, 9時5分, 2430, in full or half width. Null if it is no time from 6:00 to 30:00.
    /// </summary>
    public static TimeSpan? ReadTime(string? typed) => Parse(typed) is { } time && time >= Begins && time <= Ends ? time : null;

    /// <summary>Parses a time as <see cref="ReadTime"/> does, and takes 0:30 for 24:30 as other clocks say it. Null if it is no time.</summary>
    public static TimeSpan? ReadAnyTime(string? typed) => Parse(typed) is { } time && time <= Ends ? time < Begins ? time + TimeSpan.FromDays(1) : time : null;

    private static TimeSpan? Parse(string? typed)
    {
        if (Typed.Match((typed ?? "").Plain.Trim()) is not { Success: true } found)
            return null;
        var minutes = found.Groups["half"].Success ? 30 : found.Groups["m"] is { Success: true, Value: var m } ? int.Parse(m, CultureInfo.InvariantCulture) : 0;
        return minutes < 60 ? new TimeSpan(int.Parse(found.Groups["h"].Value, CultureInfo.InvariantCulture), minutes, 0) : null;
    }

    [GeneratedRegex(@"^(?<h>[0-9]{1,2})(?:[:時.](?:(?<m>[0-9]{1,2})分?|(?<half>半))?|(?<m>[0-9]{2}))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Typed { get; }
}
