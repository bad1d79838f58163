using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

/// <summary>主担当, 終了 and 再開 in the timeline.</summary>
internal sealed class CaseFileTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("case", "担当・終了");

    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    public IReadOnlyList<Type> Tables => [typeof(CaseAssignment), typeof(CaseClosing)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Kind) || query.Person.ClientId is not { } client)
            return [];
        var charges = from a in db.CaseAssignments
                      where a.ClientId == client
                      join s in db.Users on a.StaffId equals s.Id
                      select new { a.Id, a.Since, a.AssignedBy, s.Name, a.Note };
        var closings = db.CaseClosings.AsNoTracking().Where(c => c.ClientId == client);
        var all = new List<TimelineEntry>();
        all.AddRange(await query.Newest(charges, c => c.Since, c => Entry(c.Id, c.Since, c.AssignedBy, $"主担当: {c.Name}", c.Note)));
        all.AddRange(await query.Newest(closings, c => c.ClosedAt, c => Entry(c.Id, c.ClosedAt, c.ClosedBy, $"支援を終了（{c.Reason.InJapanese}）", c.Words)));
        all.AddRange(await query.Newest(closings.Where(c => c.ReopenedAt != null), c => c.ReopenedAt!.Value,
            c => Entry(c.Id, c.ReopenedAt!.Value, c.ReopenedBy!.Value, "支援を再開", "")));
        return [.. all.OrderByDescending(e => e.At).Take(query.Take)];
    }

    private static TimelineEntry Entry(Guid id, DateTimeOffset at, Guid by, string title, string text) =>
        new() { Id = id, Kind = Kind.Code, At = at, By = TimelineAuthor.Staff, StaffId = by, Title = title, Text = text.Length == 0 ? null : text };
}
