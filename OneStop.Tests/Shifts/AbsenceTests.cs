using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Shifts;

/// <summary>不在と代わり: who enters an absence, when it is in force, and what it shows to the substitute. Nothing is moved for it.</summary>
public sealed class AbsenceTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2026, 10, 6), Last = new(2026, 10, 8);

    private readonly TestOneStop oneStop = new();
    private StaffMember mina = null!, ryo = null!, sora = null!, manager = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (mina, ryo, sora) = (await oneStop.OnShift("mina"), await oneStop.OnShift("ryo"), await oneStop.OnShift("sora"));
        manager = await oneStop.AMember("chief", Duty.Manager);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData("2026-10-06T05:59", false)] // still the service day before
    [InlineData("2026-10-06T06:00", true)]
    [InlineData("2026-10-08T23:59", true)]
    [InlineData("2026-10-09T00:30", true)] // 24:30 of the last day
    [InlineData("2026-10-09T05:59", true)]
    [InlineData("2026-10-09T06:00", false)]
    public async Task It_is_in_force_from_the_first_service_day_until_the_last_has_ended(string at, bool isAway)
    {
        await Away(mina, mina, First, Last, ryo);
        oneStop.Clock.SetUtcNow(TestOneStop.Japan(at).ToUniversalTime());
        Assert.Equal(isAway, (await Today()).Of(mina.Id) is not null);
    }

    [Fact]
    public async Task Without_a_last_day_it_lasts_until_somebody_ends_it()
    {
        var id = await Away(mina, mina, First, null, ryo);
        oneStop.Clock.SetUtcNow(TestOneStop.Japan("2027-03-01T12:00").ToUniversalTime());
        Assert.Equal("不在（終わりは未定）、代わり ryo さん", (await Today()).Of(mina.Id)!.Words);
        var row = Assert.Single((await List(mina)).Rows);
        await oneStop.At<AbsenceDesk, Guid>(mina, d => d.Save(id, new(row.Wish, row.Wish with { Until = new(2027, 2, 28) }))); // back from today on
        Assert.Null((await Today()).Of(mina.Id));
        Assert.Empty((await List(mina)).Rows);
    }

    [Fact]
    public async Task Who_comes_back_comes_back_on_the_day_of_the_press_whatever_a_window_left_open_shows()
    {
        var id = await Away(mina, mina, First, null, ryo);
        oneStop.Clock.SetUtcNow(TestOneStop.Japan("2026-10-08T05:59").ToUniversalTime()); // still the service day of the 7th
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<AbsenceDesk, Edit<AbsenceWish>?>(ryo, d => d.End(id)));
        var ended = await oneStop.At<AbsenceDesk, Edit<AbsenceWish>?>(mina, d => d.End(id));
        Assert.Equal((null, new DateOnly(2026, 10, 6)), (ended!.Was.Until, ended.Wish.Until));
        await oneStop.At<AbsenceDesk, Guid>(mina, d => d.Save(id, ended.Reversed));
        oneStop.Clock.SetUtcNow(TestOneStop.Japan("2026-10-08T06:00").ToUniversalTime());
        Assert.Equal(new DateOnly(2026, 10, 7), (await oneStop.At<AbsenceDesk, Edit<AbsenceWish>?>(mina, d => d.End(id)))!.Wish.Until);

        var today = await Away(ryo, ryo, new(2026, 10, 8), null);
        Assert.Null(await oneStop.At<AbsenceDesk, Edit<AbsenceWish>?>(ryo, d => d.End(today))); // it began today: nothing of it is left
        Assert.Empty((await List(manager)).Rows);
    }

    [Fact]
    public async Task What_is_due_and_who_writes_is_shown_to_the_substitute_and_stays_with_the_person()
    {
        var (client, talk) = (await oneStop.AClient(mina), await oneStop.AsksSomething("相談です"));
        await oneStop.At<ConversationDesk>(mina, d => d.Assign(talk, mina.Id, null));
        await oneStop.At<CaseFileDesk, Guid>(ryo, d => d.Assign(client, mina.Id, "夜に電話"));
        Assert.Empty(await Due(ryo, "answer"));
        Assert.DoesNotContain(talk, await MyTalks(ryo));
        using var window = oneStop.Services.GetService(typeof(StaffPresence)) is StaffPresence present ? present.Enter(mina.Id) : null; // a window left open
        Assert.DoesNotContain(talk, await Untaken(ryo));

        await Away(mina, mina, new(2026, 10, 5), Last, ryo);
        Assert.True(Assert.Single(await Due(ryo, "answer")).IsStandIn);
        Assert.Contains(talk, await MyTalks(ryo));
        Assert.Contains(talk, await Untaken(ryo));
        Assert.Empty(await Due(ryo, "transfer")); // only the receiver can confirm
        Assert.Empty(await Due(sora, "answer"));
        Assert.DoesNotContain(talk, await MyTalks(sora));
        Assert.False(Assert.Single(await Due(mina, "answer")).IsStandIn);

        oneStop.Clock.SetUtcNow(TestOneStop.Japan("2026-10-09T06:00").ToUniversalTime());
        Assert.Empty(await Due(ryo, "answer"));
        Assert.DoesNotContain(talk, await MyTalks(ryo));
        Assert.Equal(mina.Id, await oneStop.Read(db => Task.FromResult(db.Conversations.Single(c => c.Id == talk).AssigneeId)));
    }

    [Fact]
    public async Task A_record_to_write_goes_to_the_substitute_too()
    {
        var client = await oneStop.AClient(mina);
        var start = TestOneStop.Japan("2026-10-05T10:00");
        await oneStop.At<BookingDesk, EnteredBooking>(mina, d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, start, mina.Id, false, false), false));
        oneStop.Clock.SetUtcNow(start.AddHours(2).ToUniversalTime());
        Assert.Empty(await Due(ryo, "booking-end"));
        await Away(mina, mina, new(2026, 10, 5), Last, ryo);
        Assert.True(Assert.Single(await Due(ryo, "booking-end")).IsStandIn);
    }

    [Fact]
    public async Task Everybody_enters_their_own_and_managers_those_of_others()
    {
        await Refused("業務責任者だけ", () => Away(mina, ryo, First, Last));
        var id = await Away(manager, ryo, First, Last);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<AbsenceDesk>(mina, d => d.Remove(id)));
        await oneStop.At<AbsenceDesk>(ryo, d => d.Remove(id));
        Assert.Empty((await List(manager)).Rows);
        await Assert.ThrowsAsync<NotAllowedException>(async () => await List(await oneStop.AMember("boss", Duty.Administrator)));
    }

    [Fact]
    public async Task Who_is_away_at_the_same_time_stands_in_for_nobody()
    {
        await Refused("本人は", () => Away(mina, mina, First, Last, mina));
        await Away(mina, mina, First, Last, ryo);
        await Refused("そのあいだに不在の日", () => Away(manager, sora, new(2026, 10, 1), First, mina));
        await Refused("重なります", () => Away(mina, mina, Last, null));
        await Refused("からあとに", () => Away(ryo, ryo, Last, First));
        await Refused("もう終わって", () => Away(ryo, ryo, new(2026, 10, 1), new(2026, 10, 3)));
        await Away(mina, mina, Last.AddDays(1), null, sora); // the next one begins when the first has ended
        await Away(manager, sora, new(2026, 10, 5), new(2026, 10, 5), mina); // before mina goes
    }

    [Fact]
    public async Task A_substitute_who_leaves_or_falls_ill_is_none_and_nobody_stands_in_for_them_in_turn()
    {
        await Away(mina, mina, new(2026, 10, 5), Last, ryo);
        Assert.Equal([new StandIn(ryo.Id, "ryo さん")], (await Today()).Of(mina.Id)!.StandIns);
        await Away(ryo, ryo, new(2026, 10, 5), Last, sora); // ryo falls ill
        Assert.Empty((await Today()).Of(mina.Id)!.StandIns);
        Assert.True((await List(manager)).Rows.Single(r => r.Wish.StaffId == mina.Id).IsWithout);
        var talk = await oneStop.AsksSomething("だれが見ますか");
        await oneStop.At<ConversationDesk>(mina, d => d.Assign(talk, mina.Id, null));
        Assert.DoesNotContain(talk, await MyTalks(ryo));
        Assert.DoesNotContain(talk, await MyTalks(sora)); // no chain

        var admin = await oneStop.AMember("boss", Duty.Administrator);
        await oneStop.At<AccountDesk>(admin, d => d.Leave(sora.Id, new(null, null)));
        Assert.Equal("担当できません", Assert.Single((await List(manager)).Rows.Single(r => r.Wish.StaffId == ryo.Id).Substitutes).Hindrance);
        Assert.Empty((await Today()).Of(ryo.Id)!.StandIns);
    }

    [Fact]
    public async Task Two_who_change_the_same_absence_find_out()
    {
        var id = await Away(mina, mina, First, Last, ryo);
        var wish = (await List(mina)).Rows[0].Wish;
        await oneStop.At<AbsenceDesk, Guid>(manager, d => d.Save(id, new(wish, wish with { Until = null })));
        await Assert.ThrowsAsync<ConflictException<AbsenceWish>>(() => oneStop.At<AbsenceDesk, Guid>(mina, d => d.Save(id, new(wish, wish with { Note = "鍵は受付" }))));
    }

    private Task<Guid> Away(StaffMember by, StaffMember who, DateOnly from, DateOnly? until, params StaffMember[] substitutes) =>
        oneStop.At<AbsenceDesk, Guid>(by, d => d.Save(null, new(new(),
            new() { StaffId = who.Id, From = from, Until = until, Substitutes = [.. substitutes.Select(s => s.Id)] })));

    private static async Task Refused(string says, Func<Task> act) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<RuleException>(act)).Message, StringComparison.Ordinal);

    private Task<AwayToday> Today() => oneStop.At<AbsenceDesk, AwayToday>(sora, d => d.Today());

    private Task<AbsenceList> List(StaffMember member) => oneStop.At<AbsenceDesk, AbsenceList>(member, d => d.List());

    private async Task<IReadOnlyList<DueRow>> Due(StaffMember member, string kind) =>
        [.. (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Mine())).Where(r => r.Item.Kind == kind)];

    private async Task<IReadOnlyList<Guid>> MyTalks(StaffMember member) =>
        [.. (await oneStop.At<InboxDesk, InboxView>(member, d => d.List(InboxList.Mine))).Rows.Select(r => r.Id)];

    private async Task<IReadOnlyList<Guid>> Untaken(StaffMember member) =>
        [.. (await oneStop.At<InboxDesk, IReadOnlyList<WaitingRow>>(member, d => d.Untaken())).Select(r => r.Id)];
}
