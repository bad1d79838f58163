using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Partners;

/// <summary>確認の時期: entries that were not checked for six months, or never. Anybody can check them.</summary>
internal sealed class PartnerChecksDue : IDueSource
{
    /// <summary>The code of the items.</summary>
    public const string Kind = "partner-check";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        if (query.Person is not null)
            return [];
        var due = db.Partners.StillThere().Where(p => p.CheckDueAt < query.Before).OrderBy(p => p.CheckDueAt).ThenBy(p => p.Id);
        return [.. (await due.Select(p => new { p.Id, p.Name, p.CheckDueAt }).Take(query.Take).ToListAsync()).Select(p => new DueItem
        {
            Id = p.Id,
            Kind = Kind,
            What = "関係機関の内容を確かめる",
            Of = p.Name,
            Until = p.CheckDueAt,
            Link = $"/partners/{p.Id}",
        })];
    }
}
