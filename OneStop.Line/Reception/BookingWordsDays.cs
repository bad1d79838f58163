using OneStop.Domain;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Channels;
using static OneStop.Line.Reception.DialogueWords;

namespace OneStop.Line.Reception;

/// <summary>The choice of days and times: one card for each week or part of the day, and a last card with other options.</summary>
internal static partial class BookingWords
{
    /// <summary>朝, 午前 …: the parts of a day, small enough for one card each.</summary>
    private static readonly (string Name, int From, int Until)[] Bands = [("朝", 6, 9), ("午前", 9, 12), ("午後", 12, 17), ("夕方・夜", 17, 21), ("夜おそく", 21, 26)];

    private static readonly TimeSpan Midnight = TimeSpan.FromHours(24);

    /// <summary>With this many starts or fewer, a day is shown as nearly full.</summary>
    private const int Few = 3;

    private static CarouselContent Days(AsksDay asked)
    {
        var hasFullDays = asked.Full.Count > 0;
        var shown = asked.Days.Select(d => (d.Day, d.Count <= Few ? "△" : "○"))
            .Concat(asked.Days.Count == 0 ? [] : asked.Full.Select(d => (d, "×"))).OrderBy(d => d.Item1.Date);
        var weeks = Weeks(shown, "日を選んでください。", $"○ 空きあり　△ 残りわずか{(hasFullDays ? "　× 満席" : "")}", "ほかの週", asked.Wish);
        var (later, full, methods) = (
            asked.Later is { } days ? [Step("もっと先の日", new Chooses(asked.Wish with { Later = days }))] : Array.Empty<Choice>(),
            hasFullDays ? [Step("満席の日を待つ", new LooksAtFull(asked.Wish))] : Array.Empty<Choice>(),
            Step("方法を変える", new Chooses(asked.Wish with { Method = null, Later = 0, AsksMethod = true })));
        return new(Notice, weeks.Count == 0
            ? [new(Notice, "空きがありません", hasFullDays ? "この4週間は満席です。空いたら、お知らせできます。" : "この4週間は空きがありません。",
                [.. full, .. later, .. Now(asked.OffersNow), methods, Person])]
            : [.. weeks, new(Notice, "ほかの日・方法", "見つからないときは、こちらへどうぞ。", [.. later, .. full, .. Now(asked.OffersNow), methods, Person])]);
    }

    private static CarouselContent FullDays(AsksFullDay asked) => new(Notice,
    [
        .. Weeks(asked.Days.Select(d => (d, "満席")), "どの日が空いたら、お知らせしますか？", null, "ほかの週", asked.Wish),
        new(Notice, "ほかの日", "空いている日は、こちらから選べます。", [Step("空いている日を見る", new Chooses(asked.Wish)), Person]),
    ]);

    private static List<CardContent> Weeks(IEnumerable<(ServiceDay Day, string State)> days, string text, string? legend, string others, BookingWish wish)
    {
        var weeks = days.GroupBy(d => d.Day.Date.Monday).ToList();
        return [.. weeks.Select((week, i) =>
            new CardContent(Notice, $"{week.First().Day}から", string.Join('\n', new[] { text, legend, Turn(i, weeks.Count, others) }.OfType<string>()),
            [.. week.Select(d => new Choice($"{d.Day} {d.State}", Says: $"{d.Day}", Data: new Chooses(wish with { Day = d.Day, Later = 0 }).Data))],
            Columns: 1))];
    }

    /// <summary>Tells that there are more cards to the side, because not everybody knows carousels in LINE.</summary>
    private static string? Turn(int index, int count, string others) => index < count - 1 ? $"横にめくると、{others}があります。" : null;

    private static CarouselContent Times(AsksTime asked)
    {
        var bands = Bands.Select(band => (band.Name, Times: asked.Times.Where(t => t.TotalHours >= band.From && t.TotalHours < band.Until).ToList()))
            .Where(band => band.Times.Count > 0).ToList();
        var cards = bands.Select((band, i) => new CardContent(Notice, $"{asked.Wish.Day} {band.Name}",
            string.Join('\n', new[] { "始まる時間を選んでください。", band.Times.Any(t => t >= Midnight) ? "24:00は、夜の12時です。" : null,
                Turn(i, bands.Count, "ほかの時間") }.OfType<string>()), [.. band.Times.Select(t => TimeStep(t, asked.Wish))], Columns: 3));
        return new(Notice, [.. cards, new(Notice, "ほかの日", "この日が合わないときは、こちらへどうぞ。", [Step("ほかの日を見る", new Chooses(asked.Wish with { Day = null })), Person])]);
    }
}
