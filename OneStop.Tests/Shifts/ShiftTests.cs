using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Shifts;

/// <summary>勤務: patterns, exceptions, copied weeks; each change can be undone, and bookings left uncovered are reported.</summary>
public sealed class ShiftTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Monday = new(2026, 10, 12);
    private static int members;

    [Fact]
    public async Task A_pattern_holds_from_its_date_on_and_the_past_stays()
    {
        var person = await Somebody();
        await Pattern(person, new(2026, 10, 5), "9:00-18:00");
        var change = await Pattern(person, Monday, "12:00-21:00");
        Assert.Equal(7, change.Patterns.Count);
        Assert.Equal(["9:00-18:00", "12:00-21:00"], [await Times(person, Monday.AddDays(-1)), await Times(person, Monday)]);
        await Assert.ThrowsAsync<RuleException>(() => Pattern(person, new(2026, 10, 4), "9:00-10:00")); // not in the past
        Assert.True((await Pattern(person, Monday, "12:00-21:00")).IsNothing);

        var view = await At(desk => desk.Patterns(person.Id));
        Assert.Equal([(Monday, false), (new DateOnly(2026, 10, 5), true)], view!.Patterns.Select(p => (p.From, p.IsInForce)));
        await At(desk => desk.PutBack(change));
        Assert.Equal("9:00-18:00", await Times(person, Monday));
        await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.PutBack(change))); // nothing is left to undo
    }

    [Fact]
    public async Task Two_who_set_a_pattern_over_the_same_one_do_not_write_over_each_other()
    {
        var (manager, person) = (await oneStop.AMember("shift-manager", Duty.Manager), await Somebody());
        var (first, second) = (await oneStop.PatternEdit(manager, person.Id, Monday, week => week.EveryDay("9:00-18:00")),
            await oneStop.PatternEdit(manager, person.Id, Monday.AddDays(1), week => week with { Friday = "12:00-21:00" }));
        await At(desk => desk.SetPattern(person.Id, first));
        Assert.Equal("9:00-18:00",
            (await Assert.ThrowsAsync<ConflictException<PatternWish>>(() => At(desk => desk.SetPattern(person.Id, second)))).Theirs.Friday);
        await At(desk => desk.SetPattern(person.Id, first)); // a retry after a lost answer
        Assert.Equal(Monday, (await At(desk => desk.Patterns(person.Id)))!.Patterns.Single().From);
    }

    [Fact]
    public async Task A_day_differs_and_goes_back_to_the_pattern()
    {
        var person = await Somebody();
        await Pattern(person, new(2026, 10, 5), "9:00-18:00");
        var change = await At(desk => desk.SetDay(person.Id, Monday, WorkingTimes.Read("20:00-25:00")));
        Assert.Equal(("20:00-25:00", true), await Cell(person, Monday));
        await At(desk => desk.PutBack(change));
        Assert.Equal(("9:00-18:00", false), await Cell(person, Monday));
        await At(desk => desk.SetDay(person.Id, Monday, WorkingTimes.None));
        await At(desk => desk.SetDay(person.Id, Monday, null));
        Assert.Equal(("9:00-18:00", false), await Cell(person, Monday));
        Assert.True((await At(desk => desk.SetDay(person.Id, Monday, WorkingTimes.Read("9:00-18:00")))).IsNothing); // the pattern's times are no exception
        await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.SetDay(person.Id, new(2026, 10, 4), WorkingTimes.None)));
    }

    [Fact]
    public async Task Undoing_leaves_alone_what_somebody_changed_since()
    {
        var person = await Somebody();
        var first = await At(desk => desk.SetDay(person.Id, Monday, WorkingTimes.Read("9:00-18:00")));
        await At(desk => desk.SetDay(person.Id, Monday, WorkingTimes.Read("10:00-18:00")));
        await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.PutBack(first)));
        Assert.Equal("10:00-18:00", await Times(person, Monday));
    }

    [Fact]
    public async Task A_week_is_copied_as_it_is_for_one_or_for_all()
    {
        var (one, other) = (await Somebody(), await Somebody());
        await Pattern(one, new(2026, 10, 5), "9:00-18:00");
        await At(desk => desk.SetDay(one.Id, Monday.AddDays(2), WorkingTimes.None));
        await At(desk => desk.SetDay(other.Id, Monday.AddDays(1), WorkingTimes.Read("20:00-25:00")));
        var alone = await At(desk => desk.CopyWeek(Monday, Monday.AddDays(7), one.Id));
        Assert.Equal([(one.Id, Monday.AddDays(9))], alone.Days.Select(d => (d.StaffId, d.Date))); // only exceptions from the pattern
        Assert.Equal("休", await Times(other, Monday.AddDays(8)));
        var all = await At(desk => desk.CopyWeek(Monday.AddDays(3), Monday.AddDays(9)));
        Assert.Equal("20:00-25:00", await Times(other, Monday.AddDays(8)));
        await At(desk => desk.PutBack(all));
        Assert.Equal(["休", "休"], [await Times(other, Monday.AddDays(8)), await Times(one, Monday.AddDays(9))]);
        var past = await At(desk => desk.CopyWeek(Monday, new(2026, 9, 28), one.Id));
        Assert.True(past.IsNothing); // past weeks stay
    }

    [Fact]
    public async Task What_takes_time_from_bookings_is_done_and_told()
    {
        var person = await Somebody();
        await Pattern(person, new(2026, 10, 5), "9:00-25:00");
        var client = await oneStop.AClient(person);
        Task<Guid> Book(int hour, bool beyond = false) =>
            oneStop.At<BookingDesk, Guid>(person,
                async desk => (await desk.Book(client,
                    new(BookingKind.Consultation, ContactMethod.Chat, new ServiceDay(Monday).At(TimeSpan.FromHours(hour)), person.Id, beyond, false, Reason: beyond ? "本人の希望" : ""),
                    false)).Id);
        var (evening, morning) = (await Book(24), await Book(10));
        await Book(7, beyond: true); // was outside on purpose before
        var change = await At(desk => desk.SetDay(person.Id, Monday, WorkingTimes.Read("9:00-18:00")));
        Assert.Equal([evening], change.Uncovered.Select(b => b.Id));
        Assert.Equal(2, (await At(desk => desk.Week(Monday, person.Id))).People.Single().Days[0].Outside);
        await At(desk => desk.PutBack(change));

        var pattern = await Pattern(person, Monday, "12:00-25:00");
        Assert.Equal([morning], pattern.Uncovered.Select(b => b.Id));
    }

    [Fact]
    public async Task Everybody_who_works_with_people_sees_shifts_and_only_managers_change_them()
    {
        var person = await Somebody();
        var week = await oneStop.At<ShiftDesk, ShiftWeek>(person, desk => desk.Week(Monday.AddDays(6)));
        Assert.Equal(Monday, week.Monday);
        Assert.Contains(week.People, p => p.StaffId == person.Id);
        Assert.DoesNotContain(week.People, p => p.StaffId == oneStop.AMember("shift-city", Duty.City).Result.Id);
        await Assert.ThrowsAsync<NotAllowedException>(() =>
            oneStop.At<ShiftDesk, ShiftChange>(person, desk => desk.SetDay(person.Id, Monday, WorkingTimes.None)));
    }

    private Task<StaffMember> Somebody() => oneStop.AMember($"shift-{Interlocked.Increment(ref members)}", Duty.Counselor);

    private async Task<ShiftChange> Pattern(StaffMember person, DateOnly from, string times) =>
        await oneStop.SetPattern(await oneStop.AMember("shift-manager", Duty.Manager), person.Id, from, week => week.EveryDay(times));

    private async Task<(string, bool)> Cell(StaffMember person, DateOnly date) =>
        (await At(desk => desk.Week(date, person.Id))).People.Single().Days.Where(d => d.Date == date)
        .Select(d => (d.Times.ToString(), d.IsException)).Single();

    private async Task<string> Times(StaffMember person, DateOnly date) => (await Cell(person, date)).Item1;

    private async Task<T> At<T>(Func<ShiftDesk, Task<T>> ask) => await oneStop.At(await oneStop.AMember("shift-manager", Duty.Manager), ask);

    private async Task At(Func<ShiftDesk, Task> ask) => await oneStop.At(await oneStop.AMember("shift-manager", Duty.Manager), ask);
}
