using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Calendars;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Calendar;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>Which bookings staff can move, to whom, and what stays as it was.</summary>
public sealed class MovingTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember aoba = null!, midori = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task What_a_client_is_choosing_is_not_moved_and_nobody_is_told()
    {
        var friend = await oneStop.OnTheWay("10月7日(水)", "15:00");
        var hold = (await oneStop.BookingsOf(friend)).Single();
        Assert.False((await oneStop.RowOf(aoba, hold.Id))!.MayMove);
        await Refused("本人がLINEで選んでいる間", () => Move(hold.Id, Plan("2026-10-07T16:00", tells: true)));
        await oneStop.Tap(friend, "予約する");
        oneStop.AssertSays(friend, "予約ができました");
    }

    [Fact]
    public async Task A_talk_that_runs_is_not_moved_and_goes_on_after_a_cancellation_was_undone()
    {
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:05");
        await oneStop.BeginsTalk(aoba, booking);
        oneStop.Pass(TimeSpan.FromMinutes(1));
        await oneStop.HasRead(friend, "相談員が入りました");
        Assert.False((await oneStop.RowOf(aoba, booking))!.MayMove);
        await Refused("相談が進んでいるため", () => Move(booking, Plan("2026-10-05T16:00")));
        await oneStop.At<BookingDesk, bool>(aoba, d => d.Cancel(booking, false, null, false));
        await oneStop.At<BookingDesk>(aoba, d => d.Restore(booking, false, false));
        Assert.True((await oneStop.RowOf(aoba, booking))!.IsTalking);
    }

    [Fact]
    public async Task Who_has_seen_another_in_charge_does_not_take_a_booking_back_unknowingly()
    {
        var booking = await Book(await oneStop.AClient(aoba), "2026-10-07T14:00");
        await oneStop.At<HandOverDesk, HandedHour>(midori, d => d.Give(booking, midori.Id, false));
        await Refused("に変わりました", () => Move(booking, Plan("2026-10-07T16:00", aoba.Id), heldBy: aoba.Id));
        Assert.Equal(midori.Id, (await oneStop.Stored(booking)).StaffId);
        await Move(booking, Plan("2026-10-07T16:00", aoba.Id), heldBy: midori.Id);
    }

    [Theory]
    [InlineData("left", "もう勤務していない人です")]
    [InlineData("planner", "就業相談の担当ではない人です")]
    public async Task Nobody_is_booked_with_who_has_left_or_lacks_the_duty_whatever_the_reason(string who, string words)
    {
        var other = await oneStop.OnShift(who, who == "planner" ? Duty.Planner : Duty.Counselor);
        if (who == "left")
            await oneStop.Read(db => db.Users.Where(u => u.Id == other.Id).ExecuteUpdateAsync(u => u.SetProperty(s => s.LeftAt, oneStop.Clock.GetUtcNow())));
        var (client, plan) = (await oneStop.AClient(aoba), Plan("2026-10-07T14:00", other.Id));
        Assert.Equal(SlotFit.Refused, await Fit(plan, null, words));
        await Refused("担当できる人を選んでください", () => oneStop.At<BookingDesk, EnteredBooking>(aoba,
            d => d.Book(client, plan with { Beyond = true, Reason = "本人の希望" }, false)));
    }

    [Fact]
    public async Task A_clients_other_talk_at_that_time_is_named_before_it_is_booked_beside()
    {
        var client = await oneStop.AClient(aoba);
        var (one, two) = (await Book(client, "2026-10-07T14:00"), await Book(client, "2026-10-07T16:00"));
        var there = Plan("2026-10-07T14:30", midori.Id);
        Assert.Equal(SlotFit.Beyond, await Fit(there, null, "この方には、同じ時間に就業相談（10月7日(水) 14:00〜15:00）があります。", client));
        Assert.Equal(SlotFit.Beyond, await Fit(there, two, "同じ時間に就業相談"));
        Assert.Equal(SlotFit.Beyond, await Fit(Plan("2026-10-07T14:30", aoba.Id), two, "があります。ほかの予約（前後の空き時間をふくむ）と重なります。"));
        Assert.Equal(SlotFit.Free, await Fit(there, one, "空いています"));
        await Move(one, there);
    }

    [Fact]
    public async Task A_kind_is_held_by_the_methods_that_the_manager_has_chosen()
    {
        var (manager, client) = (await oneStop.AMember("manager", Duty.Manager), await oneStop.AClient(aoba));
        var standard = BookingTerms.Standard(BookingKind.Consultation).Wish;
        await oneStop.At<TermsDesk>(manager, d => d.Set(BookingKind.Consultation, new(standard, standard with { Methods = [ContactMethod.Chat] })));
        var plan = Plan("2026-10-07T14:00", aoba.Id);
        Assert.Equal(SlotFit.Refused, await Fit(plan, null, "就業相談は、電話では行っていません。"));
        await Refused("電話では行っていません", () => oneStop.At<BookingDesk, EnteredBooking>(aoba,
            d => d.Book(client, plan with { Beyond = true, Reason = "本人の希望" }, false)));
    }

    [Theory]
    [InlineData("2026-10-07T14:00", "日時は変わりません")]
    [InlineData("2026-10-07T16:00", "日時が変わりました")]
    public async Task The_client_is_told_what_has_changed(string at, string told)
    {
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-07T14:00");
        await Move(booking, Plan(at, midori.Id, tells: true) with { Method = ContactMethod.Chat });
        await oneStop.Hears(friend, told);
    }

    [Fact]
    public async Task A_proposal_stays_one_and_a_booking_ends_the_waiting()
    {
        var (_, booking) = await oneStop.AHour(aoba, "2026-10-07T14:00", isProposal: true);
        Assert.Equal((BookingState.Tentative, null), (await oneStop.Stored(await Move(booking, Plan("2026-10-07T16:00")))) is var moved ? (moved.State, moved.HeldUntil) : default);

        var client = (await oneStop.Stored(booking)).ClientId;
        await oneStop.Read(async db =>
        {
            db.WaitingList.Add(WaitingEntry.Of(await db.Clients.SingleAsync(c => c.Id == client), BookingKind.Consultation, ContactMethod.Chat, new(new(2026, 10, 9)), oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await oneStop.AHourFor(client, aoba, "2026-10-09T10:00");
        Assert.NotNull(await oneStop.Read(db => db.WaitingList.Select(w => w.EndedAt).SingleAsync()));
    }

    [Fact]
    public async Task Beside_a_second_booking_its_own_time_counts_as_free_for_the_one_that_is_moved()
    {
        var (one, other) = (await Book(await oneStop.AClient(aoba), "2026-10-07T14:00"), await oneStop.AClient(aoba, "ほかの人"));
        await oneStop.AHourFor(other, aoba, "2026-10-07T14:00", ContactMethod.Phone);
        Assert.Equal(SlotFit.Beyond, await Fit(Plan("2026-10-07T14:15", aoba.Id), one, "ほかの予約"));
        Assert.Equal(SlotFit.Refused, await Fit(Plan("2026-10-07T14:15", aoba.Id), null, "すでに2件"));
    }

    [Fact]
    public void Hours_that_are_shortened_are_shaded_as_closed()
    {
        var hours = new ServiceHours(TimeSpan.FromHours(9), TimeSpan.FromHours(21));
        var day = new CalendarDay(new(new(2026, 10, 7)), null, new Dictionary<ContactMethod, ServiceHours> { [ContactMethod.Chat] = hours });
        var column = new CalendarColumn(day, null, QuarterHours.None, []);
        Assert.Equal([(24, 12), (84, 16)], column.Shut);
        Assert.Empty((column with { Day = day with { Closed = "年末年始" } }).Shut);
        Assert.False(column.ShowsTheSameAs(column with { Works = QuarterHours.Between(TimeSpan.FromHours(9), TimeSpan.FromHours(10)) }));
        Assert.False(column.ShowsTheSameAs(column with { Day = day with { Hours = new Dictionary<ContactMethod, ServiceHours>() } }));
    }

    private Task<Guid> Book(Guid client, string at) => oneStop.At<BookingDesk, Guid>(aoba, async d => (await d.Book(client, Plan(at, aoba.Id), false)).Id);

    private Task<Guid> Move(Guid booking, BookingPlan plan, Guid? heldBy = null) =>
        oneStop.At<BookingDesk, Guid>(aoba, async d => (await d.Move(booking, plan, heldBy)).Id);

    private async Task<SlotFit> Fit(BookingPlan plan, Guid? moving, string words, Guid? client = null)
    {
        var verdict = await oneStop.At<CalendarDesk, SlotVerdict>(aoba, d => d.Fit(plan, moving, client));
        Assert.Contains(words, verdict.Words, StringComparison.Ordinal);
        return verdict.Fit;
    }

    private static BookingPlan Plan(string at, Guid? staff = null, bool tells = false) =>
        new(BookingKind.Consultation, ContactMethod.Phone, TestOneStop.Japan(at), staff, false, tells);

    private static async Task Refused(string because, Func<Task> act) =>
        Assert.Contains(because, (await Assert.ThrowsAsync<RuleException>(act)).Message, StringComparison.Ordinal);
}
