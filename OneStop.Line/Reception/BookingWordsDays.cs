using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Channels;

namespace OneStop.Line.Reception;

/// <summary>Days and times to be chosen: a card a week, a card a part of the day, and a last one with the ways on.</summary>
internal static partial class BookingWords
{
    /// <summary>朝, 午前 …: the times of a day in bands that a thumb can look over.</summary>
    private static readonly (string Name, int From, int Until)[] Bands = [("朝", 6, 9), ("午前", 9, 12), ("午後", 12, 17), ("夕方・夜", 17, 21), ("夜おそく", 21, 26)];

    private static readonly TimeSpan Midnight = TimeSpan.FromHours(24);

    private static CarouselContent Days(AsksDay asked)
    {
        var weeks = Weeks(asked.Days.Select(d => d.Day), "日を選んでください。", asked.Wish);
        var (later, full, methods) = (
            asked.Later is { } days ? [Step("もっと先の日", new Chooses(asked.Wish with { Later = days }))] : Array.Empty<Choice>(),
            asked.HasFullDays ? [Step("満席の日を待つ", new LooksAtFull(asked.Wish))] : Array.Empty<Choice>(),
            Step(asked.Wish.Moves is null ? "方法を選び直す" : "方法を変える", new Chooses(asked.Wish with { Method = null, Later = 0 })));
        return new(Notice, weeks.Count == 0
            ? [new(Notice, "空きがありません", asked.HasFullDays ? "この4週間は満席です。空いたら、お知らせできます。" : "この4週間は空きがありません。", [.. full, .. later, .. Now(asked.OffersNow), methods, Person])]
            : [.. weeks, new(Notice, "ほかの日・方法", "見つからないときは、こちらへどうぞ。", [.. later, .. full, .. Now(asked.OffersNow), methods, Person])]);
    }

    private static CarouselContent FullDays(AsksFullDay asked) => new(Notice,
    [
        .. Weeks(asked.Days, "どの日が空いたら、お知らせしますか？", asked.Wish, " 満席"),
        new(Notice, "ほかの日", "空いている日は、こちらから選べます。", [Step("空いている日を見る", new Chooses(asked.Wish)), Person]),
    ]);

    private static List<CardContent> Weeks(IEnumerable<ServiceDay> days, string text, BookingWish wish, string state = "") =>
        [.. days.GroupBy(d => d.Date.AddDays(-(((int)d.Date.DayOfWeek + 6) % 7)))
            .Select(week => new CardContent(Notice, $"{week.MinBy(d => d.Date)}から", text, [.. week.Select(d => Step($"{d}{state}", new Chooses(wish with { Day = d, Later = 0 })))], Columns: 1))];

    private static CarouselContent Times(AsksTime asked)
    {
        var cards = Bands.Select(band => (band.Name, Times: asked.Times.Where(t => t.TotalHours >= band.From && t.TotalHours < band.Until).ToList())).Where(band => band.Times.Count > 0)
            .Select(band => new CardContent(Notice, $"{asked.Wish.Day} {band.Name}", band.Times.Any(t => t >= Midnight) ? "始まる時間を選んでください。24:00は、夜の12時です。" : "始まる時間を選んでください。", [.. band.Times.Select(t => TimeStep(t, asked.Wish))], Columns: 3));
        return new(Notice, [.. cards, new(Notice, "ほかの日", "この日が合わないときは、こちらへどうぞ。", [Step("ほかの日を見る", new Chooses(asked.Wish with { Day = null })), Person])]);
    }
}
