using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings.Load;

/// <summary>Where a shift would help, with its reason.</summary>
public sealed class ShiftSuggestionTests : IAsyncLifetime
{
    private static readonly DateOnly Wednesday = new(2026, 10, 7);
    private readonly TestOneStop oneStop = new();
    private StaffMember manager = null!, counselor = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (manager, counselor) = (await oneStop.AMember("chief", Duty.Manager), await oneStop.OnShift("one", times: "10:00-13:00"));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task An_hour_that_was_asked_for_is_suggested_with_who_waits_until_somebody_works_then()
    {
        await Ask(Wednesday, 20, 3);
        await Ask(Wednesday.AddDays(-7), 20, 4); // the weeks before support it
        await Ask(Wednesday.AddDays(-8), 20, 9); // another weekday
        await Fill(Wednesday);
        await Wait(Wednesday, 2);
        var one = Assert.Single(await Suggestions());
        Assert.Equal((Wednesday, BookingKind.Consultation, Hours(20), Hours(22), 3, 4, 2, 0),
            (one.Day.Date, one.Kind, one.From, one.Until, one.Asked, one.AskedBefore, one.Waiting, one.OnShift));
        Assert.Equal([ContactMethod.Chat], one.Methods);

        await oneStop.At<ShiftDesk, ShiftChange>(manager, d => d.SetDay(counselor.Id, Wednesday, WorkingTimes.Read("10:00-13:00 20:00-22:00")));
        Assert.Empty(await Suggestions());
    }

    [Theory]
    [InlineData(new[] { 20, 21, 22 }, new[] { 20.0, 24 })] // one talk after the last of them
    [InlineData(new[] { 18, 20 }, new[] { 18.0, 20, 20, 22 })] // two stretches
    [InlineData(new[] { 24 }, new[] { 24.0, 25 })] // not past the closing
    [InlineData(new[] { 6 }, new[] { 6.0, 8 })]
    [InlineData(new[] { 10 }, new double[0])] // somebody is free then by now
    public async Task Neighbouring_hours_are_one_shift(int[] asked, double[] shifts)
    {
        foreach (var hour in asked)
            await Ask(Wednesday, hour, 1);
        Assert.Equal(shifts, (await Suggestions()).OrderBy(s => s.From).SelectMany(s => new[] { s.From!.Value.TotalHours, s.Until!.Value.TotalHours }));
    }

    [Fact]
    public async Task Who_named_no_hour_is_told_of_only_while_the_day_is_full()
    {
        await Ask(Wednesday, AskedInVain.AnyHour, 2);
        await Wait(Wednesday, 1);
        Assert.Empty(await Suggestions()); // it is not full
        await Fill(Wednesday);
        var one = Assert.Single(await Suggestions());
        Assert.Equal((null, null, 2, 1, 1), (one.From, one.Until, one.Asked, one.Waiting, one.OnShift));
    }

    [Fact]
    public async Task The_most_wanted_is_first_and_who_waits_is_not_counted_twice()
    {
        var thursday = Wednesday.AddDays(1);
        await Fill(Wednesday);
        await Fill(thursday);
        await Ask(Wednesday, AskedInVain.AnyHour, 2);
        await Wait(Wednesday, 2); // the same two
        await Ask(thursday, AskedInVain.AnyHour, 3);
        Assert.Equal([thursday, Wednesday], (await Suggestions()).Select(s => s.Day.Date));
    }

    [Fact]
    public async Task Nothing_is_suggested_for_closed_days_for_what_is_over_or_for_later_weeks()
    {
        await Ask(Wednesday, 20, 1);
        await Ask(Wednesday.AddDays(-2), 10, 1); // today, within the minimum notice
        await Ask(Wednesday.AddDays(-3), 20, 1);
        await Ask(Wednesday.AddDays(6), 20, 1); // more than a week ahead
        Assert.Single(await Suggestions());
        await oneStop.At<HoursDesk>(manager, d => d.Close(new(Wednesday, Wednesday, ContactMethod.Chat, "回線の工事")));
        Assert.Empty(await Suggestions());
    }

    [Fact]
    public Task The_suggestions_are_for_managers() =>
        Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<LoadDesk, IReadOnlyList<ShiftSuggestion>>(counselor, d => d.Suggestions()));

    private static TimeSpan? Hours(double hours) => TimeSpan.FromHours(hours);

    private Task<IReadOnlyList<ShiftSuggestion>> Suggestions() => oneStop.At<LoadDesk, IReadOnlyList<ShiftSuggestion>>(manager, d => d.Suggestions());

    private Task<int> Ask(DateOnly day, int hour, int times) => oneStop.Read(db =>
    {
        var asked = AskedInVain.Of(new(2026, 9, 20), day, hour, BookingKind.Consultation, ContactMethod.Chat);
        for (var i = 0; i < times; i++)
            asked.Add();
        db.AskedInVain.Add(asked);
        return db.SaveChangesAsync();
    });

    private async Task Wait(DateOnly day, int people)
    {
        for (var i = 0; i < people; i++)
        {
            var client = await oneStop.AClient(counselor);
            await oneStop.Read(async db =>
            {
                db.WaitingList.Add(WaitingEntry.Of((await db.Clients.FindAsync(client))!, BookingKind.Consultation, ContactMethod.Chat, new(day), oneStop.Clock.GetUtcNow()));
                return await db.SaveChangesAsync();
            });
        }
    }

    /// <summary>Both talks that fit between 10:00 and 13:00.</summary>
    private async Task Fill(DateOnly day)
    {
        foreach (var hour in (double[])[10, 11.25])
            await oneStop.At<BookingDesk, EnteredBooking>(counselor, async d => await d.Book(await oneStop.AClient(counselor), new(BookingKind.Consultation,
                ContactMethod.Chat, new ServiceDay(day).At(TimeSpan.FromHours(hour)), counselor.Id, Beyond: false, Tells: false), isProposal: false));
    }
}
