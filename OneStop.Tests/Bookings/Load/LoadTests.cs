using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings.Load;

/// <summary>混みぐあい: who is on shift, who is taken, and in which hours nobody is left.</summary>
public sealed class LoadTests : IAsyncLifetime
{
    private static readonly DateOnly Tomorrow = new(2026, 10, 6);
    private readonly TestOneStop oneStop = new();
    private StaffMember manager = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        manager = await oneStop.AMember("chief", Duty.Manager);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData("10:00-13:00", null, 9, 0, 0, HourState.Nobody)]
    [InlineData("10:00-13:00", null, 10, 1, 1, HourState.Last)]
    [InlineData("10:00-13:00", 10.0, 10, 1, 0, HourState.Full)]
    [InlineData("10:00-13:00", 10.0, 11, 1, 1, HourState.Last)] // from 11:15, after the quarter hour for the record
    [InlineData("10:00-13:00", 11.25, 10, 1, 1, HourState.Last)] // its record is done by then
    [InlineData("10:00-13:00", 11.0, 10, 1, 0, HourState.Full)] // a talk at 10:00 would have no time for its record
    [InlineData("10:00-13:00", null, 12, 1, 1, HourState.Last)]
    [InlineData("10:00-12:45", null, 12, 1, 0, HourState.Full)] // on shift, but no whole talk fits
    [InlineData("10:00-13:00", null, 13, 0, 0, HourState.Nobody)]
    [InlineData("22:00-25:00", null, 24, 1, 1, HourState.Last)]
    [InlineData("22:00-25:00", 23.5, 24, 1, 0, HourState.Full)] // runs on into the last hour
    public async Task An_hour_has_somebody_left_if_a_whole_talk_can_still_begin(string times, double? booked, int hour, int onShift, int free, HourState state)
    {
        var member = await oneStop.OnShift("one", times: times);
        if (booked is { } at)
            await Book(member, Tomorrow, at);
        var found = (await Day(Tomorrow)).Hours.Single(h => h.Hour == hour).Of(BookingKind.Consultation);
        Assert.Equal((onShift, free, state), (found.OnShift, found.Free, found.State));
    }

    [Fact]
    public async Task Each_kind_of_talk_goes_by_those_who_hold_it()
    {
        await oneStop.OnShift("first", times: "10:00-13:00");
        var both = await oneStop.AMember("both", Duty.Counselor, Duty.Planner);
        await oneStop.OnShift("both", times: "10:00-13:00");
        await Book(both, Tomorrow, 11, BookingKind.ProgramMeeting);
        var hour = (await Day(Tomorrow)).Hours.Single(h => h.Hour == 11);
        Assert.Equal((2, 1), (hour.OnShift, hour.Talks));
        Assert.Equal(new KindHour(BookingKind.Consultation, 2, 1, 1, HourState.Last), hour.Of(BookingKind.Consultation)); // the same person is not free for it
        Assert.Equal(new KindHour(BookingKind.ProgramMeeting, 1, 1, 0, HourState.Full), hour.Of(BookingKind.ProgramMeeting));
        Assert.Equal(HourState.Nobody, hour.Of(BookingKind.RetentionMeeting).State);
        Assert.Equal([8, 9], (await Day(Tomorrow)).WithoutAnybody(BookingKind.Consultation).Where(h => h is > 7 and < 12));
    }

    [Fact]
    public async Task Half_past_midnight_belongs_to_the_day_before()
    {
        var member = await oneStop.OnShift("late", Duty.RetentionOfficer, "24:00-25:00");
        await Book(member, Tomorrow, 24.5, BookingKind.RetentionMeeting);
        var view = await Days(Tomorrow, 2);
        Assert.Equal(1, view.Days[0].Hours.Single(h => h.Hour == 24).Talks);
        Assert.Equal(0, view.Days[1].Hours.Sum(h => h.Talks));
        var person = view.People.Single(p => p.StaffId == member.Id);
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(30), 1, 0), Told(person.Days[0]));
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.Zero, 0, 0), Told(person.Days[1]));
    }

    [Fact]
    public async Task The_year_ends_after_the_hour_past_midnight_of_the_28th()
    {
        await oneStop.OnShift("one");
        var view = await Days(new(2026, 12, 28), 7);
        Assert.Equal([null, "年末年始", "年末年始", "年末年始", "年末年始", "年末年始", "年末年始"], view.Days.Select(d => d.Closed));
        Assert.Equal(HourState.Last, view.Days[0].Hours.Single(h => h.Hour == 24).Of(BookingKind.Consultation).State);
        Assert.All(view.Days.Skip(1), d => Assert.Empty(d.Hours));
        Assert.All(view.People[0].Days.Skip(1), d => Assert.Equal(TimeSpan.Zero, d.OnShift)); // a shift on a closed day is no time for talks
        Assert.Equal(6, (await Day(new(2027, 1, 4))).Hours[0].Hour);
    }

    [Fact]
    public async Task A_method_that_is_closed_takes_away_only_what_needs_it()
    {
        await oneStop.AMember("two", Duty.Counselor, Duty.Planner);
        await oneStop.OnShift("two", times: "10:00-13:00");
        await oneStop.At<TermsDesk>(manager, async desk =>
        {
            var terms = (await desk.List()).Single(r => r.Kind == BookingKind.ProgramMeeting).Terms;
            await desk.Set(BookingKind.ProgramMeeting, new(terms, terms with { Methods = [ContactMethod.Phone] }));
        });
        await oneStop.At<HoursDesk>(manager, desk => desk.Close(new(Tomorrow, Tomorrow, ContactMethod.Phone, "回線の工事")));
        var day = await Day(Tomorrow);
        Assert.Equal([ContactMethod.Phone], day.ClosedMethods);
        var hour = day.Hours.Single(h => h.Hour == 10);
        Assert.Equal((HourState.Last, HourState.Closed), (hour.Of(BookingKind.Consultation).State, hour.Of(BookingKind.ProgramMeeting).State));
    }

    [Fact]
    public async Task What_lies_outside_a_shift_or_beside_another_booking_is_said_and_a_shift_of_who_is_away_too()
    {
        var member = await oneStop.OnShift("full", times: "10:00-12:00");
        await Book(member, Tomorrow, 10);
        await Book(member, Tomorrow, 10, beyond: true);
        await Book(member, Tomorrow, 15, beyond: true);
        await oneStop.At<AbsenceDesk, Guid>(manager, d => d.Save(null, new(new(), new() { StaffId = member.Id, From = Tomorrow, Until = Tomorrow })));
        var load = (await Days(Tomorrow, 2)).People.Single(p => p.StaffId == member.Id).Days;
        Assert.Equal((TimeSpan.FromHours(2), TimeSpan.FromHours(3), 3, 1), Told(load[0]));
        Assert.Equal((1, true, false), (load[0].Beside, load[0].IsAwayOnShift, load[1].IsAway));
    }

    [Fact]
    public async Task What_is_over_is_over_and_what_was_cancelled_takes_no_time()
    {
        var member = await oneStop.OnShift("one", times: "6:00-25:00"); // it is 9:00
        var cancelled = await Book(member, Tomorrow, 10);
        await oneStop.At<BookingDesk>(member, d => d.Cancel(cancelled, isOurs: false, null, tells: false));
        Assert.Equal(HourState.Last, (await Day(Tomorrow)).Hours.Single(h => h.Hour == 10).Of(BookingKind.Consultation).State);
        var today = (await Day(Tomorrow.AddDays(-1))).Hours;
        Assert.Equal([HourState.Over, HourState.Over, HourState.Over, HourState.Last], today.Take(4).Select(h => h.Of(BookingKind.Consultation).State));
        oneStop.Clock.Advance(TimeSpan.FromHours(15.5)); // 24:30 of the same service day
        today = (await Day(Tomorrow.AddDays(-1))).Hours;
        Assert.Equal([HourState.Over, HourState.Full], today.TakeLast(2).Select(h => h.Of(BookingKind.Consultation).State));
    }

    private static (TimeSpan OnShift, TimeSpan Talking, int Talks, int Outside) Told(PersonLoad load) => (load.OnShift, load.Talking, load.Talks, load.OutsideShift);

    private async Task<LoadDay> Day(DateOnly day) => (await Days(day, 1)).Days[0];

    private Task<LoadView> Days(DateOnly day, int count) => oneStop.At<LoadDesk, LoadView>(manager, d => d.Days(day, count));

    private async Task<Guid> Book(StaffMember member, DateOnly day, double hour, BookingKind kind = BookingKind.Consultation, bool beyond = false) =>
        (await oneStop.At<BookingDesk, EnteredBooking>(member, async d => await d.Book(await oneStop.AClient(member),
            new(kind, ContactMethod.Chat, new ServiceDay(day).At(TimeSpan.FromHours(hour)), member.Id, beyond, Tells: false, Reason: beyond ? "本人の希望" : ""), isProposal: false))).Id;
}
