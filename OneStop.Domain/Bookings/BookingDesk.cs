using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>予約の窓口 for staff: the day's bookings, and booking and changing for a client who telephones.</summary>
[DisplayName("予約")]
public sealed partial class BookingDesk(DeskContext desk, AuditKey key)
{
    /// <summary>Returns one booking; null if there is none.</summary>
    [DisplayName("予約を1件見る")]
    [Allowed(Casework = true)]
    public async Task<BookingRow?> Look(Guid bookingId)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        return desk.ShowOne(await db.Bookings.Where(b => b.Id == bookingId).ToRows(db).SingleOrDefaultAsync());
    }

    /// <summary>Returns the past and coming bookings of a conversation's client, the latest first.</summary>
    [DisplayName("会話の人の予約を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<BookingRow>> Of(Guid conversationId)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var clients = db.Clients.OfTalk(db, conversationId).Select(c => c.Id);
        var rows = await db.Bookings.Where(b => clients.Contains(b.ClientId) && !b.IsAnnulled
            && (b.State != BookingState.Tentative || b.HeldUntil == null)).ToRows(db).ToListAsync();
        return desk.Show([.. rows.AsEnumerable().Reverse()]);
    }

    /// <summary>Returns the free starts of a service day, with the names of who is free.</summary>
    /// <param name="moving">The booking that is to be moved: its own time counts as free.</param>
    /// <param name="minutes">The length of the talk; null for the length of the kind.</param>
    /// <exception cref="RuleException">It is by video, and no service is approved for that day.</exception>
    [DisplayName("空き枠を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<FreeTime>> FreeTimes(BookingKind kind, ContactMethod method, DateOnly day, Guid? moving = null, int? minutes = null)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var old = moving is { } id ? await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) : null;
        var serviceDay = new ServiceDay(day);
        var terms = (await db.TermsOf(kind, now)).Lasting(minutes);
        terms.RefuseUnapproved(method, serviceDay);
        var freeSlots = await FreeSlots.Read(db, terms, method, serviceDay, serviceDay, now, now, old);
        var names = await db.Users.AsNoTracking().WorkingHere().ToDictionaryAsync(u => u.Id, u => u.Name);
        return [.. freeSlots.AllTimes(serviceDay)
            .Select(t => new FreeTime(t, [.. freeSlots.PeopleFor(serviceDay.At(t), null).Select(p => new FreePerson(p, names[p]))]))];
    }

    /// <summary>Returns the methods that can be chosen on a service day: video only if a service is approved for it.</summary>
    [DisplayName("選べる相談方法を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ContactMethod>> Methods(DateOnly day)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var hasVideo = (await db.VideoProvidersOn(day)).Count > 0;
        return [.. Enum.GetValues<ContactMethod>().Where(m => m != ContactMethod.Video || hasVideo)];
    }

    /// <summary>Returns everybody who holds talks of a kind, free or not.</summary>
    /// <param name="besides">A member who is listed too, because a booking already is theirs or was put in their column.</param>
    [DisplayName("予約の担当者を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<FreePerson>> People(BookingKind kind, Guid? besides = null)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var people = await db.Users.AsNoTracking().WorkingHere().OrderBy(u => u.Name).ToListAsync();
        return [.. people.Where(p => p.Duties.Contains(kind.Needs) || p.Id == besides).Select(p => new FreePerson(p.Id, p.Name))];
    }

    /// <summary>予約を入れる: books for a client.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one booking.</param>
    /// <exception cref="RuleException">The consent is missing, or nobody is free then.</exception>
    [DisplayName("予約を入れる")]
    [Allowed(Casework = true)]
    public async Task<EnteredBooking> Book(Guid clientId, BookingPlan plan, bool isProposal, Guid? key = null)
    {
        desk.MayDo<BookingDesk>();
        EnteredBooking? entered = null;
        var id = await RefuseIfTaken(() => desk.Create(key, async db =>
        {
            var (now, client) = (desk.Now, await db.Clients.SingleAsync(c => c.Id == clientId));
            if (!await db.Consents.InForce(client.Id, ConsentPurpose.Consultation, desk.Now.JapaneseDate).AnyAsync())
                throw new RuleException("個人情報の取り扱いへの同意を記録してから、予約を入れてください。");
            var booking = await Place(db, client, plan, null, now);
            if (isProposal)
                booking.Propose();
            entered = new(booking.Id, await Tell(db, booking, plan.Tells, BookingNotices.Entered, now));
            return booking.Id;
        }));
        return entered?.Id == id ? entered : new(id, plan.Tells); // an earlier attempt saved it and its response was lost
    }

    /// <summary>変更する: makes a new booking that follows the old one.</summary>
    /// <param name="heldBy">Who held the talk when the screen was opened; null to move it whoever holds it.</param>
    /// <exception cref="RuleException">The old booking has ended, is only held for a client who is choosing, or changed hands; its talk runs; or nobody is
    /// free then.</exception>
    [DisplayName("予約を変更する")]
    [Allowed(Casework = true)]
    public async Task<EnteredBooking> Move(Guid bookingId, BookingPlan plan, Guid? heldBy = null)
    {
        desk.MayDo<BookingDesk>();
        return await Change(async (db, now) =>
        {
            var old = await Find(db, bookingId);
            old.RefuseUnlessMovable();
            if (heldBy is { } seen && old.StaffId != seen)
                throw new RuleException($"この予約の担当は、{await db.Users.Where(u => u.Id == old.StaffId).Select(u => u.Name).SingleAsync()}さんに変わりました。開き直してから変更してください。");
            var (isProposal, before) = (old.IsProposal, old.Slot);
            var booking = await Place(db, await db.Clients.SingleAsync(c => c.Id == old.ClientId), plan with { Kind = old.Kind }, old, now);
            if (isProposal)
                booking.Propose(); // the client has not accepted any time yet
            return new EnteredBooking(booking.Id, await Tell(db, booking, plan.Tells, (b, t, at) => BookingNotices.Moved(b, before, t, at), now));
        });
    }

    /// <summary>取り消す: for the client, or because we cannot hold the talk.</summary>
    /// <param name="isOurs">相談員都合: we cannot hold the talk.</param>
    /// <returns>Whether the client is told in LINE.</returns>
    /// <exception cref="RuleException">The booking has already ended.</exception>
    [DisplayName("予約を取り消す")]
    [Allowed(Casework = true)]
    public async Task<bool> Cancel(Guid bookingId, bool isOurs, CancelReason? reason, bool tells)
    {
        desk.MayDo<BookingDesk>();
        return await Change(async (db, now) =>
        {
            var booking = await Find(db, bookingId);
            if (isOurs)
                booking.CallOff(desk.Actor.StaffId, now);
            else
                booking.Cancel(desk.Actor.StaffId, reason, now);
            await db.WindUp(booking, now);
            return await Tell(db, booking, tells, (b, _, _) => BookingNotices.Ended(b), now);
        });
    }

    /// <summary>確定する: confirms a tentative booking.</summary>
    /// <exception cref="RuleException">The booking is not tentative.</exception>
    [DisplayName("予約を確定する")]
    [Allowed(Casework = true)]
    public async Task Confirm(Guid bookingId)
    {
        desk.MayDo<BookingDesk>();
        await Change(bookingId, (booking, _) => booking.Confirm());
    }

    /// <summary>来談・無断: records whether the client came.</summary>
    /// <exception cref="RuleException">The booking was cancelled, or its time has not come.</exception>
    [DisplayName("来談・無断を記録する")]
    [Allowed(Casework = true)]
    public async Task Close(Guid bookingId, bool wasHeld)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) =>
        {
            var booking = await Find(db, bookingId);
            if (!wasHeld)
                await db.Miss(booking, desk.Actor.StaffId, now);
            else
                await db.Hold(booking, desk.Actor.StaffId, now);
            return bookingId;
        });
    }

    /// <summary>Undoes 来談 or 無断.</summary>
    /// <exception cref="RuleException">There is no such record, or its talk would go on beside another one of the client.</exception>
    [DisplayName("来談・無断の記録を取り消す")]
    [Allowed(Casework = true)]
    public async Task Reopen(Guid bookingId)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) =>
        {
            var booking = await Find(db, bookingId);
            booking.Reopen(now);
            await db.SilenceInvitation(booking, now);
            await db.TellTalkUnlessTold(booking, desk.Actor.StaffId, now);
            return bookingId;
        });
    }

    private async Task<Booking> Place(OneStopDb db, Client client, BookingPlan plan, Booking? old, DateTimeOffset now)
    {
        var terms = (await db.TermsOf(plan.Kind, now)).Lasting(plan.Minutes);
        if (plan.Start < now)
            throw new RuleException("これからの日時を選んでください。");
        var slot = new Slot(plan.Start, terms.Minutes);
        terms.RefuseUnapproved(plan.Method, slot.Day);
        if (!plan.Beyond && await db.Bookings.ClashOf(client.Id, slot, old?.Id, now) is { } clash)
            throw new RuleException($"{clash}ほかの時間を選ぶか、重複を承知で入れてください。");
        var booking = plan.Beyond
            ? await db.Overbook(client, terms, plan.Method, plan.Start, now, old, desk.Actor.StaffId, plan.StaffId ?? throw new RuleException("担当者を選んでください。"))
            : await db.Allocate(client, terms, plan.Method, plan.Start, now, now, moves: old, by: (desk.Actor.StaffId, plan.StaffId))
                ?? throw new RuleException("この時間は、空いている担当者がいません。ほかの時間を選ぶか、重複・時間外を承知で入れてください。");
        if (plan.Beyond)
            booking.GoBeyond(plan.Reason);
        await db.EndWaiting(booking, now);
        return booking;
    }

    private static Task<Booking> Find(OneStopDb db, Guid id) => db.Bookings.Include(b => b.Cells).SingleAsync(b => b.Id == id);

    private Task<Guid> Change(Guid bookingId, Action<Booking, DateTimeOffset> change) => Change(async (db, now) =>
    {
        change(await Find(db, bookingId), now);
        return bookingId;
    });

    /// <summary>Applies a change within one transaction.</summary>
    private Task<T> Change<T>(Func<OneStopDb, DateTimeOffset, Task<T>> change) => RefuseIfTaken(() => desk.Change(db => change(db, desk.Now)));

    /// <summary>
    /// Throws a <see cref="RuleException"/> for the screen if every attempt found the time taken by another booking, or another talk of the client
    /// running.
    /// </summary>
    private static async Task<T> RefuseIfTaken<T>(Func<Task<T>> change)
    {
        try
        {
            return await change();
        }
        catch (KeyTakenException lost) when (lost.Key.Row == typeof(BookingCell))
        {
            throw new RuleException("この時間は、たったいまほかの予約が入りました。ほかの時間を選んでください。");
        }
        catch (KeyTakenException lost) when (lost.Key.Row == typeof(LiveTalk))
        {
            throw new RuleException("この方とは、別の予約の相談が進んでいます。そちらを終えてから、もう一度押してください。");
        }
    }
}
