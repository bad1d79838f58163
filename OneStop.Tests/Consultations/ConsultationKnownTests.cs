using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Bookings;
using OneStop.Domain.Consultations;
using OneStop.Domain.Indicators;
using OneStop.Domain.Staff;
using OneStop.Domain.Stages;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Consultations;

/// <summary>What other parts of the portal are told of records: who may read the words, what is due, what is counted.</summary>
public sealed class ConsultationKnownTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new(); // each test sets the clock

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData(Duty.Counselor, true)]
    [InlineData(Duty.Planner, true)]
    [InlineData(Duty.Manager, true)]
    [InlineData(Duty.PlacementOfficer, false)]
    [InlineData(Duty.RetentionOfficer, false)]
    public async Task The_words_reach_only_support(Duty duty, bool isTold)
    {
        var (counselor, client) = await oneStop.Counseling($"told-{duty}");
        var manager = await oneStop.AMember("teller", Duty.Manager);
        var id = await oneStop.Written(counselor, client, (await oneStop.AWish(counselor)) with { NextStep = "学童を見に行く", NextStepOn = new(2026, 10, 9) });
        await oneStop.At<ConsultationDesk>(manager, desk => desk.Comment(id, "よく聞けています"));
        var reader = await oneStop.AMember($"reader-{duty}", duty);

        var view = await oneStop.OpenRecord(reader, id);
        Assert.Equal((isTold, isTold, isTold, isTold ? 1 : 0, 45),
            (view.Row.Words is not null, view.Wish is not null, view.Versions.Count > 0, view.Comments.Count, view.Row.Minutes));
        Assert.Equal(isTold, (await List(reader, new() { Client = client })).Single().Words is not null);
        Assert.Equal(isTold, (await List(reader, new() { Client = client, Subject = await oneStop.ASubject() })).Count == 1);
        var entry = Assert.Single(await oneStop.Timeline(reader, client));
        Assert.Equal(("相談（電話・45分）", isTold), (entry.Title, entry.Text?.Contains("学童", StringComparison.Ordinal) == true));
        Assert.Equal(isTold ? 1 : 0, (await oneStop.Timeline(reader, client, "学童")).Count); // a search tells nothing either
        Assert.Equal(isTold ? 2 : 0, (await oneStop.Due(reader, client)).Count); // next step, comment
    }

    [Fact]
    public async Task A_talk_without_booking_brings_a_client_to_the_stage_of_consulting()
    {
        var (counselor, client) = await oneStop.Counseling("stage");
        var id = await oneStop.Written(counselor, client, await oneStop.AWish(counselor), confirms: false);
        Assert.DoesNotContain(client, await Consulting(counselor));
        await oneStop.At<ConsultationDesk>(counselor, async desk =>
        {
            var seen = (await desk.Open(id))!.Wish!;
            await desk.Rewrite(id, new(seen, seen with { Confirms = true }));
        });
        Assert.Contains(client, await Consulting(counselor));
    }

    [Fact]
    public async Task Who_both_places_and_counsels_reads_the_words()
    {
        var (counselor, client) = await oneStop.Counseling("both");
        var id = await oneStop.Written(counselor, client, await oneStop.AWish(counselor));
        var both = await oneStop.AMember("both-duties", Duty.PlacementOfficer, Duty.Counselor);
        Assert.NotNull((await oneStop.OpenRecord(both, id)).Wish);
    }

    [Fact]
    public async Task The_record_of_a_held_booking_is_due_until_it_is_confirmed()
    {
        var (counselor, client) = await oneStop.Counseling("late");
        oneStop.PassTo(9);
        var booking = await oneStop.ABooking(counselor, client, 10);
        var other = await oneStop.ABooking(await oneStop.OnShift("trainer", Duty.PlacementOfficer), client, 12, kind: BookingKind.InterviewPractice); // has another record
        oneStop.PassTo(14);
        Assert.Empty(await oneStop.Due(counselor, client)); // nobody has said that they came
        foreach (var one in (Guid[])[booking, other])
            await oneStop.At<BookingDesk>(counselor, desk => desk.Close(one, true));
        var due = Assert.Single(await oneStop.Due(counselor, client));
        Assert.Equal(("相談の記録を書く", counselor.Id, TestOneStop.Japan("2026-10-07T01:00"), $"/clients/{client}/consultations/new?booking={booking}"),
            (due.What, due.StaffId, due.Until, due.Link));
        Assert.Empty(await oneStop.Due(counselor, client, staff: Guid.Empty)); // it is the counselor's

        var wish = (await oneStop.AWish(counselor)) with { From = "10:00", Until = "11:00" };
        var id = await oneStop.Written(counselor, client, wish, confirms: false, booking: booking);
        Assert.Equal(("下書きの記録を確定する", $"/consultations/{id}"), Assert.Single(await oneStop.Due(counselor, client)) is var draft ? (draft.What, draft.Link) : default);
        await oneStop.At<ConsultationDesk>(counselor, async desk =>
        {
            var seen = (await desk.Open(id))!.Wish!;
            await desk.Rewrite(id, new(seen, seen with { Confirms = true }));
        });
        Assert.Empty(await oneStop.Due(counselor, client));
    }

    [Fact]
    public async Task A_next_step_with_a_date_is_due_until_it_is_done_and_another_step_is_due_anew()
    {
        var (counselor, client) = await oneStop.Counseling("stepper");
        oneStop.PassTo(9);
        var id = await oneStop.Written(counselor, client, (await oneStop.AWish(counselor)) with { NextStep = "履歴書を見る", NextStepOn = new(2026, 10, 9) });
        var due = Assert.Single(await oneStop.Due(counselor, client));
        Assert.Equal(("次の一手を行う", "履歴書を見る", TestOneStop.Japan("2026-10-10T01:00")), (due.What, due.Of, due.Until));
        await oneStop.At<ConsultationDesk>(counselor, desk => desk.FinishNextStep(id, true));
        Assert.Empty(await oneStop.Due(counselor, client));
        await oneStop.Correct(counselor, id, w => w with { Support = "言い直した", Reason = "補足" });
        Assert.Empty(await oneStop.Due(counselor, client)); // the step is the same
        await oneStop.Correct(counselor, id, w => w with { NextStep = "面接の練習をする", Reason = "追加" });
        Assert.Single(await oneStop.Due(counselor, client));
    }

    [Fact]
    public async Task Consultations_are_counted_once_by_the_service_day_and_people_once_in_the_period()
    {
        var (counselor, first) = await oneStop.Counseling("counter");
        var second = await Bookings.BookingOffice.AClient(oneStop, counselor, "二人目");
        var (recorded, unrecorded, missed) = (await oneStop.ABooking(counselor, first, 10), await oneStop.ABooking(counselor, first, 12), await oneStop.ABooking(counselor, second, 14));
        oneStop.PassTo(20);
        var wish = await oneStop.AWish(counselor);
        await oneStop.Written(counselor, first, wish with { From = "10:00", Until = "11:00" }, booking: recorded); // a booking with its record is one talk
        await oneStop.At<BookingDesk>(counselor, desk => desk.Close(unrecorded, true));
        await oneStop.At<BookingDesk>(counselor, desk => desk.Close(missed, false));
        await oneStop.Written(counselor, second, wish, confirms: false); // a draft
        Assert.Equal((2, 1, 1), await Counts(oneStop, counselor, 5, 5));

        oneStop.PassTo(24.75);
        await oneStop.Written(counselor, second, wish with { From = "24:00", Until = "24:30" }); // still the 5th
        Assert.Equal((3, 2, 2), await Counts(oneStop, counselor, 5, 5));
        Assert.Equal((0, 0, 0), await Counts(oneStop, counselor, 6, 6));

        oneStop.PassTo(12, day: 1);
        await oneStop.Written(counselor, first, wish with { Day = new(2026, 10, 6) });
        Assert.Equal((1, 1, 0), await Counts(oneStop, counselor, 6, 6)); // not new any more
        Assert.Equal((4, 2, 2), await Counts(oneStop, counselor, 5, 6));

        var slip = await oneStop.Written(counselor, first, wish with { Day = new(2026, 10, 6), From = "8:30", Until = "9:00" });
        var manager = await oneStop.AMember("corrector", Duty.Manager);
        await oneStop.At<ConsultationDesk>(manager, desk => desk.Remove(slip, "二重に入れた"));
        Assert.Equal((1, 1, 0), await Counts(oneStop, counselor, 6, 6));
    }

    private static Task<(int Held, int People, int New)> Counts(TestOneStop oneStop, StaffMember member, int from, int to) => oneStop.WithDb(member, async (services, db) =>
    {
        var sources = services.GetServices<IIndicatorSource>().ToDictionary(s => s.Indicator.Code);
        async Task<int> Count(string code) => await sources[code].Count(db, new(2026, 10, from), new(2026, 10, to));
        return (await Count("consultations"), await Count("people-consulted"), await Count("people-consulted-first"));
    });

    private Task<List<Guid>> Consulting(StaffMember member) => oneStop.WithDb(member, (services, db) => db.Clients
        .Where(services.GetServices<ICaseTrack>().Where(t => t.Stage == CaseStage.Consulting).IsOnAny(db)).Select(c => c.Id).ToListAsync());

    private Task<IReadOnlyList<ConsultationRow>> List(StaffMember by, ConsultationFilter filter) =>
        oneStop.At<ConsultationDesk, IReadOnlyList<ConsultationRow>>(by, async desk => (await desk.List(new(filter))).Rows);
}
