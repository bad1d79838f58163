using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Shifts;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;

namespace OneStop.Domain.CaseFiles.Transfers;

/// <summary>Queries for transfers of several cases.</summary>
internal static class TransferQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Returns clients with who is in charge of them, by number.</summary>
        public async Task<IReadOnlyList<ChosenCase>> ChosenCases(IReadOnlyCollection<Guid> clientIds)
        {
            var programs = db.SupportPrograms.Open().OrderByDescending(p => p.Number)
                .Join(db.Users, p => p.PlannerId, u => u.Id, (p, u) => new { p.ClientId, u.Name });
            var rows = await (from c in db.Clients.Standing
                              where clientIds.Contains(c.Id)
                              join a in db.CaseAssignments.Where(a => a.Until == null) on c.Id equals a.ClientId into charges
                              from a in charges.DefaultIfEmpty()
                              join s in db.Users on a.StaffId equals s.Id into members
                              from s in members.DefaultIfEmpty()
                              join f in db.Friends on c.FriendId equals (Guid?)f.Id into friends
                              from f in friends.DefaultIfEmpty()
                              join t in db.Conversations on f.Id equals t.FriendId into talks
                              from t in talks.DefaultIfEmpty()
                              orderby c.Number
                              select new
                              {
                                  c.Id,
                                  Talk = (Guid?)t.Id,
                                  c.Number,
                                  Name = c.FullName ?? c.Name ?? f.CalledAs,
                                  Friend = (int?)f.Number,
                                  Assignment = (Guid?)a.Id,
                                  Staff = (Guid?)a.StaffId,
                                  Charge = s.Name,
                                  Planner = programs.Where(p => p.ClientId == c.Id).Select(p => p.Name).FirstOrDefault(),
                              }).ToListAsync();
            return [.. rows.Select(r => new ChosenCase(r.Id, r.Talk, r.Number, CalledOr(r.Name, r.Friend), r.Assignment, r.Staff, r.Charge, r.Planner))];
        }

        /// <summary>Returns who can take cases over, by name, with their load, today's times and absence.</summary>
        public async Task<IReadOnlyList<Receiver>> Receivers(DateTimeOffset now)
        {
            var day = ServiceDay.Of(now);
            var staff = (await db.Users.AsNoTracking().WorkingHere().OrderBy(s => s.Name).ToListAsync()).Where(s => s.Duties.Any(d => d.SeesPeople));
            var loads = await db.CaseAssignments.Where(a => a.Until == null)
                .GroupBy(a => a.StaffId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
            var (roster, away, time) = (await db.RosterOf(day.Date, day.Date), await db.AwayAt(now), day.TimeOf(now));
            return [.. from s in staff
                       let times = roster.Of(s.Id, day)
                       let isOn = times.Spans.Any(p => p.From <= time && time < p.Until)
                       select new Receiver(s.Id, s.Name, loads.GetValueOrDefault(s.Id), times, isOn, away.Of(s.Id))];
        }

        /// <summary>Returns the transfers to a member of staff that are not confirmed, the oldest first.</summary>
        public async Task<IReadOnlyList<ReceivedCase>> ReceivedBy(Guid staffId)
        {
            var open = await (from a in db.CaseAssignments
                              where a.StaffId == staffId && a.Until == null && a.AcknowledgedAt == null
                              join b in db.Users on a.AssignedBy equals b.Id
                              select new { a.Id, a.ClientId, a.Since, a.Note, By = b.Name }).ToListAsync();
            var people = (await db.ChosenCases([.. open.Select(a => a.ClientId)])).ToDictionary(c => c.ClientId);
            return [.. from a in open
                       where people.ContainsKey(a.ClientId)
                       let person = people[a.ClientId]
                       orderby a.Since, person.Number
                       select new ReceivedCase(a.Id, a.ClientId, person.ConversationId, person.Number, person.Called, a.By, a.Since, a.Note)];
        }
    }

    /// <summary>The name of a client on screen, beside 利用者番号.</summary>
    internal static string CalledOr(string? name, int? friendNumber) => name ?? (friendNumber is { } number ? Friend.AliasOf(number) : "（名前はまだ）");
}
