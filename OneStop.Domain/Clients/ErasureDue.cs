using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Clients;

/// <summary>消去の依頼: a client who asked for erasure waits for an answer, whatever the law allows to be erased.</summary>
internal sealed class ErasureDue : IDueSource
{
    /// <summary>How long staff takes to answer; the law says 遅滞なく (個人情報保護法 35条). The office's own rule.</summary>
    public static readonly TimeSpan AnsweredWithin = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var before = query.Before - AnsweredWithin;
        var asking = db.Clients.Where(c => c.MergedIntoId == null && c.ErasureAskedAt != null && c.ErasureAskedAt < before);
        if (query.Person is { } person)
            asking = asking.Where(c => c.Id == person.ClientId);
        var rows = await asking.OrderBy(c => c.ErasureAskedAt).Take(query.Take).Select(c => new { c.Id, At = c.ErasureAskedAt!.Value }).ToListAsync();
        return [.. rows.Select(r => new DueItem
        {
            Id = r.Id,
            Kind = "erasure",
            ClientId = r.Id,
            What = "消去の依頼に答える",
            Until = r.At + AnsweredWithin,
            Link = $"/clients/{r.Id}",
        })];
    }
}
