using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Today.Briefing;

/// <summary>相談の前の窓口: what is known of the client of a booking, in one reading. It counts as opening the client.</summary>
[DisplayName("相談の前に")]
public sealed class PreBriefDesk(DeskContext desk, IEnumerable<IDueSource> due, IEnumerable<ITimelineSource> timeline)
{
    /// <summary>How many due items are shown.</summary>
    private const int MostDue = 3;

    /// <summary>Reads the brief of a booking and records the look at its client; null if there is no such booking.</summary>
    [DisplayName("相談の前に読む")]
    [Allowed(Casework = true)]
    public Task<Brief?> Open(Guid bookingId)
    {
        desk.MayDo<PreBriefDesk>();
        return desk.Open(db => Read(db, bookingId), b => OpenedRecord.Client(b.Client.Id));
    }

    private async Task<Brief?> Read(OneStopDb db, Guid bookingId)
    {
        var (now, today) = (desk.Now, desk.Now.JapaneseDate);
        var about = await db.Bookings.Where(b => b.Id == bookingId).Select(b => (Guid?)b.ClientId).SingleOrDefaultAsync();
        if (about is not { } id || await db.Clients.Where(c => c.Id == id).ToRows(db).SingleOrDefaultAsync() is not { } client)
            return null;
        var person = (await db.PersonOf(id))!;
        var marks = await db.MarksOf(client);
        return new()
        {
            BookingId = bookingId,
            Client = client,
            Flags = await db.FlagsOf(client, marks),
            Words = (await db.OwnWordsOf(new Dictionary<Guid, Guid?> { [id] = client.ConversationId }, today))[id],
            Unanswered = await db.UnansweredOf(marks),
            Sheets = await db.SheetsOf(id),
            Talks = await db.PastTalksOf(id),
            Notes = await db.NotesOf(client, marks, await timeline.PinnedOf(db, id, person),
                await db.WithStoodInFor(desk.Actor.StaffId, now), ServiceDay.Of(now).Date),
            Due = [.. (await due.Rows(db, new(person, null, DateTimeOffset.MaxValue, now, DueDesk.Most)))
                .Where(r => r.Item.Kind != AnswersDue.Answer).Take(MostDue)], // what waits for an answer stands above
            Told = (await db.FourTold([id]))[id],
            Past = await db.PastBookingsOf(id, bookingId),
        };
    }
}
