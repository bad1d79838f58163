using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Attendance;
using OneStop.Domain.Indicators;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>来談の状況: 無断 of 来談 and 無断, by method, hour and lead time.</summary>
public sealed class AttendanceTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 10, 5);
    private readonly TestOneStop oneStop = new();
    private StaffMember counselor = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        counselor = await oneStop.OnShift("counselor");
        await oneStop.HasVideo();
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData("2026-10-05T12:00", LeadTime.SameDay)]
    [InlineData("2026-10-05T00:30", LeadTime.OneToThree)] // 24:30 of the day before
    [InlineData("2026-10-02T23:00", LeadTime.OneToThree)]
    [InlineData("2026-10-01T23:00", LeadTime.FourToSeven)]
    [InlineData("2026-09-28T06:00", LeadTime.FourToSeven)]
    [InlineData("2026-09-28T05:59", LeadTime.EightToFourteen)]
    [InlineData("2026-09-21T12:00", LeadTime.EightToFourteen)]
    [InlineData("2026-09-20T12:00", LeadTime.Longer)]
    public void The_lead_time_counts_service_days(string chosenAt, LeadTime lead) => Assert.Equal(lead, LeadTime.Of(Japan(chosenAt), Today));

    [Theory]
    [InlineData(0, 0, "–", null)]
    [InlineData(2, 1, "1/3件", null)] // no third of three
    [InlineData(18, 1, "1/19件", null)]
    [InlineData(19, 1, "1/20件（5%）", 5)]
    [InlineData(37, 3, "3/40件（8%）", 8)] // 7.5
    [InlineData(0, 1200, "1,200/1,200件（100%）", 100)]
    public void Few_are_shown_as_numbers_only(int held, int missed, string shown, int? percent)
    {
        var figures = new AttendanceFigures(held, missed, 50, 50);
        Assert.Equal((shown, (decimal?)percent), (figures.InJapanese, figures.Percent));
    }

    [Fact]
    public async Task Each_booking_counts_once_and_each_number_opens_what_it_counts()
    {
        var client = await oneStop.AClient(counselor);
        var (held, late) = (await Book(12, ContactMethod.Phone), await Book(24, ContactMethod.Chat));
        var missed = await Book(14, ContactMethod.Phone);
        var (cancelled, calledOff, moved) = (await Book(16, ContactMethod.Video), await Book(18, ContactMethod.Video), await Book(20, ContactMethod.Chat));
        await oneStop.At<BookingDesk>(counselor, d => d.Cancel(cancelled, isOurs: false, null, tells: false));
        await oneStop.At<BookingDesk>(counselor, d => d.Cancel(calledOff, isOurs: true, null, tells: false));
        var after = await oneStop.At<BookingDesk, Guid>(counselor, async d =>
            (await d.Move(moved, new(BookingKind.Consultation, ContactMethod.Chat, At(Today.AddDays(1), 10), counselor.Id, false, false))).Id);
        await Book(22, ContactMethod.Chat); // not yet recorded
        oneStop.Clock.Advance(TimeSpan.FromHours(30));
        await oneStop.At<BookingDesk>(counselor, async d =>
        {
            await d.Close(held, true);
            foreach (var id in (Guid[])[late, missed, after])
                await d.Close(id, false);
        });

        var view = await Counts(Today, Today.AddDays(1));
        Assert.Equal(new AttendanceFigures(1, 3, 1, 1), view.All);
        Assert.Equal([(12, 1, 0), (14, 0, 1), (24, 0, 1)], (await Counts(Today, Today)).Hours.Where(h => h.Figures.Ended > 0).Select(h => (h.Hour, h.Figures.Held, h.Figures.Missed)));
        Assert.Equal(new AttendanceFigures(1, 1, 0, 0), view.Methods.Single(m => m.Method == ContactMethod.Phone).Figures);
        Assert.Equal([(LeadTime.SameDay, 3), (LeadTime.OneToThree, 1)], view.Leads.Where(l => l.Figures.Ended > 0).Select(l => (l.Lead, l.Figures.Ended)));
        Assert.Equal(19, view.Hours.Count);

        foreach (var (number, count) in (IEnumerable<(AttendanceNumber, int)>)[(new(null, null, null, null), 4), (new(null, null, null, BookingState.Missed), 3),
            (new(24, null, null, null), 1), (new(null, ContactMethod.Video, null, BookingState.CalledOff), 1), (new(null, null, LeadTime.OneToThree, BookingState.Missed), 1),
            (new(null, null, LeadTime.Longer, null), 0), (new(null, null, null, BookingState.Cancelled), 1)])
            Assert.Equal(count, (await oneStop.At<AttendanceDesk, IReadOnlyList<BookingRow>>(counselor, d => d.Behind(Today, Today.AddDays(1), number))).Count);
        await Assert.ThrowsAsync<RuleException>(() => Counts(Today, Today.AddDays(-1)));
        Assert.Equal((4, 3), (await Indicated("bookings.ended"), await Indicated("bookings.missed")));

        Task<Guid> Book(double hour, ContactMethod method) => oneStop.At<BookingDesk, Guid>(counselor, async d =>
            (await d.Book(client, new(BookingKind.Consultation, method, At(Today, hour), counselor.Id, false, false), false)).Id);
    }

    [Fact]
    public async Task The_lead_time_of_a_booking_whose_start_stayed_is_that_of_the_first()
    {
        var (client, colleague) = (await oneStop.AClient(counselor), await oneStop.OnShift("colleague"));
        var day = Today.AddDays(10);
        var (handed, later) = (await Book(12), await Book(15));
        oneStop.Clock.SetUtcNow(AttendanceTests.At(day, 9));
        handed = await Move(handed, 12, colleague);
        handed = await Move(handed, 12, counselor);
        later = await Move(later, 16, counselor);
        oneStop.Clock.SetUtcNow(AttendanceTests.At(day, 20));
        await oneStop.At<BookingDesk>(counselor, async d =>
        {
            await d.Close(handed, true);
            await d.Close(later, true);
        });
        Assert.Equal([(LeadTime.SameDay, 1), (LeadTime.EightToFourteen, 1)],
            (await Counts(day, day)).Leads.Where(l => l.Figures.Ended > 0).Select(l => (l.Lead, l.Figures.Ended)));

        async Task<Guid> Book(double hour) => await oneStop.At<BookingDesk, Guid>(counselor, async d => (await d.Book(client, At(hour, counselor), false)).Id);
        async Task<Guid> Move(Guid id, double hour, StaffMember with) => await oneStop.At<BookingDesk, Guid>(counselor, async d => (await d.Move(id, At(hour, with))).Id);
        BookingPlan At(double hour, StaffMember with) => new(BookingKind.Consultation, ContactMethod.Phone, AttendanceTests.At(day, hour), with.Id, false, false);
    }

    private static DateTimeOffset At(DateOnly day, double hour) => new ServiceDay(day).At(TimeSpan.FromHours(hour));

    private Task<AttendanceView> Counts(DateOnly from, DateOnly until) => oneStop.At<AttendanceDesk, AttendanceView>(counselor, d => d.Counts(from, until));

    private async Task<int> Indicated(string code)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        var source = scope.ServiceProvider.GetServices<IIndicatorSource>().Single(s => s.Indicator.Code == code);
        return await oneStop.Read(db => source.Count(db, Today, Today.AddDays(1)));
    }
}
