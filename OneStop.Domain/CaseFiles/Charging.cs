using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.CaseFiles;

/// <summary>Puts somebody in charge of a client, within the caller's save.</summary>
internal static class Charging
{
    extension(OneStopDb db)
    {
        /// <summary>Returns a member of staff who can be in charge.</summary>
        /// <exception cref="RuleException">The member has left or sees no people.</exception>
        public async Task<StaffMember> Receiver(Guid staffId) =>
            await db.Users.WorkingHere().SingleOrDefaultAsync(s => s.Id == staffId) is { } member && member.Duties.Any(d => d.SeesPeople) ? member
            : throw new RuleException("この人は、利用者の主担当になれません。");

        /// <summary>Ends the present assignment of a client and begins the next.</summary>
        /// <exception cref="RuleException">The member is in charge already, or the note is too long.</exception>
        public async Task<CaseAssignment> Charge(Guid clientId, StaffMember member, string note, Guid by, DateTimeOffset now, Guid? batchId = null)
        {
            var before = await db.CaseAssignments.SingleOrDefaultAsync(a => a.ClientId == clientId && a.Until == null);
            if (before?.StaffId == member.Id)
                throw new RuleException($"主担当は、すでに{member.Name}さんです。");
            before?.End(now);
            return db.CaseAssignments.Add(CaseAssignment.Of(clientId, member.Id, by, note, now, batchId)).Entity;
        }

        /// <summary>Removes a present assignment: who was in charge before it is again.</summary>
        public async Task Discharge(CaseAssignment assignment)
        {
            db.CaseAssignments.Remove(assignment);
            (await db.CaseAssignments.Where(a => a.ClientId == assignment.ClientId && a.Until == assignment.Since).OrderByDescending(a => a.Since)
                .FirstOrDefaultAsync())?.Resume();
        }
    }
}
