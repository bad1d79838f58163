using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>空き待ち: waiting for a free time on a full day.</summary>
internal sealed partial class BookingDialogue
{
    private async Task<DialogueReply> OfferFullDays(BookingWish wish)
    {
        var terms = await db.TermsOf(wish.Kind, now);
        if (wish is not { Method: { } method, Moves: null } || !terms.Methods.Contains(method))
            return await Choose(wish);
        var full = (await WeeksShown(wish, terms, null)).FullDays;
        return full.Count == 0 ? await OfferDays(wish with { Day = null, Time = null }, terms, null) : new AsksFullDay(wish, full);
    }

    private async Task<DialogueReply> Wait(BookingWish wish)
    {
        var terms = await db.TermsOf(wish.Kind, now);
        if (wish is not { Method: { } method, Day: { } day })
            return new IsOver();
        if (!terms.Methods.Contains(method))
            return await GoOn(wish, null); // not on offer any more: the other methods are
        if (await WhyNever(wish, terms) is { } why)
            return new HasNothing(wish with { Time = null }, why);
        var client = await turn.Register();
        var waits = await WaitingOf(client);
        if (waits.Find(w => w.Kind == wish.Kind && w.Method == method && w.Date == day.Date) is { } already)
            return new IsWaiting(ViewOf(already));
        return waits.Count >= MostWaiting ? new WaitsForEnough([.. waits.Select(ViewOf)])
            : new IsWaiting(ViewOf(db.WaitingList.Add(WaitingEntry.Of(client, wish.Kind, method, day, now)).Entity));
    }

    /// <summary>Holds the offered time for a quarter of an hour for the first who presses the button.</summary>
    private async Task<DialogueReply> TakeOffer(Guid id)
    {
        if (await turn.Client() is not { } client
            || await db.WaitingList.SingleOrDefaultAsync(w => w.Id == id && w.ClientId == client.Id) is not { ToldOf: { } start } waiting || start <= now)
            return new IsOver();
        if (waiting.EndedAt is not null) // pressed again after it was booked
            return await db.Bookings.ComingOf(client.Id, now).FirstOrDefaultAsync(b => b.Kind == waiting.Kind && b.Slot.Start == start) is { } taken
                ? new WasBooked(await ViewOf(taken))
                : new IsOver();
        var terms = await db.TermsOf(waiting.Kind, now);
        var day = ServiceDay.Of(start);
        var wish = new BookingWish(waiting.Kind, waiting.Method, day, day.TimeOf(start));
        if (!terms.Methods.Contains(waiting.Method))
            return await GoOn(wish, null);
        if (await Obstacle(wish, terms, start, null) is { } problem)
            return problem;
        return await db.Allocate(client, terms, waiting.Method, start, now, now, now + WaitingEntry.OfferHeldFor) is { } held
            ? new AsksToConfirm(wish, held.Id, held.Slot, WaitingEntry.OfferHeldFor, [])
            : await Gone(wish, terms, null, waits: true);
    }

    private async Task<DialogueReply> StopWaiting(Guid id)
    {
        if (await turn.Client() is not { } client || await db.WaitingList.SingleOrDefaultAsync(w => w.Id == id && w.ClientId == client.Id) is not { } waiting)
            return new IsOver();
        waiting.End(now);
        return new WaitsNoMore(ViewOf(waiting));
    }

    private Task<List<WaitingEntry>> WaitingOf(Client client) =>
        db.WaitingList.Where(w => w.ClientId == client.Id && w.EndedAt == null && w.Date >= ServiceDay.Of(now).Date).OrderBy(w => w.Date).ToListAsync();
}
