using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>The parts that are followed: those of all established versions, in their newest wording, the ones in force first.</summary>
public sealed record FollowedPlan(IReadOnlyList<Goal> Goals, IReadOnlyList<SupportItem> Items, IReadOnlySet<Guid> InForce);

/// <summary>Reads what is followed, and begins to follow it.</summary>
internal static class FollowedPlans
{
    extension(OneStopDb db)
    {
        /// <summary>Returns what is followed of a program; empty before a version was established.</summary>
        public async Task<FollowedPlan> PlanOf(Guid programId)
        {
            var versions = await db.ProgramVersions.AsNoTracking().Where(v => v.ProgramId == programId && v.EstablishedOn != null)
                .OrderByDescending(v => v.Number).Select(v => new { v.Goals, v.Items }).ToListAsync();
            return new([.. versions.SelectMany(v => v.Goals).DistinctBy(g => g.Id)], [.. versions.SelectMany(v => v.Items).DistinctBy(i => i.Id)],
                versions.Take(1).SelectMany(v => v.Goals.Select(g => g.Id).Concat(v.Items.Select(i => i.Id))).ToHashSet());
        }

        /// <summary>Follows the items of a version that is established in the caller's save: new ones are planned, those gone keep how they went.</summary>
        public async Task FollowItems(ProgramVersion version, DateTimeOffset now)
        {
            var standings = await db.ItemStandings.Where(s => s.ProgramId == version.ProgramId).ToListAsync();
            foreach (var item in version.Items)
                if (standings.Find(s => s.ItemId == item.Id) is { } standing)
                    standing.Stand(item.Until);
                else
                    db.Add(ItemStanding.Of(version.ProgramId, item, now));
            foreach (var gone in standings.Where(s => !version.Items.Any(i => i.Id == s.ItemId)))
                gone.Leave();
        }
    }
}
