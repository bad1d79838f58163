using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Erasures;

/// <summary>That a wish for erasure was received, and how it was answered while the person's records are still there.</summary>
internal sealed class ErasureTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("erasure-answer", "消去の依頼への対応");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(Erasure)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Kind) || query.Person.ClientId is not { } client)
            return [];
        var rows = db.Erasures.AsNoTracking().Where(e => e.ClientId == client);
        var all = new List<TimelineEntry>();
        all.AddRange(await query.Newest(rows, e => e.TakenAt, e => Entry(e, e.TakenAt, e.TakenBy, $"消去の依頼を受け付けました（{e.Way.InJapanese}）", e.Words)));
        all.AddRange(await query.Newest(rows.Where(e => e.Answer != null), e => e.Answer!.At,
            e => Entry(e, e.Answer!.At, e.Answer.StaffId, $"消去の依頼: {e.State.InJapanese}", e.Answer.Words)));
        all.AddRange(await query.Newest(rows.Where(e => e.Withdrawal != null), e => e.Withdrawal!.At,
            e => Entry(e, e.Withdrawal!.At, e.Withdrawal.StaffId, "消去の依頼が取り下げられました", "")));
        return [.. all.OrderByDescending(e => e.At).Take(query.Take)];
    }

    private static TimelineEntry Entry(Erasure erasure, DateTimeOffset at, Guid by, string title, string text) => new()
    {
        Id = erasure.Id,
        Kind = Kind.Code,
        At = at,
        By = TimelineAuthor.Staff,
        StaffId = by,
        Title = title,
        Text = text.Length == 0 ? null : text,
    };
}
