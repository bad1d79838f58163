using OneStop.Domain;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Listing;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms;

/// <summary>仕様書 8(3): the count of the year beside the target, with the pace; approvals, outcomes, planners.</summary>
public sealed class ProgramOverviewTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    /// <summary>The first year counts six months against the whole target; the second one begins in April.</summary>
    [Theory]
    [InlineData("2026-09-30", 0)]
    [InlineData("2026-10-01", 0.14)] // one of 182 days
    [InlineData("2026-12-30", 12.5)] // half of them
    [InlineData("2027-03-31", 25)]
    [InlineData("2027-05-01", 25)]
    public void The_pace_of_the_first_year_begins_with_the_service(string day, double expected)
    {
        var target = new YearTarget(25, new(2026, 10, 1), new(2027, 3, 31), true);
        Assert.True(target.IsPart);
        Assert.Equal(expected, (double)target.ExpectedBy(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), 2);
    }

    [Fact]
    public async Task The_second_year_is_whole_and_a_year_before_the_service_has_no_target()
    {
        var manager = await oneStop.AMember("boss", Duty.Manager);
        var first = await Overview(manager);
        Assert.Equal((new FiscalYear(2026), 25, new DateOnly(2026, 10, 1), true), (first.Year, first.Target!.Count, first.Target.Begins, first.Target.IsPart));
        var next = await Overview(manager, 2027);
        Assert.Equal((new DateOnly(2027, 4, 1), new DateOnly(2028, 3, 31), false), (next.Target!.Begins, next.Target.Ends, next.Target.IsPart));
        Assert.Null((await Overview(manager, 2025)).Target);
        Assert.Equal("令和8年度", first.Year.InJapanese);
        Assert.Equal((12, new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31)), (first.Months.Count, first.Months[0].First, first.Months[^1].Last));
    }

    [Fact]
    public async Task Both_counts_stand_in_their_months_and_open_their_rows()
    {
        var (planner, second, client) = await oneStop.Planning();
        var manager = await oneStop.AMember("boss", Duty.Manager);
        var id = await oneStop.Established(planner, second, client);
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2026, 11, 20), new(9, 0)));
        await oneStop.Revise(planner, id);
        await oneStop.ChangeGoal(planner, id, g => g with { Words = "看護師になる" });
        await oneStop.Ask(planner, id);
        await oneStop.Approve(second, id);
        await oneStop.Confirm(planner, id);
        var view = await Overview(manager);
        Assert.Equal((1, 1), (view.Established, view.Revised));
        Assert.Equal([(10, 1, 0), (11, 0, 1)], view.Months.Where(m => m.Established + m.Revised > 0).Select(m => (m.First.Month, m.Established, m.Revised)));
        var october = Assert.Single(await Counted(manager, ProgramListDesk.Established, new(2026, 10, 1), new(2026, 10, 31)));
        Assert.Equal((ProgramOffice.Today, 1, id), (october.Day, october.Edition, october.Program.Id));
        var november = Assert.Single(await Counted(manager, ProgramListDesk.Revised, new(2026, 11, 1), new(2026, 11, 30)));
        Assert.Equal((new DateOnly(2026, 11, 20), 2, id), (november.Day, november.Edition, november.Program.Id));
        Assert.Empty(await Counted(manager, ProgramListDesk.Established, new(2026, 11, 1), new(2026, 11, 30)));
    }

    [Fact]
    public async Task The_longest_waiting_approval_comes_first_with_who_asked()
    {
        var (planner, second, client) = await oneStop.Planning();
        var (third, _, other) = await oneStop.Planning("third");
        var late = await oneStop.Written(planner, client);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var early = await oneStop.Written(third, other);
        await oneStop.Ask(third, early);
        oneStop.Clock.Advance(TimeSpan.FromDays(3));
        await oneStop.Ask(planner, late);
        var waits = (await Overview(await oneStop.AMember("boss", Duty.Manager))).Approvals;
        Assert.Equal([(early, third.Name), (late, planner.Name)], waits.Select(w => (w.Program.Id, w.AskedBy)));
        await oneStop.Approve(second, early);
        Assert.Single((await Overview(await oneStop.AMember("boss", Duty.Manager))).Approvals);
    }

    [Fact]
    public async Task Shares_are_taken_of_programs_that_were_established()
    {
        var (planner, second, client) = await oneStop.Planning();
        var manager = await oneStop.AMember("boss", Duty.Manager);
        foreach (var reason in (ProgramEndReason[])[ProgramEndReason.Achieved, ProgramEndReason.Achieved, ProgramEndReason.Interrupted, ProgramEndReason.NotBegun])
        {
            var id = reason == ProgramEndReason.NotBegun ? await oneStop.Written(planner, client) : await oneStop.Established(planner, second, client);
            await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, reason, "理由", "区役所", null)));
        }
        var view = await Overview(manager);
        Assert.Equal([(ProgramEndReason.Achieved, 2), (ProgramEndReason.Interrupted, 1), (ProgramEndReason.NotBegun, 1)], view.Outcomes.Select(o => (o.Reason, o.Count)));
        Assert.Equal([0.67m, 0.33m, null], view.Outcomes.Select(o => view.ShareOf(o) is { } share ? Math.Round(share, 2) : (decimal?)null));
        Assert.Equal(3, view.Ended);
        Assert.Empty((await Overview(manager, 2027)).Outcomes);
        var rows = await oneStop.At<ProgramListDesk, ListPart<ProgramRow>>(manager, d => d.List(new(new()
        {
            Outcome = ProgramEndReason.Achieved,
            EndedFrom = new(2026, 4, 1),
            EndedUntil = new(2027, 3, 31),
        })));
        Assert.Equal(2, rows.Count); // the number opens its rows
    }

    [Fact]
    public async Task Each_planner_has_a_line_with_what_is_prepared_runs_and_is_overdue()
    {
        var (planner, second, client) = await oneStop.Planning();
        var manager = await oneStop.AMember("boss", Duty.Manager);
        await oneStop.Established(planner, second, client);
        await oneStop.Begun(planner, (await oneStop.Planning("third")).Client);
        oneStop.Clock.SetUtcNow(JapanTime.At(ProgramOffice.Today.AddMonths(1), new(9, 0)));
        Assert.Equal([(planner.Id, 1, 1, 0, 0)], await Loads());
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([(planner.Id, 1, 1, 1, 0)], await Loads());

        async Task<IEnumerable<(Guid, int, int, int, int)>> Loads() =>
            (await Overview(manager)).Planners.Select(l => (l.Planner.Id, l.Preparing, l.Running, l.Overdue, l.Aftercare));
    }

    [Theory]
    [InlineData(Duty.Planner)]
    [InlineData(Duty.Counselor)]
    [InlineData(Duty.City)]
    public async Task The_page_of_the_manager_is_for_managers(Duty duty)
    {
        var member = await oneStop.AMember("curious", duty);
        await Assert.ThrowsAsync<NotAllowedException>(() => Overview(member));
        await Assert.ThrowsAsync<NotAllowedException>(() => Counted(member, ProgramListDesk.Established, new(2026, 10, 1), new(2026, 10, 31)));
    }

    private Task<ProgramOverview> Overview(StaffMember by, int? year = null) => oneStop.At<ProgramListDesk, ProgramOverview>(by, d => d.Overview(year));

    /// <summary>A paper of October that is entered in November adds to a month that may have been reported.</summary>
    [Theory]
    [InlineData(0, null)]
    [InlineData(30, "2026-11-04")]
    public async Task A_paper_that_was_entered_late_says_so(int days, string? entered)
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Approved(planner, second, client);
        oneStop.Clock.Advance(TimeSpan.FromDays(days));
        var digest = (await oneStop.Program(planner, id)).Newest!.Digest;
        await oneStop.At<ProgramDesk>(planner, d => d.ConfirmOnPaper(id, digest, ProgramOffice.Signed(digest, ProgramOffice.Today)));
        var row = Assert.Single(await Counted(await oneStop.AMember("boss", Duty.Manager), ProgramListDesk.Established, new(2026, 10, 1), new(2026, 10, 31)));
        Assert.Equal((ProgramOffice.Today, entered), (row.Day, row.EnteredOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private Task<IReadOnlyList<CountedProgram>> Counted(StaffMember by, string code, DateOnly from, DateOnly until) =>
        oneStop.At<ProgramListDesk, IReadOnlyList<CountedProgram>>(by, d => d.Counted(code, from, until));
}
