namespace OneStop.Portal.Features.Bookings.Load;

/// <summary>How hours and lengths are written.</summary>
internal static class LoadWords
{
    /// <summary>Joins neighbouring hours: 6:00〜9:00、22:00〜25:00.</summary>
    public static string Stretches(IEnumerable<int> hours) => string.Join('、', hours.Order().Index()
        .GroupBy(h => h.Item - h.Index, h => h.Item).Select(stretch => $"{stretch.First()}:00〜{stretch.Last() + 1}:00"));

    /// <summary>8時間, 7.5時間</summary>
    public static string Hours(TimeSpan length) => $"{length.TotalHours:0.##}時間";
}
