using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Hours;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>One step of the booking dialogue with one friend, within one save.</summary>
internal sealed partial class BookingDialogue(DialogueTurn turn)
{
    /// <summary>How long 仮押さえ lasts while the client reads the last question.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(5);

    /// <summary>The most coming bookings of one client.</summary>
    public const int MostComing = 5;

    /// <summary>The most days for which a client can wait at once: each is a promise to notify them, and a place in the queue ahead of others.</summary>
    public const int MostWaiting = 5;

    /// <summary>How many days are shown at a time: four weeks.</summary>
    public const int DaysShown = 28;

    private const int MostNear = 6;
    private readonly OneStopDb db = turn.Db;
    private readonly Friend friend = turn.Friend;
    private readonly Conversation conversation = turn.Conversation;
    private readonly DateTimeOffset now = turn.Now;

    /// <summary>Returns the reply to a step.</summary>
    public Task<DialogueReply> Answer(BookingStep step) => step switch
    {
        Chooses { Wish: var wish } => Choose(wish),
        Confirms { HeldId: var held, Wish: var wish } => Confirm(held, wish),
        LooksAtMine => ShowMine(),
        WantsToMove { BookingId: var id } => StartMoving(id),
        WantsToCancel { BookingId: var id } => Changeable(id, (_, view) => Task.FromResult<DialogueReply>(new AsksToCancel(view))),
        Cancels { BookingId: var id } => Cancel(id),
        CannotCome => SayThatTheyCannotCome(),
        LeavesToStaff { BookingId: var id, WantsOtherTime: var wantsOther } => LeaveToStaff(id, wantsOther),
        Explains { BookingId: var id, Reason: var reason } => Explain(id, reason),
        Acknowledges { BookingId: var id } => Acknowledge(id),
        LooksAtFull { Wish: var wish } => OfferFullDays(wish),
        WantsToWait { Wish: var wish } => Wait(wish),
        TakesOffer { WaitingId: var id } => TakeOffer(id),
        StopsWaiting { WaitingId: var id } => StopWaiting(id),
        WantsNow => BookNow(),
        _ => throw new InvalidOperationException($"No answer to {step.GetType().Name}."),
    };

    /// <summary>Asks for the next missing choice, in this order: method, day, time.</summary>
    private Task<DialogueReply> Choose(BookingWish pressed)
    {
        var wish = pressed with { IsInVain = false }; // of the card before
        return wish.Moves is { } moving ? Changeable(moving, (old, _) => GoOn(wish, old)) : GoOn(wish, null);
    }

    /// <summary>
    /// Takes chat if no method was chosen, to save a tap; the method can be changed at the end. Asks for the method if the client wishes to change
    /// it, or if the chosen one is not offered any more.
    /// </summary>
    /// <param name="old">The booking that is about to be moved.</param>
    private async Task<DialogueReply> GoOn(BookingWish wish, Booking? old)
    {
        var terms = await db.TermsOf(wish.Kind, now);
        return wish.Method is { } method && terms.Methods.Contains(method) ? await Choose(wish, old)
            : terms.Methods is [var only] ? await Choose(wish with { Method = only, AsksMethod = false }, old)
            : wish is { Method: null, AsksMethod: false } && terms.Methods.Contains(ContactMethod.Chat)
                ? await Choose(wish with { Method = ContactMethod.Chat }, old)
            : terms.Methods.Count == 0 ? new HasNoMethod(wish)
            : new AsksMethod(wish with { AsksMethod = false }, terms.Methods, old is null && await OffersNow(terms));
    }

    private async Task<DialogueReply> Choose(BookingWish wish, Booking? old)
    {
        var terms = await db.TermsOf(wish.Kind, now);
        if (wish.Day is not { } day)
            return await OfferDays(wish, terms, old);
        if (wish.Start is { } start)
            return await Offer(wish, terms, start, old);
        var times = (await FreeSlotsOn(day, day, wish, terms, old)).Times(day);
        return times.Count == 0 ? await Nothing(wish, terms) : new AsksTime(wish, times);
    }

    private async Task<DialogueReply> OfferDays(BookingWish wish, BookingTerms terms, Booking? old)
    {
        var from = ServiceDay.Of(now).AddDays(wish.Later);
        if (from.Date > LastDay(terms).Date)
            return new IsFull(wish with { Later = 0 });
        var freeSlots = await WeeksShown(wish, terms, old);
        int? later = from.AddDays(DaysShown - 1).Date < LastDay(terms).Date ? wish.Later + DaysShown : null;
        var hasFullDays = old is null && freeSlots.FullDays.Count > 0; // a client who moves a booking already has one and need not wait
        return freeSlots.Days.Count == 0 && !hasFullDays && later is null
            ? new IsFull(wish)
            : new AsksDay(wish, freeSlots.Days, later, old is null ? freeSlots.FullDays : [],
                old is null && wish.Method == ContactMethod.Chat && await OffersNow(terms));
    }

    private async Task<FreeSlots> WeeksShown(BookingWish wish, BookingTerms terms, Booking? old)
    {
        var (from, end) = (ServiceDay.Of(now).AddDays(wish.Later), LastDay(terms));
        return await FreeSlotsOn(from, from.AddDays(DaysShown - 1) is var shown && shown.Date > end.Date ? end : shown, wish, terms, old);
    }

    /// <summary>Holds the chosen time while the client reads the last question; for a move, only checks that it is free.</summary>
    private async Task<DialogueReply> Offer(BookingWish wish, BookingTerms terms, DateTimeOffset start, Booking? old)
    {
        if (await Obstacle(wish, terms, start, old) is { } problem)
            return problem;
        if (old is not null)
        {
            var day = ServiceDay.Of(start);
            return (await FreeSlotsOn(day, day, wish, terms, old)).Times(day).Contains(wish.Time!.Value)
                ? new AsksToConfirm(wish, old.Id, new Slot(start, terms.Minutes), null, terms.Methods)
                : await Gone(wish, terms, old);
        }
        var client = await turn.Register();
        var held = await Allocate(client, terms, wish, start, now + HeldFor);
        return held is null ? await Gone(wish, terms, null) : new AsksToConfirm(wish, held.Id, held.Slot, HeldFor, terms.Methods);
    }

    private async Task<DialogueReply> Confirm(Guid heldId, BookingWish wish)
    {
        if (wish.Moves is { } moving)
            return await WasMovedSo(moving, wish) ?? await Changeable(moving, (old, _) => Move(wish, old));
        if (wish.Start is not { } start || wish.Method is null)
            return await Choose(wish);

        var client = await turn.Register();
        var terms = await db.TermsOf(wish.Kind, now);
        var held = await db.Bookings.SingleOrDefaultAsync(b => b.Id == heldId && b.ClientId == client.Id);
        if (held is { State: BookingState.Confirmed })
            return held.Slot.End > now ? new WasBooked(await ViewOf(held)) : new IsOver();
        if (held is { Stands: false } && await SuccessorOf(held) is { } successor)
            return new IsReplaced(await ViewOf(successor));
        if (held is { Stands: false } || (held is { IsProposal: true } && held.Slot.Start <= now))
            return new IsOver(); // cancelled or moved meanwhile, or its time has come
        if (held is not { IsProposal: true } && !terms.Offers(wish.Method.Value, ServiceDay.Of(start)))
            return await GoOn(wish, null); // not on offer any more since the button was shown
        if (held is not null && (held.HeldUntil is null || held.HeldUntil > now) && held.Slot.Start > now)
        {
            await db.Entry(held).Collection(b => b.Cells).LoadAsync(); // only here: when a hold has run out, its quarter hours may be another booking's by now
            if (held.KeepsItsTime)
            {
                held.Confirm();
                ReminderDesk.CountAsSaid(held, now); // no reminder within the hour of the client's own decision
                return await Booked(client, held, isMoved: false);
            }
        }
        if (await Obstacle(wish, terms, start, null) is { } problem)
            return problem;
        var booking = await Allocate(client, terms, wish, start); // the hold has run out, but the time may still be free
        return booking is null ? await Gone(wish, terms, null) : await Booked(client, booking, isMoved: false);
    }

    private async Task<DialogueReply> Move(BookingWish wish, Booking old)
    {
        var terms = await db.TermsOf(wish.Kind, now);
        if (wish is not { Method: { } method, Start: { } start } || !terms.Methods.Contains(method))
            return await GoOn(wish, old);
        if (await Obstacle(wish, terms, start, old) is { } problem)
            return problem;
        var client = await turn.Register();
        var booking = await Allocate(client, terms, wish, start, moves: old);
        return booking is null ? await Gone(wish, terms, old) : await Booked(client, booking, isMoved: true);
    }

    private Task<DialogueReply> StartMoving(Guid id) => Changeable(id, (old, _) => GoOn(new BookingWish(old.Kind, old.Method, Moves: old.Id), old));

    private async Task<DialogueReply> Booked(Client client, Booking booking, bool isMoved, bool isNow = false)
    {
        var view = await ViewOf(booking);
        var what = $"{(isMoved ? "予約が変更されました" : isNow ? "今すぐ相談の予約が入りました" : "予約が入りました")}: {booking.Kind.InJapanese} {booking.Slot}（{booking.Method.InJapanese}・担当 {view.With}）";
        db.Messages.Add(isNow ? conversation.AddWaitingEvent(what, now) : conversation.AddEvent(what, now)); // it may begin in minutes
        await db.EndWaiting(booking, now);
        return new IsBooked(view, isMoved,
            (view.LacksPhone || friend.CalledAs is null) && await db.Agrees(client.Id, ConsentPurpose.Consultation, now) ? db.OfferForm(client, now) : null);
    }

    /// <summary>Returns a reply if the client's own bookings prevent this one: an overlap, or too many; else null.</summary>
    private async Task<DialogueReply?> Obstacle(BookingWish wish, BookingTerms terms, DateTimeOffset start, Booking? old)
    {
        if (await turn.Client() is not { } client)
            return null;
        var coming = await db.Bookings.ComingOf(client.Id, now).Where(b => old == null || b.Id != old.Id).ToListAsync();
        var slot = new Slot(start, terms.Minutes);
        if (coming.FirstOrDefault(b => b.Slot.Overlaps(slot)) is { } other)
        {
            var view = await ViewOf(other);
            return other.Kind != wish.Kind || other.Slot.Start != start ? new HasAnother(view, wish with { Time = null })
                : view.IsProposal ? new IsProposed(view)
                : new WasBooked(view);
        }
        return coming.Count >= MostComing ? new HasEnough(await ViewsOf(coming)) : null;
    }

    private async Task<DialogueReply> Gone(BookingWish wish, BookingTerms terms, Booking? old, bool waits = false)
    {
        var day = wish.Day!.Value;
        var times = (await FreeSlotsOn(day, day, wish, terms, old)).Times(day);
        return times.Count == 0 ? await Nothing(wish, terms, waits)
            : new IsGone(await CountInVain(wish, terms, isDayFull: false, waits) with { Time = null },
                [.. times.OrderBy(t => (t - wish.Time!.Value).Duration()).Take(MostNear).Order()]);
    }

    /// <summary>Returns the reply for a day without a free time: it is full, or nothing can be booked on it at all.</summary>
    private async Task<DialogueReply> Nothing(BookingWish wish, BookingTerms terms, bool waits = false) =>
        await WhyNever(wish, terms) is { } why ? new HasNothing(wish with { Time = null }, why)
            : new IsFull(await CountInVain(wish, terms, isDayFull: true, waits));

    private async Task<WhyNothing?> WhyNever(BookingWish wish, BookingTerms terms)
    {
        var day = wish.Day!.Value;
        if (day.Date > LastDay(terms).Date)
            return WhyNothing.TooFar;
        if (day.Date < ServiceDay.Of(now).Date)
            return WhyNothing.Over;
        if (!terms.Offers(wish.Method!.Value, day) || (await db.Calendar(day.Date)).HoursOn(day, wish.Method.Value) is not { } hours)
            return WhyNothing.Closed;
        return day.At(hours.Closes).AddMinutes(-terms.Minutes) < Earliest(terms) ? WhyNothing.Over : null;
    }

    /// <summary>Reads the free times for this client, up to the horizon.</summary>
    private async Task<FreeSlots> FreeSlotsOn(ServiceDay from, ServiceDay until, BookingWish wish, BookingTerms terms, Booking? old) =>
        await FreeSlots.Read(db, terms, wish.Method!.Value, from, until.Date > LastDay(terms).Date ? from.AddDays(-1) : until, Earliest(terms), now,
            old, (await turn.Client())?.Id);

    /// <summary>Books only a time that is offered: a forged button cannot book any other.</summary>
    private async Task<Booking?> Allocate(Client client, BookingTerms terms, BookingWish wish, DateTimeOffset start, DateTimeOffset? heldUntil = null,
        Booking? moves = null) =>
        ServiceDay.Of(start).Date > LastDay(terms).Date || wish.Time!.Value.Ticks % FreeSlots.OfferedEvery.Ticks != 0
        ? null
        : await db.Allocate(client, terms, wish.Method!.Value, start, Earliest(terms), now, heldUntil, moves);

    private DateTimeOffset Earliest(BookingTerms terms) => now.AddMinutes(terms.LeadMinutes);

    private ServiceDay LastDay(BookingTerms terms) => ServiceDay.Of(now).AddDays(terms.HorizonDays);
}
