using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.CaseFiles;

/// <summary>Transfers that the receiver has not confirmed yet: due by the end of the service day after the transfer.</summary>
internal sealed class TransfersDue : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var open = db.CaseAssignments.Where(a => a.Until == null && a.AcknowledgedAt == null);
        if (query.Person is { ClientId: var client })
            open = open.Where(a => a.ClientId == client);
        if (query.StaffId is { } me)
            open = open.Where(a => a.StaffId == me);
        var rows = await open.OrderBy(a => a.Since).Take(query.Take).Select(a => new { a.Id, a.ClientId, a.StaffId, a.Since }).ToListAsync();
        return [.. rows.Select(a => new DueItem
        {
            Id = a.Id,
            Kind = "transfer",
            ClientId = a.ClientId,
            What = "引き継ぎを確かめる",
            Until = ServiceDay.Of(a.Since).AddDays(1).At(TimeSpan.FromHours(25)),
            StaffId = a.StaffId,
            Link = $"/clients/{a.ClientId}",
        }).Where(i => i.Until < query.Before)];
    }
}
