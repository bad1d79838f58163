using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Search;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Conversations.Sittings;

/// <summary>トーク in the timeline: one entry for each sitting, with the first words of the client.</summary>
internal sealed class TalkTimeline : ITimelineSource
{
    private const int LongestWords = 120;

    private static readonly TimelineKind Talk = new("talk", "トーク");

    public IReadOnlyList<TimelineKind> Kinds => [Talk];

    public IReadOnlyList<Type> Tables => [typeof(Conversation), typeof(Message), typeof(Files.StoredFile)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Talk))
            return [];
        var sittings = new List<(Guid Talk, Sitting Sitting)>();
        Func<Sitting, bool>? matches = query.Words.Count > 0 || query.InFull ? Matches : null;
        foreach (var talk in query.Person.Conversations)
            sittings.AddRange((await db.SittingsOf(talk, query.UpTo, query.Take, matches)).Select(s => (talk, s)));
        var newest = sittings.OrderByDescending(s => s.Sitting.First.Order).Take(query.Take).ToList();
        if (query.InFull)
            return [.. newest.Select(s => Entry(s.Talk, s.Sitting, string.Join('\n', s.Sitting.Messages.Select(Line))))];
        var asked = newest.Select(s => FirstOfClient(s.Sitting)?.Id).OfType<Guid>().ToList();
        var words = await db.Messages.Where(m => asked.Contains(m.Id)).Select(m => new { m.Id, m.Text }).ToDictionaryAsync(m => m.Id, m => m.Text);
        return [.. newest.Select(s => Entry(s.Talk, s.Sitting,
            FirstOfClient(s.Sitting) is { } first ? words.GetValueOrDefault(first.Id)?.CutTo(LongestWords) : null))];

        bool Matches(Sitting sitting)
        {
            var text = new FoldedText(string.Join('\n', sitting.Messages.Select(m => m.Text))).Text;
            return query.Words.All(w => text.Contains(w, StringComparison.Ordinal));
        }
    }

    private static string Line(SittingMessage message)
    {
        var by = message.By switch { Speaker.Client => "本人", Speaker.Staff => "職員", _ => "自動" };
        return $"{JapanTime.SayTime(Message.InstantOf(message.Order))} {by}: {message.Text ?? "（写真・ファイルなど）"}";
    }

    private static SittingMessage? FirstOfClient(Sitting sitting) =>
        sitting.Messages.FirstOrDefault(m => m is { By: Speaker.Client, Kind: MessageKind.Text });

    private static TimelineEntry Entry(Guid talk, Sitting sitting, string? words)
    {
        var staff = sitting.Messages.Where(m => m.By == Speaker.Staff).Select(m => m.StaffId).Distinct().ToList();
        return new()
        {
            Id = sitting.First.Id,
            Kind = Talk.Code,
            At = Message.InstantOf(sitting.First.Order),
            Until = Message.InstantOf(sitting.Last.Order),
            By = staff.Count > 0 ? TimelineAuthor.Staff : sitting.Messages.Any(m => m.By == Speaker.Client) ? TimelineAuthor.Client : TimelineAuthor.Service,
            StaffId = staff is [var one] ? one : null,
            Title = $"トーク {Counts(sitting)}",
            Text = words,
            Link = $"/inbox/{talk}?at={sitting.First.Order}",
        };
    }

    private static string Counts(Sitting sitting) => string.Join('・', new (string Of, Func<SittingMessage, bool> Which)[]
    {
        ("本人", m => m.By == Speaker.Client),
        ("職員", m => m.By == Speaker.Staff),
        ("自動", m => m.By == Speaker.Bot),
        ("うち写真・ファイル", m => m.Kind is MessageKind.Picture or MessageKind.Video or MessageKind.Audio or MessageKind.File),
    }.Select(c => (c.Of, Count: sitting.Messages.Count(c.Which))).Where(c => c.Count > 0).Select(c => $"{c.Of}{c.Count}件"));
}
