using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.CaseFiles;

/// <summary>
/// Transfers that the receiver has not confirmed yet: due by the end of the service day after the transfer. Several that came in one act are one item,
/// because they are confirmed together. Only the receiver can confirm, so they are not due for a substitute.
/// </summary>
internal sealed class TransfersDue : IDueSource
{
    /// <summary>The page on which the receiver confirms several.</summary>
    public const string Page = "/caseload/received";

    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var open = db.CaseAssignments.Where(a => a.Until == null && a.AcknowledgedAt == null);
        if (query.Person is { ClientId: var client })
            open = open.Where(a => a.ClientId == client);
        if (query.StaffId is { } me)
            open = open.Where(a => a.StaffId == me);
        var rows = await open.OrderBy(a => a.Since).ThenBy(a => a.Id).Select(a => new Row(a.Id, a.ClientId, a.StaffId, a.Since, a.BatchId)).ToListAsync();
        var acts = query is { Person: null, Together: true } ? rows.GroupBy(r => r.BatchId ?? r.Id) : rows.GroupBy(r => r.Id);
        return [.. acts.Select(g => Item([.. g], query.StaffId)).Where(i => i.Until < query.Before).Take(query.Take)];
    }

    /// <param name="reader">Whose list it is; null for everybody's, where several lead to the receiver's board, because only they can confirm.</param>
    private static DueItem Item(IReadOnlyList<Row> rows, Guid? reader) => new()
    {
        Id = rows[0].Id,
        Kind = "transfer",
        ClientId = rows is [var one] ? one.ClientId : null,
        What = "引き継ぎを確かめる",
        Of = rows.Count > 1 ? $"{rows.Count}人" : null,
        Until = ServiceDay.Of(rows[0].Since).AddDays(1).At(TimeSpan.FromHours(25)),
        StaffId = rows[0].StaffId,
        Link = rows is [var single] ? $"/clients/{single.ClientId}" : reader is null ? $"/caseload/{rows[0].StaffId}" : Page,
    };

    private sealed record Row(Guid Id, Guid ClientId, Guid StaffId, DateTimeOffset Since, Guid? BatchId);
}
