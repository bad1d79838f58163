using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Calendars;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Calendar;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>What the calendar shows, where a booking fits, and bookings of another length or with a reason.</summary>
public sealed class CalendarTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("2026-10-07 12:00", 60, SlotFit.Free, "空いています")]
    [InlineData("2026-10-07 09:00", 60, SlotFit.Beyond, "ほかの予約")] // and so does the one after 9:00 to 10:00
    [InlineData("2026-10-07 08:00", 60, SlotFit.Beyond, "勤務の時間の外")] // the shift begins at nine
    [InlineData("2026-10-07 10:00", 60, SlotFit.Beyond, "ほかの予約")] // the quarter hour after 10:00 to 11:00 counts too
    [InlineData("2026-10-07 11:00", 15, SlotFit.Beyond, "ほかの予約")]
    [InlineData("2026-10-07 11:15", 15, SlotFit.Free, "空いています")]
    [InlineData("2026-10-07 24:00", 60, SlotFit.Free, "空いています")]
    [InlineData("2026-10-07 24:15", 60, SlotFit.Refused, "6:00〜25:00")]
    [InlineData("2026-10-07 24:45", 15, SlotFit.Free, "空いています")]
    [InlineData("2026-10-05 08:45", 15, SlotFit.Refused, "もう過ぎた時間")] // it is nine o'clock on the fifth
    [InlineData("2026-12-28 24:00", 60, SlotFit.Free, "空いています")] // the last hour of the year
    [InlineData("2026-12-29 09:00", 60, SlotFit.Refused, "休業日です（年末年始）")]
    [InlineData("2027-01-03 24:00", 60, SlotFit.Refused, "休業日です（年末年始）")]
    [InlineData("2027-01-04 09:00", 60, SlotFit.Free, "空いています")]
    public async Task A_place_is_free_or_needs_a_reason_or_is_refused(string at, int minutes, SlotFit fit, string words)
    {
        var member = await oneStop.OnShift("fit", times: "9:00-25:00");
        var client = await oneStop.AClient(member);
        if (!await oneStop.Read(db => db.Bookings.AnyAsync(b => b.StaffId == member.Id)))
            await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, Plan(member.Id, "2026-10-07 10:00"), false));
        var verdict = await oneStop.At<CalendarDesk, SlotVerdict>(member, d => d.Fit(Plan(member.Id, at, minutes), null));
        Assert.Equal(fit, verdict.Fit);
        Assert.Contains(words, verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_own_time_is_free_for_a_booking_that_is_moved_and_other_duties_are_named()
    {
        var member = await oneStop.OnShift("fit-own");
        var planner = await oneStop.OnShift("fit-planner", Duty.Planner);
        var client = await oneStop.AClient(member);
        var id = (await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, Plan(member.Id, "2026-10-08 10:00"), false))).Id;
        Assert.Equal(SlotFit.Free, (await Fit(Plan(member.Id, "2026-10-08 10:30"), id)).Fit);
        Assert.Equal(SlotFit.Beyond, (await Fit(Plan(member.Id, "2026-10-08 10:30"), null)).Fit);
        Assert.Contains("就業相談の担当ではない", (await Fit(Plan(planner.Id, "2026-10-08 10:30"), null)).Words, StringComparison.Ordinal);

        Task<SlotVerdict> Fit(BookingPlan plan, Guid? moving) => oneStop.At<CalendarDesk, SlotVerdict>(member, d => d.Fit(plan, moving));
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(15, null)]
    [InlineData(75, "60分まで")]
    [InlineData(20, "15分きざみ")]
    public async Task A_booking_may_be_shorter_than_its_kind_and_never_longer_than_an_hour(int minutes, string? refused)
    {
        var member = await oneStop.OnShift($"length-{minutes}");
        var client = await oneStop.AClient(member);
        var plan = Plan(member.Id, "2026-10-09 10:00", minutes);
        if (refused is not null)
        {
            var rule = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, plan, false)));
            Assert.Contains(refused, rule.Message, StringComparison.Ordinal);
            return;
        }
        var id = (await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, plan, false))).Id;
        var booking = await oneStop.Read(db => db.Bookings.Include(b => b.Cells).SingleAsync(b => b.Id == id));
        Assert.Equal((minutes, (minutes / 15) + 1), ((int)(booking.Slot.End - booking.Slot.Start).TotalMinutes, booking.Cells.Count)); // a quarter hour for the record
    }

    [Fact]
    public async Task Booked_on_purpose_it_keeps_the_reason_and_without_one_it_is_refused()
    {
        var member = await oneStop.OnShift("reason", times: "9:00-10:00");
        var client = await oneStop.AClient(member);
        var plan = Plan(member.Id, "2026-10-09 20:00") with { Beyond = true, Reason = " " };
        var rule = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, plan, false)));
        Assert.Equal(nameof(BookingPlan.Reason), rule.Field);
        await Assert.ThrowsAsync<RuleException>(() =>
            oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, plan with { Reason = new('あ', Booking.LongestReason + 1) }, false)));
        var id = (await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, plan with { Reason = " 夜しか話せない " }, false))).Id;
        Assert.Equal("夜しか話せない", (await oneStop.At<BookingDesk, BookingRow?>(member, d => d.Look(id)))!.BeyondReason);
    }

    [Fact]
    public async Task A_week_shows_the_hour_after_midnight_on_the_day_before_and_who_works_when()
    {
        var member = await oneStop.OnShift("week", times: "20:00-25:00");
        var client = await oneStop.AClient(member);
        var id = (await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, Plan(member.Id, "2026-10-14 24:00"), false))).Id;
        var filter = new CalendarFilter { Day = new(2026, 10, 14), Person = member.Id };
        var view = await oneStop.At<CalendarDesk, CalendarView>(member, d => d.Read(filter));
        Assert.Equal((new DateOnly(2026, 10, 12), 7), (view.Days[0].Day.Date, view.Days.Count));
        var columns = CalendarColumn.Of(view, filter, isEverybody: false);
        var block = Assert.Single(Assert.Single(columns, c => c.Blocks.Count > 0 && c.Day.Day.Date == new DateOnly(2026, 10, 14)).Blocks);
        Assert.Equal((id, 96, 4), (block.Row.Id, block.At, block.Length));
        Assert.Equal([(24, 56)], columns[0].Off); // 6:00 to 20:00
        Assert.Contains("、24:00〜25:00、", block.WordsIn(isOnes: true), StringComparison.Ordinal);

        await oneStop.At<BookingDesk, bool>(member, d => d.Cancel(id, false, null, false));
        Assert.Empty((await oneStop.At<CalendarDesk, CalendarView>(member, d => d.Read(filter))).Rows); // its time is free
    }

    [Fact]
    public async Task A_month_counts_bookings_and_hours_and_names_the_closed_days()
    {
        var member = await oneStop.OnShift("month", Duty.RetentionOfficer, "9:00-17:00");
        var client = await oneStop.AClient(member);
        var plan = Plan(member.Id, "2026-12-28 09:00") with { Kind = BookingKind.RetentionMeeting };
        await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, plan, false));
        var days = await oneStop.At<CalendarDesk, IReadOnlyList<CalendarMonthDay>>(member,
            d => d.Month(new() { View = CalendarShape.Month, Day = new(2026, 12, 5), Person = member.Id }));
        Assert.Equal((new DateOnly(2026, 11, 30), new DateOnly(2027, 1, 3)), (days[0].Date, days[^1].Date));
        var last = days.Single(d => d.Date == new DateOnly(2026, 12, 28));
        Assert.Equal((1, 0, TimeSpan.FromMinutes(30), TimeSpan.FromHours(8)), (last.Bookings, last.Tentative, last.Booked, last.OnShift));
        Assert.Equal(("年末年始", TimeSpan.Zero), (days[^1].Closed, days[^1].OnShift));
    }

    [Fact]
    public async Task A_printed_day_is_recorded_for_each_person_on_it()
    {
        var member = await oneStop.OnShift("printer");
        var client = await oneStop.AClient(member);
        await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, Plan(member.Id, "2026-10-20 10:00"), false));
        Assert.Single((await oneStop.At<CalendarDesk, CalendarView>(member, d => d.Print(new() { Day = new(2026, 10, 20), View = CalendarShape.Month }))).Rows);
        Assert.Equal(1, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Exported && e.Subject == CalendarDesk.Printed)));
    }

    [Fact]
    public async Task A_painted_span_joins_the_shift_and_a_wiped_one_divides_it()
    {
        var (manager, member) = (await oneStop.AMember("painter", Duty.Manager), await oneStop.OnShift("painted", times: "9:00-12:00"));
        var day = new DateOnly(2026, 10, 21);
        var change = await Paint(12, 15, true);
        Assert.Equal("9:00-15:00", await Times());
        await Paint(10, 11, false);
        Assert.Equal("9:00-10:00 11:00-15:00", await Times());
        await Assert.ThrowsAsync<RuleException>(() => Paint(4, 7, true)); // before six
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ShiftDesk>(manager, d => d.PutBack(change))); // changed since
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ShiftDesk>(member, d => d.Paint(member.Id, day, TimeSpan.FromHours(9), TimeSpan.FromHours(10), true)));

        Task<ShiftChange> Paint(int from, int until, bool works) =>
            oneStop.At<ShiftDesk, ShiftChange>(manager, d => d.Paint(member.Id, day, TimeSpan.FromHours(from), TimeSpan.FromHours(until), works));
        async Task<string> Times() =>
            (await oneStop.At<ShiftDesk, ShiftWeek>(manager, d => d.Week(day, member.Id))).People[0].Days.Single(d => d.Date == day).Times.ToString();
    }

    [Theory]
    [InlineData("10-11", "0/1")]
    [InlineData("10-11 11-12", "0/1 0/1")] // one ends where the other begins
    [InlineData("10-12 11-13 12-14", "0/2 1/2 0/2")]
    [InlineData("10-13 10-11 11-12 12-13", "0/2 1/2 1/2 1/2")]
    [InlineData("10-11 10-11 10-11 13-14", "0/3 1/3 2/3 0/1")]
    public void Bookings_that_overlap_stand_side_by_side(string times, string places)
    {
        var spans = times.Split(' ').Select(t => (At: int.Parse(t[..2], null), Length: int.Parse(t[3..], null) - int.Parse(t[..2], null))).ToList();
        Assert.Equal(places, string.Join(' ', CalendarBlock.PlacesOf(spans).Select(p => $"{p.Place}/{p.Places}")));
    }

    [Fact]
    public void What_a_browser_sends_is_checked()
    {
        Assert.True(new CalendarPut(null, "2026-10-07", 24, 76).IsSensible);
        Assert.All((CalendarPut[])[new(null, "x", 23, 4), new(null, "x", 98, 4), new(null, "x", 30, 0), new(null, new('x', 60), 30, 4)],
            put => Assert.False(put.IsSensible));
    }

    private static BookingPlan Plan(Guid staff, string at, int? minutes = null) => new(BookingKind.Consultation, ContactMethod.Phone,
        new ServiceDay(DateOnly.Parse(at[..10], null)).At(new(int.Parse(at[11..13], null), int.Parse(at[14..], null), 0)), staff, false, false, minutes);
}
