using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>What a client does with their own bookings.</summary>
internal sealed partial class BookingDialogue
{
    private async Task<DialogueReply> ShowMine()
    {
        if (await turn.Client() is not { } client)
            return new ShowsMine([], []);
        return new ShowsMine(await ViewsOf(await db.Bookings.ComingOf(client.Id, now).ToListAsync()), [.. (await WaitingOf(client)).Select(ViewOf)]);
    }

    /// <summary>Runs a change on a booking of this client that stands and that they can still change themselves.</summary>
    private async Task<DialogueReply> Changeable(Guid id, Func<Booking, BookingView, Task<DialogueReply>> change)
    {
        if (await Mine(id) is not { Stands: true } booking || booking.Slot.End <= now)
            return await Over(id);
        var view = await ViewOf(booking);
        if (view.CanChange)
            return await change(booking, view);
        turn.LeaveToStaff($"予約の変更・取消の希望（締切のあと）: {booking.Kind.InJapanese} {booking.Slot}");
        return new IsTooLate(view, (await db.TermsOf(booking.Kind, now)).ChangeUntilMinutes);
    }

    private async Task<DialogueReply> LeaveToStaff(Guid id, bool wantsOtherTime)
    {
        if (await Mine(id) is not { Stands: true } booking || booking.Slot.End <= now)
            return await Over(id);
        var view = await ViewOf(booking);
        turn.LeaveToStaff($"{(wantsOtherTime ? "時間を変えたい" : "行けない")}とのことです{(view.CanChange ? "" : "（締切のあと）")}: {booking.Kind.InJapanese} {booking.Slot}");
        return new IsPassedOn(view, wantsOtherTime);
    }

    /// <summary>
    /// やっぱり行けない: offers to cancel the only coming booking, or leaves it to staff after the deadline; with several the client chooses. Without any,
    /// staff is told all the same: the appointment may have been made in the talk.
    /// </summary>
    private async Task<DialogueReply> SayThatTheyCannotCome()
    {
        List<Booking> coming = await turn.Client() is { } client ? await db.Bookings.ComingOf(client.Id, now).Take(2).ToListAsync() : [];
        if (coming.Count == 0)
        {
            turn.LeaveToStaff("行けないとのことです（予約はありません。トークで決めたことかもしれません）");
            return new IsPassedOn(null, WantsOtherTime: false);
        }
        if (coming is not [var only])
            return await ShowMine();
        return await ViewOf(only) is { CanChange: true } view ? new AsksToCancel(view) : await LeaveToStaff(only.Id, wantsOtherTime: false);
    }

    /// <summary>取り消す. Pressed twice, it gives the same reply.</summary>
    private async Task<DialogueReply> Cancel(Guid id) =>
        await Mine(id) is { State: BookingState.Cancelled } gone && gone.Slot.End > now && await SuccessorOf(gone) is null
        ? new IsCancelled(await ViewOf(gone))
        : await Changeable(id, Cancel);

    /// <summary>変更する, pressed twice: returns the reply if the booking has already been moved to just this time and method, else null.</summary>
    private async Task<DialogueReply?> WasMovedSo(Guid moving, BookingWish wish) =>
        await Mine(moving) is { Stands: false } old && await SuccessorOf(old) is { } moved && moved.Slot.Start == wish.Start
        && moved.Method == wish.Method ? new WasBooked(await ViewOf(moved), IsMoved: true) : null;

    /// <summary>Returns the reply to an outdated button; if the booking was moved, with the one that holds now.</summary>
    private async Task<DialogueReply> Over(Guid id) =>
        await Mine(id) is { Stands: false } old && await SuccessorOf(old) is { } successor ? new IsReplaced(await ViewOf(successor)) : new IsOver();

    /// <summary>Returns the last booking of a chain of moves if it is still to come, else null.</summary>
    private async Task<Booking?> SuccessorOf(Booking moved)
    {
        var last = moved;
        while (await db.Bookings.FirstOrDefaultAsync(b => b.MovedFrom == last.Id) is { } next)
            last = next;
        return last != moved && last.Stands && last.Slot.End > now ? last : null;
    }

    private async Task<DialogueReply> Cancel(Booking booking, BookingView view)
    {
        await db.Entry(booking).Collection(b => b.Cells).LoadAsync();
        booking.Cancel(null, null, now);
        await db.WindUp(booking, now);
        db.Messages.Add(conversation.AddEvent($"予約が取り消されました: {booking.Kind.InJapanese} {booking.Slot}", now));
        return new IsCancelled(view);
    }

    private async Task<DialogueReply> Explain(Guid id, CancelReason reason)
    {
        if (await Mine(id) is not { State: BookingState.Cancelled } booking)
            return new IsOver();
        booking.Explain(reason);
        return new IsExplained();
    }

    private async Task<DialogueReply> Acknowledge(Guid id)
    {
        if (await Mine(id) is not { State: BookingState.Confirmed } booking || booking.Slot.End <= now)
            return new IsOver();
        booking.Acknowledge(now);
        return new IsAcknowledged(await ViewOf(booking));
    }

    /// <summary>今すぐ相談: books the next quarter hour (予約制, 仕様書 7(2)①(イ)) if it is switched on and somebody is free.</summary>
    private async Task<DialogueReply> BookNow()
    {
        var wish = new BookingWish(BookingKind.Consultation, ContactMethod.Chat);
        var terms = await db.TermsOf(wish.Kind, now);
        if (!terms.OffersNow)
            return new NotNow(WhyNotNow.SwitchedOff);
        var start = NextQuarter;
        if (await db.Calendar(ServiceDay.Of(now).Date) is var calendar && !IsHeld(calendar, terms))
            return new NotNow(WhyNotNow.Closed, calendar.OpensAfter(now, ContactMethod.Chat));
        if (await Obstacle(wish, terms, start, null) is { } problem)
            return problem;
        var client = await turn.Register();
        return await db.Allocate(client, terms, ContactMethod.Chat, start, now, now) is { } booking
            ? await Booked(client, booking, isMoved: false, isNow: true)
            : new NotNow(WhyNotNow.Busy);
    }

    private DateTimeOffset NextQuarter => DateTimeOffset.FromUnixTimeSeconds((BookingCell.IndexOf(now) + 1) * Slot.Quarter * 60);

    /// <summary>Whether a card shows the button 今すぐ相談: only while it can lead to a talk.</summary>
    private async Task<bool> OffersNow(BookingTerms terms) => terms.OffersNow && IsHeld(await db.Calendar(ServiceDay.Of(now).Date), terms);

    private bool IsHeld(ServiceCalendar calendar, BookingTerms terms) =>
        terms.Methods.Contains(ContactMethod.Chat) && calendar.Covers(new Slot(NextQuarter, terms.Minutes), ContactMethod.Chat);

    private async Task<Booking?> Mine(Guid id) =>
        await turn.Client() is { } client ? await db.Bookings.Include(b => b.Cells).SingleOrDefaultAsync(b => b.Id == id && b.ClientId == client.Id) : null;

    private async Task<IReadOnlyList<BookingView>> ViewsOf(IEnumerable<Booking> bookings)
    {
        var views = new List<BookingView>();
        foreach (var booking in bookings)
            views.Add(await ViewOf(booking));
        return views;
    }

    private async Task<BookingView> ViewOf(Booking booking)
    {
        var name = await db.Users.Where(u => u.Id == booking.StaffId).Select(u => u.Name).SingleAsync();
        var until = (await db.TermsOf(booking.Kind, now)).ChangeableUntil(booking.Slot);
        return new(booking.Id, booking.Kind, booking.Method, booking.Slot, StaffMember.FamilyNameOf(name), booking.IsProposal || now <= until,
            booking.AcknowledgedAt is not null, booking.Method == ContactMethod.Phone && (await turn.Client())?.Phone is null, booking.IsProposal);
    }

    private static WaitingView ViewOf(WaitingEntry waiting) => new(waiting.Id, waiting.Kind, waiting.Method, new(waiting.Date));
}
