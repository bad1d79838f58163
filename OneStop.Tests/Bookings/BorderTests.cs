using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.Shifts;

namespace OneStop.Tests.Bookings;

/// <summary>The first and last allowed values of bookings, on the real database through the desks: 仕様書 7(2)①(イ)(エ)(キ).</summary>
public sealed class BorderTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static int members;

    [Theory]
    [InlineData("2026-12-28", "24:00", 60, true)] // the last hour of the year's last service day, on the calendar 29 December
    [InlineData("2026-12-28", "24:30", 30, true)]
    [InlineData("2026-12-28", "24:15", 60, false)] // would end at 25:15
    [InlineData("2026-12-29", "06:00", 60, false)] // the first closed day
    [InlineData("2027-01-03", "24:30", 30, false)] // 0:30 of 4 January belongs to 3 January
    [InlineData("2027-01-03", "29:45", 30, false)] // 5:45 of 4 January as well
    [InlineData("2027-01-04", "06:00", 60, true)]
    [InlineData("2027-03-31", "24:00", 60, true)] // the fiscal year's last hour, on the calendar 1 April
    [InlineData("2027-04-01", "06:00", 60, true)]
    [InlineData("2028-02-29", "06:00", 60, true)] // the leap day
    [InlineData("2028-02-29", "24:00", 60, true)] // on the calendar 1 March
    [InlineData("2027-06-01", "05:45", 60, false)] // 29:45 of the day before
    [InlineData("2027-06-01", "06:00", 60, true)]
    [InlineData("2027-06-01", "24:00", 60, true)] // the last start, although its buffer is outside
    public async Task A_talk_is_held_within_its_service_day(string date, string time, int minutes, bool isHeld)
    {
        var counselor = await Somebody();
        var day = new ServiceDay(DateOnly.Parse(date, CultureInfo.InvariantCulture));
        var start = day.At(TimeOf(time));
        var kind = minutes == 60 ? BookingKind.Consultation : BookingKind.RetentionMeeting;
        Assert.Equal(isHeld, (await FreeSlots(kind, ContactMethod.Chat, ServiceDay.Of(start))).PeopleFor(start, null).Contains(counselor.Id));

        if (isHeld)
        {
            var booking = await Read(await Book(counselor, kind, start));
            Assert.Equal((day.Date, start.JapaneseDate, start.AddMinutes(minutes)), (booking.Day.ServiceDay, booking.Day.Date, booking.Slot.End));
            return;
        }
        await Assert.ThrowsAsync<RuleException>(() => Book(counselor, kind, start));
        await Assert.ThrowsAsync<RuleException>(() => Book(counselor, kind, start, beyond: true)); // not on purpose either
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [InlineData(75, false)]
    public async Task A_talk_lasts_an_hour_at_most(int minutes, bool isAllowed)
    {
        var manager = await oneStop.AMember("border-manager", Duty.Manager);
        var standard = BookingTerms.Standard(BookingKind.InterviewPractice).Wish;
        var set = oneStop.At<TermsDesk>(manager, desk => desk.Set(BookingKind.InterviewPractice, new(standard, standard with { Minutes = minutes })));
        if (isAllowed)
            await set;
        else
            Assert.Equal("1回の相談は60分までです（仕様書 7(2)①(イ)）。", (await Assert.ThrowsAsync<RuleException>(() => set)).Message);
        Assert.Equal(isAllowed, Record.Exception(() => new Slot(Day(2027, 6, 1).At(TimeSpan.FromHours(10)), minutes)) is null);
    }

    [Fact]
    public async Task With_time_kept_around_talks_the_first_is_at_six_and_the_last_at_midnight()
    {
        var (manager, officer) = (await oneStop.AMember("border-manager", Duty.Manager), await oneStop.OnShift("border-placing", Duty.PlacementOfficer));
        var standard = BookingTerms.Standard(BookingKind.JobPlacement).Wish;
        await oneStop.At<TermsDesk>(manager, desk => desk.Set(BookingKind.JobPlacement, new(standard, standard with { BufferBefore = 15, BufferAfter = 60 })));
        var freeSlots = await FreeSlots(BookingKind.JobPlacement, ContactMethod.Phone, Day(2027, 6, 2));
        Assert.Equal((TimeSpan.FromHours(6), TimeSpan.FromHours(24)), (freeSlots.AllTimes(Day(2027, 6, 2))[0], freeSlots.AllTimes(Day(2027, 6, 2))[^1]));
        Assert.Equal(TimeSpan.FromHours(24), freeSlots.Times(Day(2027, 6, 2))[^1]);
        Assert.Contains(officer.Id, freeSlots.PeopleFor(Day(2027, 6, 2).At(TimeSpan.FromHours(24)), null));
    }

    [Theory]
    [InlineData("10:15", false)] // within it
    [InlineData("10:45", false)]
    [InlineData("11:00", false)] // the buffer for writing the record
    [InlineData("11:15", true)]
    [InlineData("09:30", false)] // its own buffer would overlap
    [InlineData("09:15", true)]
    public async Task Beside_ten_to_eleven_half_an_hour_is_free_or_not(string time, bool isFree)
    {
        var counselor = await Somebody();
        await Book(counselor, BookingKind.Consultation, Day(2027, 6, 3).At(TimeSpan.FromHours(10)));
        var start = Day(2027, 6, 3).At(TimeOf(time));
        if (isFree)
            Assert.Equal(counselor.Id, (await Read(await Book(counselor, BookingKind.RetentionMeeting, start))).StaffId);
        else
            await Assert.ThrowsAsync<RuleException>(() => Book(counselor, BookingKind.RetentionMeeting, start));
    }

    [Fact]
    public async Task The_hour_past_midnight_is_taken_from_the_evening_and_not_from_the_next_day()
    {
        var (counselor, day) = (await Somebody(), Day(2027, 6, 7));
        await Book(counselor, BookingKind.Consultation, day.At(TimeSpan.FromHours(24)));
        var freeSlots = await FreeSlots(BookingKind.Consultation, ContactMethod.Chat, day);
        bool IsFree(double hour) => freeSlots.PeopleFor(day.At(TimeSpan.FromHours(hour)), null).Contains(counselor.Id);
        Assert.Equal([true, false, false], [IsFree(22.75), IsFree(23), IsFree(24)]); // the buffer of 23:00 would overlap the next booking
        Assert.Contains(counselor.Id,
            (await FreeSlots(BookingKind.Consultation, ContactMethod.Chat, day.AddDays(1))).PeopleFor(day.AddDays(1).At(TimeSpan.FromHours(6)), null));
    }

    [Theory]
    [InlineData(BookingKind.RetentionMeeting, "23:30", "24:30")] // across midnight, in the same evening
    [InlineData(BookingKind.Consultation, "10:00", "10:30")] // across its own old time
    [InlineData(BookingKind.Consultation, "10:00", "09:45")]
    public async Task A_booking_moves_within_its_evening_and_over_its_own_time(BookingKind kind, string from, string to)
    {
        var counselor = await Somebody();
        var day = Day(2027, 6, 4);
        var old = await Book(counselor, kind, day.At(TimeOf(from)));
        var moved = await Read(await oneStop.At<BookingDesk, Guid>(counselor,
            async desk => (await desk.Move(old, new(kind, ContactMethod.Chat, day.At(TimeOf(to)), counselor.Id, false, false))).Id));
        Assert.Equal((old, day.Date, BookingState.Confirmed), (moved.MovedFrom, moved.Day.ServiceDay, moved.State));
        Assert.Equal(BookingState.Cancelled, (await Read(old)).State);
        var cells = await oneStop.Read(db => db.BookingCells.Where(c => c.StaffId == counselor.Id).Select(c => c.BookingId).Distinct().ToListAsync());
        Assert.Equal([moved.Id], cells);
    }

    [Theory]
    [InlineData("08:45", 0)] // the quarter hour after it ends where the other talk begins
    [InlineData("09:00", 1)]
    [InlineData("11:00", 1)]
    [InlineData("11:15", 0)] // begins where the quarter hour after the other talk ends
    public async Task Booked_on_purpose_only_what_overlaps_takes_the_second_place(string time, int lane)
    {
        var (counselor, day) = (await Somebody(), Day(2027, 6, 9));
        await Book(counselor, BookingKind.Consultation, day.At(TimeOf("10:00")));
        Assert.Equal(lane, (await Read(await Book(counselor, BookingKind.Consultation, day.At(TimeOf(time)), beyond: true))).Lane);
    }

    [Fact]
    public async Task Moved_on_purpose_it_does_not_stand_in_its_own_way()
    {
        var (counselor, day) = (await Somebody(), Day(2027, 6, 10));
        var old = await Book(counselor, BookingKind.Consultation, day.At(TimeOf("10:00")));
        var plan = new BookingPlan(BookingKind.Consultation, ContactMethod.Chat, day.At(TimeOf("10:30")), counselor.Id, Beyond: true, Tells: false, Reason: "本人の希望");
        var moved = await Read(await oneStop.At<BookingDesk, Guid>(counselor, async desk => (await desk.Move(old, plan)).Id));
        Assert.Equal((0, old), (moved.Lane, moved.MovedFrom));
    }

    [Fact]
    public async Task Hours_that_change_before_the_day_leave_the_booking_and_refuse_new_ones()
    {
        var (manager, counselor, day) = (await oneStop.AMember("border-manager", Duty.Manager), await Somebody(), Day(2028, 7, 3));
        var late = day.At(TimeSpan.FromHours(22));
        var kept = await Book(counselor, BookingKind.Consultation, late, ContactMethod.Video);
        var change = await oneStop.At<HoursDesk, HoursChange>(manager,
            desk => desk.Set(new(ContactMethod.Video, day.Date.AddDays(-2), TimeSpan.FromHours(9), TimeSpan.FromHours(21), "福岡市と協議した")));
        Assert.Equal(kept, Assert.Single(change.Outside).Id);
        Assert.Equal(BookingState.Confirmed, (await Read(kept)).State);
        await Assert.ThrowsAsync<RuleException>(() =>
            Book(counselor, BookingKind.Consultation, day.AddDays(1).At(TimeSpan.FromHours(22)), ContactMethod.Video));
        await Book(counselor, BookingKind.Consultation, day.AddDays(-3).At(TimeSpan.FromHours(22)), ContactMethod.Video); // nothing changes before that date
        await Book(counselor, BookingKind.Consultation, day.AddDays(1).At(TimeSpan.FromHours(22))); // nor for other methods
        Assert.Contains((await oneStop.At<HoursDesk, HoursView>(counselor, desk => desk.View())).Outside, b => b.Id == kept);
    }

    [Theory]
    [InlineData(5, "24:00", true)] // Monday's shift continues past midnight
    [InlineData(6, "24:00", false)] // Tuesday has no shift, although its first calendar hour was worked
    [InlineData(4, "24:00", false)] // Sunday has none
    [InlineData(5, "17:45", false)]
    [InlineData(5, "18:00", true)]
    public async Task A_shift_until_25_belongs_to_the_day_on_which_it_began(int july, string time, bool isHeld)
    {
        var (manager, counselor) = (await oneStop.AMember("border-manager", Duty.Manager),
            await oneStop.AMember($"border-{Interlocked.Increment(ref members)}", Duty.Counselor));
        await oneStop.SetPattern(manager, counselor.Id, new(2027, 7, 1), week => week with { Monday = "18:00-25:00" });
        var start = Day(2027, 7, july).At(TimeOf(time));
        Assert.Equal(isHeld, (await FreeSlots(BookingKind.Consultation, ContactMethod.Chat, ServiceDay.Of(start))).PeopleFor(start, null)
            .Contains(counselor.Id));
    }

    [Theory]
    [InlineData(10, "24:00", ContactMethod.Phone, true)] // the evening before is open to its end
    [InlineData(11, "06:00", ContactMethod.Phone, false)]
    [InlineData(11, "24:00", ContactMethod.Phone, false)]
    [InlineData(11, "10:00", ContactMethod.Chat, true)] // the closure is for one method only
    [InlineData(12, "06:00", ContactMethod.Phone, true)]
    public async Task A_closure_of_one_method_shuts_its_service_days(int august, string time, ContactMethod method, bool isHeld)
    {
        var (manager, counselor) = (await oneStop.AMember("border-manager", Duty.Manager), await Somebody());
        await oneStop.At<HoursDesk, HoursChange>(manager, desk => desk.Close(new(new(2027, 8, 11), new(2027, 8, 11), ContactMethod.Phone, "回線の工事")));
        var start = Day(2027, 8, august).At(TimeOf(time));
        if (isHeld)
            await Book(counselor, BookingKind.Consultation, start, method);
        else
            await Assert.ThrowsAsync<RuleException>(() => Book(counselor, BookingKind.Consultation, start, method));
    }

    /// <summary>Adds a member who works all day, for bookings of an hour and of half an hour.</summary>
    private async Task<StaffMember> Somebody()
    {
        var name = $"border-{Interlocked.Increment(ref members)}";
        await oneStop.AMember(name, Duty.Counselor, Duty.RetentionOfficer);
        return await oneStop.OnShift(name);
    }

    private async Task<Guid> Book(StaffMember with, BookingKind kind, DateTimeOffset start, ContactMethod method = ContactMethod.Chat, bool beyond = false)
    {
        var client = await oneStop.AClient(with);
        return await oneStop.At<BookingDesk, Guid>(with, async desk => (await desk.Book(client, new(kind, method, start, with.Id, beyond, false, Reason: beyond ? "本人の希望" : ""), false)).Id);
    }

    private Task<FreeSlots> FreeSlots(BookingKind kind, ContactMethod method, ServiceDay day) => oneStop.Read(async db =>
        await Domain.Bookings.Slots.FreeSlots.Read(db, await db.TermsOf(kind, oneStop.Clock.GetUtcNow()), method, day, day, oneStop.Clock.GetUtcNow(), oneStop.Clock.GetUtcNow()));

    private Task<Booking> Read(Guid id) => oneStop.Read(db => db.Bookings.SingleAsync(b => b.Id == id));

    private static ServiceDay Day(int year, int month, int day) => new(new(year, month, day));

    private static TimeSpan TimeOf(string time) =>
        time.Split(':') is [var hours, var minutes]
        ? new(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0)
        : default;
}
