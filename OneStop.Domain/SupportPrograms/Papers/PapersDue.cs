using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// A paper with the name that was made and not handed over, and whose consent ended since: it is destroyed and noted in the register by the end of the service
/// day after. Due for the planner.
/// </summary>
internal sealed class PapersDue : IDueSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var (client, now) = (query.Person?.ClientId, query.Now);
        if (query.Person is { ClientId: null })
            return [];
        var papers = await (from h in db.ProgramHandOvers.AsNoTracking()
                            join p in db.SupportPrograms.AsNoTracking() on h.ProgramId equals p.Id
                            join c in db.Consents.AsNoTracking() on h.ConsentId equals c.Id
                            where h.Handing == null && c.WithdrawnAt != null && c.WithdrawnAt <= now && (client == null || p.ClientId == client)
                            orderby c.WithdrawnAt, h.Id
                            select new { Paper = h, Program = p, c.WithdrawnAt }).ToListAsync();
        return
        [
            .. papers.Where(p => !p.Paper.IsVoid).Select(p => new DueItem
            {
                Id = p.Paper.Id,
                Kind = "program-paper-void",
                ClientId = p.Program.ClientId,
                What = "同意が取り消された書類を捨てて、注記を書く",
                Of = $"プログラム {SupportProgram.NumberOf(p.Program.Number)}",
                Until = ServiceHours.Standard.EndAfter(p.WithdrawnAt!.Value),
                StaffId = p.Program.PlannerId,
                IsForSupport = true,
                Link = $"/programs/{p.Program.Id}?part=papers",
            }).Where(i => i.Until < query.Before).Take(query.Take),
        ];
    }
}
