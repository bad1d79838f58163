using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations.Sittings;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Consultations;

/// <summary>Opening a record, and what a new one begins with.</summary>
public sealed partial class ConsultationDesk
{
    /// <summary>The name under which the audit trail records the look at a record.</summary>
    public const string Opened = nameof(Consultation);

    /// <summary>Opens a record and records the look; null if there is none. Who may not read the words gets the rest.</summary>
    [DisplayName("記録を開く")]
    [Allowed(Casework = true)]
    public Task<ConsultationView?> Open(Guid consultationId)
    {
        desk.MayDo<ConsultationDesk>();
        return desk.Open(db => Read(db, consultationId),
            view => new OpenedRecord(Opened, consultationId, ShownPerson.Of(view.Row.ConversationId, view.Row.ClientId)));
    }

    /// <summary>Returns what a new record begins with, and records the look at the client; null if there is no such client.</summary>
    /// <param name="bookingId">The booking whose talk is recorded; null if there was none.</param>
    /// <param name="conversationId">The conversation in which the talk was held; null if it was not.</param>
    [DisplayName("記録を書きはじめる")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<ConsultationStart?> Begin(Guid clientId, Guid? bookingId, Guid? conversationId)
    {
        desk.MayDo<ConsultationDesk>();
        return desk.Open(db => Start(db, clientId, bookingId, conversationId), _ => OpenedRecord.Client(clientId));
    }

    /// <summary>Returns who can have held a consultation, by name.</summary>
    [DisplayName("相談の担当者を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Holder>> Holders()
    {
        desk.MayDo<ConsultationDesk>();
        await using var db = await desk.Read();
        var people = await db.Users.AsNoTracking().OrderBy(u => u.Name).ToListAsync(); // also who has left: the records name them
        return [.. people.Where(p => p.Duties.Any(d => d.SeesSupport)).Select(p => new Holder(p.Id, p.Name))];
    }

    private static async Task<ConsultationView?> Read(OneStopDb db, Guid id)
    {
        var row = await db.Consultations.Where(c => c.Id == id).ToRows(db).SingleOrDefaultAsync();
        if (row is null)
            return null;
        var record = await db.Consultations.AsNoTracking().SingleAsync(c => c.Id == id);
        var versions = await db.ConsultationVersions.AsNoTracking().Where(v => v.ConsultationId == id).OrderByDescending(v => v.Number).ToListAsync();
        var comments = await db.ConsultationComments.AsNoTracking().Where(c => c.ConsultationId == id && c.TakenBackAt == null)
            .OrderBy(c => c.At).ToListAsync();
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        return new()
        {
            Row = row,
            Wish = versions is [var newest, ..] ? ConsultationWish.Of(newest.Content) : null,
            Versions = [.. versions.Select(v => new VersionRow(v.Number, v.Reason, v.WrittenAt, names[v.WrittenBy], names[v.StaffId], v.Content))],
            Comments = [.. comments.Select(c => new CommentRow(c.Id, c.Edition, c.Text, c.At, c.By, names[c.By], c.Acknowledgement?.At,
                c.Acknowledgement is { } step ? names[step.StaffId] : null))],
            StartedByName = names[record.StartedBy],
            ConfirmedByName = record.Confirmation is { } confirmed ? names[confirmed.StaffId] : null,
            RemovalReason = db.Actor.SeesSupport ? record.Removal?.Reason : null,
            RemovedByName = record.Removal is { } removed ? names[removed.StaffId] : null,
            BookedOn = await db.Bookings.Where(b => b.Id == record.BookingId).Select(b => (DateOnly?)b.Day.ServiceDay).SingleOrDefaultAsync(),
        };
    }

    private async Task<ConsultationStart?> Start(OneStopDb db, Guid clientId, Guid? bookingId, Guid? conversationId)
    {
        var client = await db.Clients.Where(c => c.Id == clientId).ToRows(db).SingleOrDefaultAsync();
        if (client is null)
            return null;
        var booking = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == bookingId && b.ClientId == clientId);
        var talk = conversationId == client.ConversationId ? conversationId : null;
        var existing = booking is null ? null
            : await db.Consultations.Standing().Where(c => c.BookingId == booking.Id).Select(c => (Guid?)c.Id).SingleOrDefaultAsync();
        var wish = booking is { Talk: { } chat } ? Talked(booking, chat)
            : booking is not null ? await Called(db, booking) ?? await Seen(db, booking) ?? Promised(booking)
            : talk is { } held && await Sitting(db, held) is { } spoken ? spoken
            : Fresh();
        return new(client, wish, new(booking?.Id, talk ?? client.ConversationId), existing);
    }

    /// <summary>The calls about the booking, from the first to the last word; null if nobody spoke with the client by telephone.</summary>
    private static async Task<ConsultationWish?> Called(OneStopDb db, Booking booking)
    {
        var talks = await db.CallTries.AsNoTracking().TalksOf(booking.Id).OrderBy(t => t.At).ToListAsync();
        if (talks.Count == 0)
            return null;
        var span = TalkSpan.Of(talks[0].At, talks[^1].EndedAt!.Value);
        return Timed(span.Begin, span.End) with
        {
            Method = ConsultationMethod.Phone,
            Minutes = talks.Select(t => TalkSpan.Of(t.At, t.EndedAt!.Value)).Sum(t => ConsultationContent.MinutesOf(t.End - t.Begin)), // without the pauses
            StaffId = talks[^1].StaffId,
        };
    }

    /// <summary>The talk by video; null if nobody opened its room. One that runs has lasted until now.</summary>
    private async Task<ConsultationWish?> Seen(OneStopDb db, Booking booking)
    {
        if (await db.VideoTalks.AsNoTracking().SingleOrDefaultAsync(t => t.BookingId == booking.Id) is not { } talk)
            return null;
        var span = TalkSpan.Of(talk.BeganAt, talk.EndedAt ?? desk.Now);
        return Timed(span.Begin, span.End) with { Method = ConsultationMethod.Of(booking.Method), StaffId = talk.StaffId };
    }

    /// <summary>The times of the booking; what really was is corrected by hand.</summary>
    private static ConsultationWish Promised(Booking booking) => Timed(booking.Slot.Start, booking.Slot.End) with
    {
        Method = ConsultationMethod.Of(booking.Method),
        StaffId = booking.StaffId,
    };

    /// <summary>What the running talk knows: who held it, from when until when. One that runs ends by the record.</summary>
    private ConsultationWish Talked(Booking booking, LiveTalk talk)
    {
        var span = TalkSpan.Of(talk.BeganAt, talk.EndedAt ?? desk.Now);
        return Timed(span.Begin, span.End) with { Method = ConsultationMethod.Of(booking.Method), StaffId = talk.StaffId };
    }

    /// <summary>The last sitting of the conversation; null if nobody has spoken in it.</summary>
    private async Task<ConsultationWish?> Sitting(OneStopDb db, Guid conversationId) =>
        await db.SittingsOf(conversationId, desk.Now, 1, null) is [var sitting] && TalkSpan.Of(sitting) is { } span
            ? Timed(span.Begin, span.End) with { Method = ConsultationMethod.Chat, StaffId = desk.Actor.StaffId }
            : null;

    /// <summary>A call or a visit that has just ended: its begin is not known.</summary>
    private ConsultationWish Fresh()
    {
        var day = ServiceDay.Of(desk.Now);
        return new() { Method = ConsultationMethod.Phone, Day = day.Date, Until = ServiceDay.SayTime(day.TimeOf(desk.Now)), StaffId = desk.Actor.StaffId };
    }

    private static ConsultationWish Timed(DateTimeOffset begin, DateTimeOffset end)
    {
        var day = ServiceDay.Of(begin);
        return new()
        {
            Day = day.Date,
            From = ServiceDay.SayTime(day.TimeOf(begin)),
            Until = ServiceDay.SayTime(day.TimeOf(end)),
            Minutes = ConsultationContent.MinutesOf(end - begin),
        };
    }
}
