using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Domain;
using OneStop.Domain.Bookings.Dialogue;

namespace OneStop.Line.Reception;

/// <summary>18時で, 明日の夜で: a day or time typed in answer to a card.</summary>
internal sealed partial record TypedWhen(ServiceDay? Day, TimeSpan? Time)
{
    private static readonly string[] Tomorrows = ["明日", "あした", "あす"], AfterTomorrows = ["明後日", "あさって"];

    /// <summary>Parses a text that contains only a day or a time, however vague.</summary>
    public static bool TryRead(string text, DateTimeOffset now, out TypedWhen when)
    {
        when = new(null, null);
        if (text.Length > TypedWords.Longest || When.Match(TypedWords.Normal(BetweenNumbers.Replace(text, "の"))) is not { Success: true } match
            || match.Groups["what"].Captures.Count == 0)
            return false;
        when = new(DayOf(match, ServiceDay.Of(now)), TimeOf(match));
        return true;
    }

    /// <summary>
    /// Returns the next step: with the typed day or time if the last card offers it, else the same question again; null if no card asked.
    /// </summary>
    /// <param name="choices">The choices on the last card.</param>
    public BookingStep? Choose(IReadOnlyList<BookingWish> choices)
    {
        choices = [.. choices.Where(w => !w.AsksMethod)]; // without 方法を変える, which carries the day and time chosen before
        if (choices.FirstOrDefault(w => w.Time is not null) is { } asksTime)
            return new Chooses(choices.FirstOrDefault(w => Time is not null && w.Time == Time && (Day is null || w.Day == Day))
                ?? asksTime with { Time = null, Day = Day ?? asksTime.Day });
        var days = choices.Where(w => w.Day is not null).DistinctBy(w => w.Day).ToList();
        if (days.Count == 0)
            return null;
        var day = days.Find(w => w.Day == Day) ?? (days is [var only] ? only with { Day = Day ?? only.Day } : null); // a single day has been chosen already
        return new Chooses(day is null ? days[0] with { Day = null } : day.At(Time));
    }

    private static ServiceDay? DayOf(Match match, ServiceDay today)
    {
        var said = match.Groups["day"].Value;
        if (said is "今日" or "きょう" or "本日")
            return today;
        if (Tomorrows.Contains(said) || AfterTomorrows.Contains(said))
            return today.AddDays(Tomorrows.Contains(said) ? 1 : 2);
        if (!match.Groups["month"].Success)
            return null;
        var (month, day) = (Number(match, "month"), Number(match, "date"));
        return new[] { today.Date.Year, today.Date.Year + 1 }.Where(year => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            .Select(year => (ServiceDay?)new ServiceDay(new(year, month, day))).FirstOrDefault(d => d!.Value.Date >= today.Date);
    }

    /// <summary>
    /// Returns the time on the service day's clock: 0時 is 24:00, and so is 12時 at night; 7時 in the evening is 19:00, 1時 at noon 13:00.
    /// </summary>
    private static TimeSpan? TimeOf(Match match)
    {
        if (!match.Groups["hour"].Success)
            return null;
        var (hour, minute) = (Number(match, "hour"), match.Groups["half"].Success ? 30 : match.Groups["minute"].Success ? Number(match, "minute") : 0);
        if (minute > 59)
            return null;
        hour = (PartOf(match.Groups["part"].Value), hour) switch
        {
            (Part.Night, 12) => 24,
            (Part.Night, >= 5 and < 12) or (Part.Evening, < 12) or (Part.Noon, < 6) => hour + 12,
            (_, < 6) => hour + 24, // the end of the service day
            _ => hour,
        };
        return TimeSpan.FromMinutes((hour * 60) + minute);
    }

    private static Part PartOf(string said) => said switch
    {
        "夜" or "よる" or "夜中" or "よなか" or "真夜中" or "深夜" => Part.Night,
        "午後" or "夕方" or "ゆうがた" => Part.Evening,
        "昼" or "お昼" => Part.Noon,
        _ => Part.Other,
    };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The space in 10/8 18:00, without which the two numbers would become one.</summary>
    [GeneratedRegex("(?<=[0-9０-９])\\s+(?=[0-9０-９])", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenNumbers { get; }

    [GeneratedRegex("^((?<what>(?<day>今日|きょう|本日|明日|あした|あす|明後日|あさって)|(?<month>[0-9]{1,2})(月|/)(?<date>[0-9]{1,2})日?(\\([月火水木金土日]\\))?|(今週|来週|再来週)の?([月火水木金土日]曜日?)?|[月火水木金土日]曜日?|今週|来週|土日|平日|週末)の?)?"
        + "((?<what>(?<part>朝|午前|お?昼|午後|夕方|ゆうがた|夜中|よなか|真夜中|深夜|夜|よる))の?)?((?<what>(?<hour>[0-9]{1,2})(時|:)(?<half>半)?(?<minute>[0-9]{2})?分?))?"
        + "(から|ごろ|頃|くらい|ぐらい)?(で|に|が|は)?(お願い|おねがい|希望|いい|良い|よい|大丈夫|どう|できれば|したい|します|です|ます|でしょう|か|よ|ね|な|が|空いてます|あいてます)*[。!?、.]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex When { get; }

    private enum Part
    {
        Other,
        Noon,
        Evening,
        Night,
    }
}
