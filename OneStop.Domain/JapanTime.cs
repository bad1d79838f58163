using System.Globalization;

namespace OneStop.Domain;

/// <summary>Converts instants (stored in UTC) to the time zone of Japan. The only place that does so: Asia/Tokyo, which is UTC+9 all year.</summary>
public static class JapanTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);
    private static readonly TimeSpan QuarterHour = TimeSpan.FromMinutes(Slot.Quarter);
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    /// <summary>The eras of everybody who lives, the newest first. The system's calendar would name them in the language of the machine.</summary>
    private static readonly (string Name, DateOnly First)[] Eras = [("令和", new(2019, 5, 1)), ("平成", new(1989, 1, 8)), ("昭和", new(1926, 12, 25))];

    extension(DateTimeOffset instant)
    {
        /// <summary>The instant with Japan's offset, for display.</summary>
        public DateTimeOffset InJapan => instant.ToOffset(Offset);

        /// <summary>The date in Japan.</summary>
        public DateOnly JapaneseDate => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

        /// <summary>The begin of the quarter hour that contains the instant: talks begin and end with them.</summary>
        public DateTimeOffset Quarter => instant.AddTicks(-(instant.Ticks % QuarterHour.Ticks));
    }

    extension(DateOnly date)
    {
        /// <summary>The Monday with which the week of the date begins.</summary>
        public DateOnly Monday => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

        /// <summary>2026年10月5日: for a date that may lie years away.</summary>
        public string InYear => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

        /// <summary>令和8年10月5日, 令和元年5月1日: for documents.</summary>
        public string InEra
        {
            get
            {
                var (era, first) = Eras.FirstOrDefault(e => e.First <= date);
                return era is null ? date.InYear
                    : $"{era}{(date.Year == first.Year ? "元" : (date.Year - first.Year + 1).ToString(CultureInfo.InvariantCulture))}年{date:%M}月{date:%d}日";
            }
        }
    }

    /// <summary>Returns the instant of a date and time in Japan.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new DateTimeOffset(date.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>10月5日(月)</summary>
    public static string Say(DateOnly date) => date.ToString("M月d日(ddd)", Japanese);

    /// <summary>10月5日(月) 14:00</summary>
    public static string Say(DateTimeOffset instant) => $"{Say(instant.JapaneseDate)} {SayTime(instant)}";

    /// <summary>14:00</summary>
    public static string SayTime(DateTimeOffset instant) => instant.InJapan.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>Returns only the time on the same day, else the day, for a narrow list row.</summary>
    public static string SayBriefly(DateTimeOffset instant, DateTimeOffset now) =>
        instant.JapaneseDate == now.JapaneseDate ? SayTime(instant)
        : instant.JapaneseDate == now.JapaneseDate.AddDays(-1) ? $"昨日 {SayTime(instant)}"
        : instant.JapaneseDate.Year == now.JapaneseDate.Year ? instant.JapaneseDate.ToString("M月d日", Japanese)
        : instant.JapaneseDate.ToString("yyyy年M月d日", Japanese);
}
