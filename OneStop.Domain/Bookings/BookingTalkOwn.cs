using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>What a client does with what they have: first-time questions, their bookings, the waiting list, consent.</summary>
internal sealed partial class BookingTalk
{
    /// <summary>対象者の確認と同意, before the first booking.</summary>
    private async Task<TalkReply?> FirstQuestion(BookingWish wish)
    {
        var client = await db.Clients.SingleOrDefaultAsync(c => c.FriendId == friend.Id);
        if (client is null or { Eligibility: Eligibility.NotAsked })
            return new AsksEligibility(wish);
        return await Agrees(client) ? null : new AsksConsent(wish);
    }

    private async Task<TalkReply> TellEligibility(Eligibility answer, BookingWish wish)
    {
        var client = await db.FindOrBear(friend, now);
        client.Answer(answer, now);
        if (answer == Eligibility.Yes)
            return await Agrees(client) ? await GoOn(wish with { Moves = null }, null) : new AsksConsent(wish);
        db.Messages.Add(conversation.Await($"対象者の確認: {(answer == Eligibility.No ? "「ちがう」" : "「よく分からない」")}と答えました。お話をうかがってください", now));
        return new LedToPerson(answer, wish);
    }

    private async Task<TalkReply> TellConsent(bool agrees, BookingWish? wish)
    {
        var client = await db.FindOrBear(friend, now);
        if (client.Eligibility == Eligibility.NotAsked)
            return wish is null ? new AsksPhoneLater() : new AsksEligibility(wish);
        var hasAgreed = await Agrees(client);
        if (!agrees)
            return hasAgreed ? await WithdrawConsent(isSure: false) : new NoConsent(wish); // an old button takes nothing back by itself
        if (!hasAgreed)
            db.Consents.Add(Consent.To(PrivacyNotice.Version, client.Id, null, now));
        return wish is null ? new OffersForm(db.OfferForm(client, now)) : await GoOn(wish with { Moves = null }, null);
    }

    private Task<bool> Agrees(Client client) => db.Consents.InForce(client.Id).AnyAsync();

    private async Task<TalkReply> ShowMine()
    {
        if (await Client() is not { } client)
            return new ShowsMine([], []);
        var waiting = await db.WaitingList.Where(w => w.ClientId == client.Id && w.EndedAt == null && w.Date >= ServiceDay.Of(now).Date).OrderBy(w => w.Date).ToListAsync();
        return new ShowsMine(await ViewsOf(await db.Bookings.ComingOf(client.Id, now).ToListAsync()), [.. waiting.Select(ViewOf)]);
    }

    /// <summary>Finds a booking of this client's that stands and can still be changed by them.</summary>
    private async Task<TalkReply> Changeable(Guid id, Func<Booking, BookingView, Task<TalkReply>> change)
    {
        if (await Mine(id) is not { Stands: true } booking || booking.Slot.End <= now)
            return new IsOver();
        var view = await ViewOf(booking);
        if (view.CanChange)
            return await change(booking, view);
        db.Messages.Add(conversation.Await($"予約の変更・取消の希望（締切のあと）: {booking.Kind.InJapanese} {booking.Slot}", now));
        return new IsTooLate(view, (await db.TermsOf(booking.Kind)).ChangeUntilMinutes);
    }

    private async Task<TalkReply> LeaveToStaff(Guid id, bool wantsOtherTime)
    {
        if (await Mine(id) is not { Stands: true } booking || booking.Slot.End <= now)
            return new IsOver();
        db.Messages.Add(conversation.Await($"{(wantsOtherTime ? "時間を変えたい" : "行けない")}とのことです（締切のあと）: {booking.Kind.InJapanese} {booking.Slot}", now));
        return new IsPassedOn(await ViewOf(booking), wantsOtherTime);
    }

    private async Task<TalkReply> Cancel(Booking booking, BookingView view)
    {
        await db.Entry(booking).Collection(b => b.Cells).LoadAsync();
        booking.Cancel(null, null, now);
        await db.Silence(booking, now);
        db.Messages.Add(conversation.Happen($"予約が取り消されました: {booking.Kind.InJapanese} {booking.Slot}", now));
        return new IsCancelled(view);
    }

    private async Task<TalkReply> Explain(Guid id, CancelReason reason)
    {
        if (await Mine(id) is not { State: BookingState.Cancelled } booking)
            return new IsOver();
        booking.Explain(reason);
        return new IsExplained();
    }

    private async Task<TalkReply> Acknowledge(Guid id)
    {
        if (await Mine(id) is not { State: BookingState.Confirmed } booking || booking.Slot.End <= now)
            return new IsOver();
        booking.Acknowledge(now);
        return new IsAcknowledged(await ViewOf(booking));
    }

    private async Task<TalkReply> OfferFullDays(BookingWish wish)
    {
        var terms = await db.TermsOf(wish.Kind);
        if (wish is not { Method: { } method, Moves: null } || !terms.Methods.Contains(method))
            return await Choose(wish);
        if (await FirstQuestion(wish) is { } question)
            return question;
        var full = (await WeeksShown(wish, terms, null)).FullDays;
        return full.Count == 0 ? await OfferDays(wish with { Day = null, Time = null }, terms, null) : new AsksFullDay(wish, full);
    }

    private async Task<TalkReply> Wait(BookingWish wish)
    {
        if (await FirstQuestion(wish) is { } question)
            return question;
        var terms = await db.TermsOf(wish.Kind);
        if (wish is not { Method: { } method, Day: { } day } || !terms.Methods.Contains(method) || day.Date < ServiceDay.Of(now).Date || day.Date > LastDay(terms).Date)
            return new IsOver();
        var client = await db.FindOrBear(friend, now);
        var waiting = await db.WaitingList.FirstOrDefaultAsync(w => w.ClientId == client.Id && w.EndedAt == null && w.Kind == wish.Kind && w.Method == method && w.Date == day.Date)
            ?? db.WaitingList.Add(WaitingEntry.Of(client, wish.Kind, method, day, now)).Entity;
        return new IsWaiting(ViewOf(waiting));
    }

    /// <summary>The first who presses has it: it is held for a quarter of an hour.</summary>
    private async Task<TalkReply> TakeOffer(Guid id)
    {
        if (await Client() is not { } client || await db.WaitingList.SingleOrDefaultAsync(w => w.Id == id && w.ClientId == client.Id) is not { EndedAt: null, ToldOf: { } start } waiting || start <= now)
            return new IsOver();
        var terms = await db.TermsOf(waiting.Kind);
        var day = ServiceDay.Of(start);
        var wish = new BookingWish(waiting.Kind, waiting.Method, day, day.TimeOf(start));
        if (await FirstQuestion(wish) is { } question)
            return question;
        if (await Hindrance(wish, terms, start, null) is { } hindrance)
            return hindrance;
        return await db.Seat(client, terms, waiting.Method, start, now, now, now + WaitingEntry.OfferHeldFor) is { } held
            ? new AsksToConfirm(wish, held.Id, held.Slot, WaitingEntry.OfferHeldFor)
            : await Gone(wish, terms, null);
    }

    private async Task<TalkReply> StopWaiting(Guid id)
    {
        if (await Client() is not { } client || await db.WaitingList.SingleOrDefaultAsync(w => w.Id == id && w.ClientId == client.Id) is not { } waiting)
            return new IsOver();
        waiting.End(now);
        return new WaitsNoMore(ViewOf(waiting));
    }

    /// <summary>今すぐ相談: a booking for the next quarter hour (予約制, 仕様書 7(2)①(イ)), where it is switched on and somebody is free.</summary>
    private async Task<TalkReply> BookNow()
    {
        var wish = new BookingWish(BookingKind.Consultation, ContactMethod.Chat);
        var terms = await db.TermsOf(wish.Kind);
        if (!terms.OffersNow)
            return new NotNow(WhyNotNow.SwitchedOff);
        if (await FirstQuestion(wish) is { } question)
            return question;
        var start = NextQuarter;
        if (await db.Calendar(ServiceDay.Of(now).Date) is var calendar && !IsHeld(calendar, terms))
            return new NotNow(WhyNotNow.Closed, calendar.OpensAfter(now, ContactMethod.Chat));
        if (await Hindrance(wish, terms, start, null) is { } hindrance)
            return hindrance;
        var client = await db.FindOrBear(friend, now);
        return await db.Seat(client, terms, ContactMethod.Chat, start, now, now) is { } booking ? await Booked(client, booking, isMoved: false, isNow: true) : new NotNow(WhyNotNow.Busy);
    }

    private DateTimeOffset NextQuarter => DateTimeOffset.FromUnixTimeSeconds((BookingCell.IndexOf(now) + 1) * Slot.Quarter * 60);

    /// <summary>Its button stands on a card only while it may lead to a talk.</summary>
    private async Task<bool> OffersNow(BookingTerms terms) => terms.OffersNow && IsHeld(await db.Calendar(ServiceDay.Of(now).Date), terms);

    private bool IsHeld(ServiceCalendar calendar, BookingTerms terms) => terms.Methods.Contains(ContactMethod.Chat) && calendar.Covers(new Slot(NextQuarter, terms.Minutes), ContactMethod.Chat);

    /// <summary>The page takes a telephone number, so consent is asked for first.</summary>
    private async Task<TalkReply> OfferForm() => await Client() is not { Eligibility: not Eligibility.NotAsked } client ? new AsksPhoneLater()
        : await Agrees(client) ? new OffersForm(db.OfferForm(client, now))
        : new AsksConsent(null);

    private async Task<TalkReply> WithdrawConsent(bool isSure)
    {
        if (await Client() is not { } client || !await db.Consents.Given(client.Id).AnyAsync())
            return new HasNoConsent();
        if (!isSure)
            return new AsksIfSure(ForErasure: false, await db.Bookings.ComingOf(client.Id, now).CountAsync());
        db.Messages.Add(conversation.Await("個人情報の取り扱いへの同意が撤回されました", now));
        return new ConsentIsWithdrawn(await db.WithdrawConsent(client.Id, null, now));
    }

    private async Task<TalkReply> AskErasure(bool isSure)
    {
        if (!isSure)
            return new AsksIfSure(ForErasure: true, 0);
        (await db.FindOrBear(friend, now)).AskErasure(now);
        db.Messages.Add(conversation.Await("記録の消去の依頼がありました。業務責任者に伝えてください", now));
        return new ErasureIsAsked();
    }

    private Task<Client?> Client() => db.Clients.SingleOrDefaultAsync(c => c.FriendId == friend.Id);

    private async Task<Booking?> Mine(Guid id) =>
        await Client() is { } client ? await db.Bookings.Include(b => b.Cells).SingleOrDefaultAsync(b => b.Id == id && b.ClientId == client.Id) : null;

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
        var until = booking.Slot.Start.AddMinutes(-(await db.TermsOf(booking.Kind)).ChangeUntilMinutes);
        return new(booking.Id, booking.Kind, booking.Method, booking.Slot, StaffMember.FamilyNameOf(name), booking.IsProposal || now <= until, booking.AcknowledgedAt is not null, booking.Method == ContactMethod.Phone && (await Client())?.Phone is null, booking.IsProposal);
    }

    private static WaitingView ViewOf(WaitingEntry waiting) => new(waiting.Id, waiting.Kind, waiting.Method, new(waiting.Date));
}
