using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>プログラムの書類 in the timeline of a person: which paper was made for which office, and when it was handed over.</summary>
internal sealed class PaperTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("program-paper", "プログラムの書類");

    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    public IReadOnlyList<Type> Tables => [typeof(ProgramHandOver)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client || !query.Wants(Kind))
            return [];
        var papers = from h in db.ProgramHandOvers.AsNoTracking()
                     where db.SupportPrograms.Any(p => p.Id == h.ProgramId && p.ClientId == client)
                     select h;
        var made = await query.Newest(papers, h => h.MadeAt, h => Entry(h, h.MadeAt, h.MadeBy, $"書類を作りました: {h.PartnerName}（第{h.Edition}版・{h.Format.InJapanese}）"));
        var handed = await query.Newest(papers.Where(h => h.Handing != null), h => h.Handing!.At, h => Entry(h, h.Handing!.At, h.Handing.StaffId,
            $"書類を渡しました: {h.PartnerName}（第{h.Edition}版・{JapanTime.Say(h.Handing.On)}・{h.Handing.Way.InJapanese}）"));
        return [.. made.Concat(handed).OrderByDescending(e => e.At).Take(query.Take)];
    }

    private static TimelineEntry Entry(ProgramHandOver paper, DateTimeOffset at, Guid staffId, string title) => new()
    {
        Id = paper.Id,
        Kind = Kind.Code,
        At = at,
        By = TimelineAuthor.Staff,
        StaffId = staffId,
        Title = title,
        Text = paper.Notes.Count > 0 ? string.Join('\n', paper.Notes.Select(n => $"注記: {n.Words}")) : null,
        Link = $"/programs/{paper.ProgramId}?part=papers",
    };
}
