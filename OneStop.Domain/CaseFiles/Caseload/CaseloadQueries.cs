using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles.Transfers;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Stages;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Domain.CaseFiles.Caseload;

/// <summary>An open case: who is in charge, how far it has come, and what is due in it, the most urgent first.</summary>
internal sealed record OpenCase(Guid ClientId, Guid? StaffId, bool IsUnconfirmed, CaseStage Stage, IReadOnlyList<DueItem> Due)
{
    /// <summary>By when the most urgent thing is due; cases in which nothing is due come last.</summary>
    public DateTimeOffset Until => Due is [var first, ..] ? first.Until : DateTimeOffset.MaxValue;
}

/// <summary>Reads the open cases, with a fixed number of queries for any number of them.</summary>
internal static class CaseloadQueries
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Returns the open cases of everybody, also for one board: with the clients of the board as a condition of each source, SQLite read six times as
        /// long.
        /// </summary>
        /// <param name="before">What is due later is left out.</param>
        public async Task<IReadOnlyList<OpenCase>> OpenCases(IEnumerable<ICaseTrack> tracks, IEnumerable<IDueSource> sources, DateTimeOffset before,
            DateTimeOffset now)
        {
            var cases = await (from c in db.Clients.Standing
                               where !db.CaseClosings.Any(e => e.ClientId == c.Id && e.ReopenedAt == null)
                               join a in db.CaseAssignments.Where(a => a.Until == null) on c.Id equals a.ClientId into charges
                               from a in charges.DefaultIfEmpty()
                               select new { c.Id, Staff = (Guid?)a.StaffId, At = a.AcknowledgedAt }).ToListAsync();
            var (stages, due) = (await StagesOf(db, tracks), await DueOf(db, sources, new(null, null, before, now, int.MaxValue) { Together = false }));
            return [.. cases.Select(c => new OpenCase(c.Id, c.Staff, c.Staff is not null && c.At is null,
                stages.GetValueOrDefault(c.Id, CaseStage.Registered), [.. due[c.Id].OrderBy(i => i.Until)]))];
        }

        /// <summary>Returns the cards of some open cases, in their order.</summary>
        public async Task<IReadOnlyDictionary<Guid, CaseCard>> CardsOf(IReadOnlyList<OpenCase> cases, DateTimeOffset now)
        {
            var ids = cases.Select(c => c.ClientId).ToList();
            var people = (await db.ChosenCases(ids)).ToDictionary(c => c.ClientId);
            var talks = people.Values.Select(p => p.ConversationId).OfType<Guid>().ToList();
            var spoken = await db.Conversations.Where(t => talks.Contains(t.Id)).Select(t => new { t.Id, t.LastHumanAt })
                .ToDictionaryAsync(t => t.Id, t => t.LastHumanAt);
            var held = await db.Bookings.Where(b => ids.Contains(b.ClientId) && b.State == BookingState.Held).GroupBy(b => b.ClientId)
                .Select(g => new { g.Key, At = g.Max(b => b.Slot.Start) }).ToDictionaryAsync(g => g.Key, g => g.At);
            var coming = await db.Bookings.Where(b => ids.Contains(b.ClientId) && b.Slot.End > now
                && (b.State == BookingState.Confirmed || (b.State == BookingState.Tentative && b.HeldUntil == null))).GroupBy(b => b.ClientId)
                .Select(g => new { g.Key, At = g.Min(b => b.Slot.Start) }).ToDictionaryAsync(g => g.Key, g => g.At);
            var told = await db.FourTold(ids);
            return cases.Where(c => people.ContainsKey(c.ClientId)).ToDictionary(c => c.ClientId, c => new CaseCard(people[c.ClientId],
                c.Due is [var first, ..] ? first : null,
                coming.TryGetValue(c.ClientId, out var next) ? next : null,
                Later(people[c.ClientId].ConversationId is { } talk ? spoken.GetValueOrDefault(talk) : null,
                    held.TryGetValue(c.ClientId, out var at) ? at : null),
                told[c.ClientId], c.IsUnconfirmed));
        }
    }

    private static async Task<Dictionary<Guid, CaseStage>> StagesOf(OneStopDb db, IEnumerable<ICaseTrack> tracks)
    {
        var stages = new Dictionary<Guid, CaseStage>();
        foreach (var there in tracks.GroupBy(t => t.Stage).OrderBy(g => g.Key)) // the furthest is written last
            foreach (var client in await db.Clients.Standing.Where(there.IsOnAny(db)).Select(c => c.Id).ToListAsync())
                stages[client] = there.Key;
        return stages;
    }

    private static async Task<ILookup<Guid, DueItem>> DueOf(OneStopDb db, IEnumerable<IDueSource> sources, DueQuery query)
    {
        var items = new List<DueItem>();
        foreach (var source in sources)
            items.AddRange(await source.Read(db, query));
        var talks = items.Where(i => i.ClientId is null).Select(i => i.ConversationId).OfType<Guid>().Distinct().ToList();
        var owners = await (from t in db.Conversations
                            where talks.Contains(t.Id)
                            join c in db.Clients.Standing on (Guid?)t.FriendId equals c.FriendId
                            select new { t.Id, Client = c.Id }).ToDictionaryAsync(t => t.Id, t => t.Client);
        return items.Select(i => (Item: i, Client: i.ClientId ?? (i.ConversationId is { } talk && owners.TryGetValue(talk, out var owner) ? owner : null)))
            .Where(i => i.Client is not null).ToLookup(i => i.Client!.Value, i => i.Item);
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
