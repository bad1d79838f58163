using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Domain.Stages;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

/// <summary>Queries for the head of a case file.</summary>
internal static class CaseFileQueries
{
    extension(IEnumerable<ICaseTrack> tracks)
    {
        /// <summary>Returns the furthest stage that is open for a client.</summary>
        public async Task<CaseStage> StageOf(OneStopDb db, Guid clientId)
        {
            foreach (var track in tracks.OrderByDescending(t => t.Stage))
                if (await db.Clients.Where(c => c.Id == clientId).AnyAsync(track.IsOn(db)))
                    return track.Stage;
            return CaseStage.Registered;
        }
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns who is in charge of a client, or was it last.</summary>
        public Task<CaseCharge?> ChargeOf(Guid clientId) =>
            (from a in db.CaseAssignments
             where a.ClientId == clientId
             join s in db.Users on a.StaffId equals s.Id
             join b in db.Users on a.AssignedBy equals b.Id
             orderby a.Until == null descending, a.Until descending, a.Since descending
             select new CaseCharge(a.Id, a.StaffId, s.Name, a.Since, a.Until, a.Note, b.Name, a.AcknowledgedAt != null)).FirstOrDefaultAsync();

        /// <summary>Returns the client's next booking.</summary>
        public Task<BookedTalk?> NextTalkOf(Guid clientId, DateTimeOffset now) =>
            db.Bookings.ComingOf(clientId, now)
                .Join(db.Users, b => b.StaffId, s => s.Id, (b, s) => new BookedTalk(b.Id, b.Slot.Start, b.Kind, b.Method, s.Name))
                .FirstOrDefaultAsync();

        /// <summary>Returns when a person first wrote or was registered, under whichever entry.</summary>
        public async Task<DateTimeOffset> BeginOf(CasePerson person)
        {
            var began = await db.Clients.Where(c => c.Id == person.ClientId || c.MergedIntoId == person.ClientId).MinAsync(c => c.BornAt);
            foreach (var conversation in person.Conversations)
            {
                var first = await db.Messages.Where(m => m.ConversationId == conversation).OrderBy(m => m.Order).Select(m => (DateTimeOffset?)m.At)
                    .FirstOrDefaultAsync();
                began = first < began ? first.Value : began;
            }
            return began;
        }

        /// <summary>Returns when a person of either side last spoke.</summary>
        public async Task<DateTimeOffset?> LastTalkOf(CasePerson person)
        {
            var written = await db.Conversations.Where(c => person.Conversations.Contains(c.Id)).MaxAsync(c => c.LastHumanAt);
            var held = await db.Bookings.Where(b => b.ClientId == person.ClientId && b.State == BookingState.Held).MaxAsync(b => (DateTimeOffset?)b.Slot.Start);
            return written > held || held is null ? written : held;
        }
    }
}
