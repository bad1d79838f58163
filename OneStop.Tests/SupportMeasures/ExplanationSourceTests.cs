using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Indicators;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Domain.Timeline;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportMeasures;

/// <summary>What explanations add to the timeline, to what is due, and to the figures.</summary>
public sealed class ExplanationSourceTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember counselor = null!;
    private Guid client;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        counselor = await oneStop.OnShift("counselor");
        client = await oneStop.AClient(counselor);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task The_timeline_says_what_was_explained_how_and_how_it_was_taken()
    {
        await oneStop.TellByPhone(counselor, client, TheFour.HousingLoan);
        var told = (await oneStop.MeasuresOf(counselor, client)).Measures.Single(m => m.ShortName == "住宅支援資金貸付").Told!;
        await oneStop.At<ExplanationDesk>(counselor, d => d.Correct(told.Id, new(told.Wish, told.Wish with { Response = MeasureResponse.Wants })));
        var entry = Assert.Single(await Timeline(counselor));
        Assert.Equal(("住宅支援資金貸付を説明（電話）", "使いたい", counselor.Id), (entry.Title, entry.Text, entry.StaffId));
        await oneStop.At<ExplanationDesk>(counselor, d => d.Annul(told.Id, true));
        Assert.Empty(await Timeline(counselor));
    }

    [Fact]
    public async Task Applications_and_answers_are_in_the_timeline_of_support_only()
    {
        var loan = (await oneStop.Measures(TheFour.HousingLoan))[0];
        await oneStop.At<ApplicationDesk>(counselor, d => d.Save(client, loan, new(ApplicationWish.None, ApplicationWish.None with { State = ApplicationState.Planned })));
        await oneStop.At<ApplicationDesk>(counselor, d => d.Ask(client, new(ChecklistWish.None, ChecklistWish.None with { Ward = "中央区", Rent = "5年借りている" })));
        Assert.Equal(["住宅支援資金貸付: 申請予定", "講座・貸付の前の質問（2問に回答）"], (await Timeline(counselor)).Select(e => e.Title).Order(StringComparer.Ordinal));
        Assert.Empty(await Timeline(await oneStop.AMember("placing", Duty.PlacementOfficer)));
    }

    [Fact]
    public async Task A_week_after_the_first_held_talk_the_missing_ones_are_due_until_all_four_are_told()
    {
        Assert.Empty(await Due("explain-four", DateTimeOffset.MaxValue)); // nobody came yet
        var end = await HoldATalk();
        var due = Assert.Single(await Due("explain-four", DateTimeOffset.MaxValue));
        Assert.Equal((client, end.AddDays(7)), (due.ClientId, due.Until));
        Assert.Empty(await Due("explain-four", end.AddDays(7), everybody: true)); // not before it is due
        Assert.Single(await Due("explain-four", end.AddDays(7).AddMinutes(1), everybody: true));
        await oneStop.TellByPhone(counselor, client, TheFour.Training, TheFour.Vocational, TheFour.VocationalLoan);
        Assert.Equal("まだ: 住宅支援資金貸付", Assert.Single(await Due("explain-four", DateTimeOffset.MaxValue)).Of);
        await oneStop.TellByPhone(counselor, client, TheFour.HousingLoan);
        Assert.Empty(await Due("explain-four", DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task The_last_day_to_apply_is_due_until_the_application_is_made()
    {
        var loan = (await oneStop.Measures(TheFour.HousingLoan))[0];
        var planned = ApplicationWish.None with { State = ApplicationState.Planned, ApplyBy = new(2026, 10, 20) };
        await oneStop.At<ApplicationDesk>(counselor, d => d.Save(client, loan, new(ApplicationWish.None, planned)));
        var due = Assert.Single(await Due("measure-application", DateTimeOffset.MaxValue));
        Assert.Equal(("住宅支援資金貸付", TestOneStop.Japan("2026-10-21T00:00")), (due.Of, due.Until));
        Assert.Empty(await Due("measure-application", TestOneStop.Japan("2026-10-20T12:00"), everybody: true));
        Assert.Single(await Due("measure-application", TestOneStop.Japan("2026-10-21T12:00"), everybody: true));
        await oneStop.At<ApplicationDesk>(counselor, d => d.Save(client, loan,
            new(planned, planned with { State = ApplicationState.Applied, AppliedOn = new(2026, 10, 5) })));
        Assert.Empty(await Due("measure-application", DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task Explanations_are_counted_and_a_person_once_on_the_day_of_the_last_of_the_four()
    {
        await oneStop.TellByPhone(counselor, client, TheFour.Training, TheFour.Vocational, TheFour.VocationalLoan);
        Assert.Equal((3, 0), (await Count("measures.explanations", 5, 5), await Count("measures.all-four", 1, 31)));
        oneStop.Clock.Advance(TimeSpan.FromDays(3));
        await oneStop.TellByPhone(counselor, client, TheFour.HousingLoan);
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
        await oneStop.TellByPhone(counselor, client, [.. TheFour.Codes]); // again
        Assert.Equal((8, 1), (await Count("measures.explanations", 1, 31), await Count("measures.all-four", 1, 31)));
        Assert.Equal((0, 1), (await Count("measures.all-four", 9, 31), await Count("measures.all-four", 8, 8)));
    }

    private async Task<DateTimeOffset> HoldATalk()
    {
        var start = new ServiceDay(new(2026, 10, 5)).At(TimeSpan.FromHours(14));
        var booking = (await oneStop.At<BookingDesk, EnteredBooking>(counselor,
            d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, start, counselor.Id, false, false), false))).Id;
        oneStop.Clock.Advance(TestOneStop.Japan("2026-10-05T15:00") - oneStop.Clock.GetUtcNow());
        await oneStop.At<BookingDesk>(counselor, d => d.Close(booking, true));
        return await oneStop.Read(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.Slot.End).SingleAsync());
    }

    private async Task<IReadOnlyList<TimelineEntry>> Timeline(StaffMember who)
    {
        var person = new CasePerson(client, [], []);
        return await From<ITimelineSource, TimelineEntry>(who, (source, db) => source.Read(db, new(person, DateTimeOffset.MaxValue, 50, null, [])),
            source => source.Tables.Any(t => t.Namespace == typeof(Explanation).Namespace));
    }

    private async Task<IReadOnlyList<DueItem>> Due(string kind, DateTimeOffset before, bool everybody = false)
    {
        var person = everybody ? null : new CasePerson(client, [], []);
        var items = await From<IDueSource, DueItem>(counselor,
            (source, db) => source.Read(db, new(person, counselor.Id, before, oneStop.Clock.GetUtcNow(), 50)), _ => true);
        return [.. items.Where(i => i.Kind == kind)];
    }

    private Task<int> Count(string code, int from, int to) => oneStop.As(counselor, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        return await services.GetServices<IIndicatorSource>().Single(i => i.Indicator.Code == code).Count(db, new(2026, 10, from), new(2026, 10, to));
    });

    private Task<IReadOnlyList<T>> From<TSource, T>(StaffMember who, Func<TSource, OneStopDb, Task<IReadOnlyList<T>>> read, Func<TSource, bool> isAsked)
        where TSource : notnull => oneStop.As<IReadOnlyList<T>>(who, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        var found = new List<T>();
        foreach (var source in services.GetServices<TSource>().Where(isAsked))
            found.AddRange(await read(source, db));
        return found;
    });
}
