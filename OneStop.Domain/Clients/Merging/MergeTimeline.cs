using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients.Merging;

/// <summary>Merges into the client, and that they were undone.</summary>
internal sealed class MergeTimeline : ITimelineSource
{
    private static readonly TimelineKind Merged = new("merge", "統合");
    private static readonly TimelineKind Undone = new("merge-undone", "統合の取り消し");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Merged, Undone];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(ClientMerge)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        var rows = from m in db.ClientMerges
                   join c in db.Clients on m.MergedId equals c.Id
                   where m.SurvivorId == query.Person.ClientId
                   select new { m.Id, m.At, m.By, m.UndoneAt, m.UndoneBy, c.Number };
        var found = new List<TimelineEntry>();
        if (query.Wants(Merged))
            found.AddRange(await query.Newest(rows, m => m.At, m => new()
            {
                Id = m.Id,
                Kind = Merged.Code,
                At = m.At,
                By = TimelineAuthor.Staff,
                StaffId = m.By,
                Title = $"{Client.NumberOf(m.Number)} を統合しました",
            }));
        if (query.Wants(Undone))
            found.AddRange(await query.Newest(rows.Where(m => m.UndoneAt != null), m => m.UndoneAt!.Value, m => new()
            {
                Id = m.Id,
                Kind = Undone.Code,
                At = m.UndoneAt!.Value,
                By = TimelineAuthor.Staff,
                StaffId = m.UndoneBy,
                Title = $"{Client.NumberOf(m.Number)} の統合を元に戻しました",
            }));
        return [.. found.OrderByDescending(e => e.At).Take(query.Take)];
    }
}
