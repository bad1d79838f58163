namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>
/// When ハローワーク求人・求職情報提供サービス answers: every day from 6:00 to 24:00 in Japan, but on the last day of a month only until 21:30
/// （インタフェース仕様書 1.4版）.
/// </summary>
public static class HelloWorkHours
{
    private static readonly TimeOnly Opens = new(6, 0);
    private static readonly TimeOnly ClosesAtMonthEnd = new(21, 30);

    public static bool IsOpen(DateTimeOffset instant)
    {
        var (day, time) = (instant.JapaneseDate, TimeOnly.FromDateTime(instant.InJapan.DateTime));
        return time >= Opens && (time < ClosesAtMonthEnd || day.AddDays(1).Day != 1);
    }

    /// <summary>Returns when it opens next; the instant itself if it is open.</summary>
    public static DateTimeOffset NextOpening(DateTimeOffset instant)
    {
        if (IsOpen(instant))
            return instant;
        var (day, time) = (instant.JapaneseDate, TimeOnly.FromDateTime(instant.InJapan.DateTime));
        return JapanTime.At(time < Opens ? day : day.AddDays(1), Opens);
    }
}
