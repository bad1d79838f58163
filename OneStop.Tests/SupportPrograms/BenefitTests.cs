using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Benefits;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms;

/// <summary>住宅支援資金貸付: the loan, the job after it beside the work on the day of establishment, and the two dates that become due.</summary>
public sealed class BenefitTests : IAsyncLifetime
{
    private static readonly DateOnly Loan = new(2026, 10, 10);

    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    /// <summary>The income on the day of establishment was 98,000 yen, unless the first value says otherwise.</summary>
    [Theory]
    [InlineData(98_000, WorkForm.PartTime, 120_000, IncomeBeside.Higher)]
    [InlineData(98_000, WorkForm.PartTime, 98_000, IncomeBeside.NotHigher)] // 「より高い」
    [InlineData(98_000, WorkForm.PartTime, null, IncomeBeside.Unknown)]
    [InlineData(null, WorkForm.PartTime, 120_000, IncomeBeside.Unknown)]
    [InlineData(null, WorkForm.NotWorking, null, IncomeBeside.HadNoWork)]
    [InlineData(0, null, 50_000, IncomeBeside.HadNoWork)]
    public void The_income_is_compared_with_the_day_of_establishment(int? before, WorkForm? form, int? after, IncomeBeside beside) =>
        Assert.Equal(beside, BenefitDates.Compare(after, new(ProgramOffice.Today, before, null, form)));

    /// <summary>A loan of 2026-10-10, and a job: until when it must begin, and whether it meets that.</summary>
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("2026-10-09", 120_000, false)] // had before the loan: who has work moves to a better one
    [InlineData("2026-10-10", 120_000, true)] // on the day itself
    [InlineData("2026-12-01", 120_000, true)]
    [InlineData("2027-10-10", 120_000, true)] // the last day
    [InlineData("2027-10-11", 120_000, false)]
    [InlineData("2026-12-01", 90_000, false)] // not higher
    public async Task A_better_job_within_the_year_meets_the_first_date(string? began, int? income, bool isMet)
    {
        var (planner, id) = await Running();
        await Add(planner, id, new() { Kind = BenefitKind.Loan, On = Loan });
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2027, 10, 20), new(9, 0)));
        if (began is not null)
            await Add(planner, id, Job(began, income));
        Assert.Equal((Loan.AddYears(1), isMet ? BenefitDateState.Met : BenefitDateState.Open), await Begun(planner, id));
    }

    /// <summary>A job of 2026-11-01 after a loan of 2026-10-10.</summary>
    [Theory]
    [InlineData("2026-12-01", BenefitDateState.Open)] // out of work again, and ten months are left
    [InlineData("2027-10-31", BenefitDateState.Open)]
    [InlineData("2027-11-01", BenefitDateState.Met)] // a year on end
    [InlineData(null, BenefitDateState.Met)]
    public async Task A_job_that_ended_early_opens_the_first_date_again(string? ended, BenefitDateState state)
    {
        var (planner, id) = await Running();
        await Add(planner, id, new() { Kind = BenefitKind.Loan, On = Loan });
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2027, 11, 20), new(9, 0)));
        await Add(planner, id, Job("2026-11-01", 120_000) with { EndedOn = DayOf(ended) });
        Assert.Equal(state, (await Begun(planner, id)).State);
    }

    [Fact]
    public async Task The_job_is_to_be_kept_for_a_year_on_end_and_staff_settle_it()
    {
        var (planner, id) = await Running();
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2027, 1, 15), new(9, 0)));
        var first = await Add(planner, id, Job("2026-11-01", 120_000));
        Assert.Empty((await Of(planner, id)).Dates); // without a loan nothing has to be kept
        await Add(planner, id, new() { Kind = BenefitKind.Loan, On = Loan });
        Assert.Equal(new DateOnly(2027, 11, 1), (await Kept()).Day);
        var second = await Add(planner, id, Job("2027-01-10", 130_000) with { Kind = BenefitKind.JobChange });
        Assert.Equal((second, new DateOnly(2028, 1, 10), BenefitDateState.Open), await Kept()); // reckoned from the latest
        await Save(planner, second, w => w with { EndedOn = new(2027, 1, 14) });
        Assert.Equal(BenefitDateState.Ended, (await Kept()).State);
        await Save(planner, second, w => w with { EndedOn = null });
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2028, 1, 10), new(9, 0)));
        await oneStop.At<BenefitDesk>(planner, d => d.Settle(second, isSettled: true));
        Assert.Equal(BenefitDateState.Settled, (await Kept()).State);
        await oneStop.At<BenefitDesk>(planner, d => d.Settle(second, isSettled: false));
        await oneStop.At<BenefitDesk>(planner, d => d.Annul(second, isAnnulled: true));
        Assert.Equal((first, new DateOnly(2027, 11, 1), BenefitDateState.Open), await Kept());

        async Task<(Guid, DateOnly Day, BenefitDateState State)> Kept() =>
            (await Of(planner, id)).Dates.Single(d => d.Kind == BenefitDateKind.JobKeptUntil) is var date ? (date.EventId, date.Day!.Value, date.State) : default;
    }

    /// <summary>A job of 2026-11-01: a year on end is over on 2027-11-01.</summary>
    [Theory]
    [InlineData("2027-02-01", false)]
    [InlineData("2027-10-31", false)]
    [InlineData("2027-11-01", true)]
    public async Task A_date_is_settled_only_from_its_day_on(string today, bool may)
    {
        var (planner, id) = await Running();
        await Add(planner, id, new() { Kind = BenefitKind.Loan, On = Loan });
        oneStop.Clock.SetUtcNow(JapanTime.At(DayOf(today)!.Value, new(9, 0)));
        var job = await Add(planner, id, Job("2026-11-01", 120_000));
        Task Settle() => oneStop.At<BenefitDesk>(planner, d => d.Settle(job, isSettled: true));
        if (may)
            await Settle();
        else
            await Assert.ThrowsAsync<RuleException>(Settle);
        Assert.Equal(may ? BenefitDateState.Settled : BenefitDateState.Open, (await Of(planner, id)).Dates.Single(d => d.EventId == job).State);
    }

    /// <summary>The rule changes from 1 to 2 years on 2027-01-01: a loan keeps the years of its day.</summary>
    [Theory]
    [InlineData("2026-12-31", 1)]
    [InlineData("2027-01-01", 2)]
    public async Task The_years_are_those_of_the_day_of_the_loan(string loan, int years)
    {
        var (planner, id) = await Running();
        var rule = await oneStop.Read(db => db.DatedRules.Where(r => r.Code == ProgramRules.LoanYears).Select(r => r.Id).SingleAsync());
        await oneStop.At<RuleDesk, Guid>(await oneStop.AMember("boss", Duty.Manager), d => d.Set(rule, new("2", new(2027, 1, 1), null, "福岡市社協", "", true)));
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2027, 2, 1), new(9, 0)));
        await Add(planner, id, new() { Kind = BenefitKind.Loan, On = DayOf(loan) });
        Assert.Equal(DayOf(loan)!.Value.AddYears(years), (await Begun(planner, id)).Day);
    }

    [Fact]
    public async Task Years_that_no_rule_names_are_asked_for_and_not_forgotten()
    {
        var (planner, id) = await Running();
        var rule = await oneStop.Read(db => db.DatedRules.Where(r => r.Code == ProgramRules.LoanYears).Select(r => r.Id).SingleAsync());
        await oneStop.At<RuleDesk, Guid>(await oneStop.AMember("boss", Duty.Manager), d =>
            d.Set(rule, new("1", ProgramOffice.Today, ProgramOffice.Today, "福岡市社協（きょうまで）", "", true)));
        await Add(planner, id, new() { Kind = BenefitKind.Loan, On = Loan });
        Assert.Equal((null, BenefitDateState.Open), await Begun(planner, id));
        var client = (await oneStop.Program(planner, id)).Row.ClientId;
        Assert.Equal("貸付の年数の決まりを確かめる", Assert.Single(await Due(planner, client), r => r.Item.Kind == "benefit-job").Item.What);
    }

    [Fact]
    public async Task The_last_day_is_due_for_the_planner_and_stays_when_the_program_has_ended()
    {
        var (planner, id) = await Running();
        var loan = await Add(planner, id, new() { Kind = BenefitKind.Loan, On = ProgramOffice.Today });
        await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, ProgramEndReason.Achieved, "", "", null)));
        var client = (await oneStop.Program(planner, id)).Row.ClientId;
        oneStop.Clock.SetUtcNow(JapanTime.At(ProgramOffice.Today.AddYears(1), new(9, 0)));
        var due = Assert.Single(await Due(planner, client), r => r.Item.Kind == "benefit-job");
        Assert.Equal((loan, planner.Id, new ServiceDay(ProgramOffice.Today.AddYears(1)).At(ServiceHours.Standard.Closes)), (due.Item.Id, due.Item.StaffId!.Value, due.Item.Until));
        Assert.Equal("P-0001・2027年10月5日まで", due.Item.Of); // the chip of a deadline names no year
        Assert.DoesNotContain(await Due(await oneStop.AMember("placing", Duty.PlacementOfficer), client), r => r.Item.Kind == "benefit-job"); // tells of money
        await oneStop.At<BenefitDesk>(planner, d => d.Settle(loan, isSettled: true));
        Assert.DoesNotContain(await Due(planner, client), r => r.Item.Kind == "benefit-job");
        await oneStop.At<BenefitDesk>(planner, d => d.Settle(loan, isSettled: false));
        await oneStop.At<AccountDesk>(await oneStop.AMember("admin", Duty.Administrator), d => d.SetDuties(planner.Id, new(new([Duty.Planner]), new([Duty.Counselor]))));
        var other = await oneStop.AMember("other", Duty.Planner);
        Assert.Equal((null, "策定員・業務責任者"), Assert.Single(await Due(other, client), r => r.Item.Kind == "benefit-job").Item is var item ? (item.StaffId, item.ByWhom) : default);
    }

    /// <summary>When all is repaid, it is too late to look for work seven days before.</summary>
    [Fact]
    public async Task Months_before_the_last_day_the_work_is_looked_at_and_the_last_day_stays()
    {
        var (planner, id) = await Running();
        var loan = await Add(planner, id, new() { Kind = BenefitKind.Loan, On = Loan });
        var early = Loan.AddYears(1).AddMonths(-3);
        oneStop.Clock.SetUtcNow(JapanTime.At(early.AddDays(-8), new(9, 0)));
        Assert.Empty(await Mine(planner));
        oneStop.Clock.SetUtcNow(JapanTime.At(early.AddDays(-6), new(9, 0)));
        Assert.Equal(("benefit-early", loan), Assert.Single(await Mine(planner)));
        oneStop.Clock.SetUtcNow(JapanTime.At(early.AddDays(20), new(9, 0)));
        Assert.Equal(("benefit-early", loan), Assert.Single(await Mine(planner))); // until somebody has looked
        await oneStop.At<BenefitDesk>(planner, d => d.Look(loan, isLookedAt: true));
        Assert.Empty(await Mine(planner));
        oneStop.Clock.SetUtcNow(JapanTime.At(Loan.AddYears(1).AddDays(-1), new(9, 0)));
        Assert.Equal(("benefit-job", loan), Assert.Single(await Mine(planner)));

        async Task<IEnumerable<(string Kind, Guid Id)>> Mine(StaffMember reader) => (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(reader, d => d.Mine()))
            .Where(r => r.Item.Kind.StartsWith("benefit", StringComparison.Ordinal)).Select(r => (r.Item.Kind, r.Item.Id));
    }

    /// <summary>The dates lie a year away, mostly after the end: somebody has to be able to take them over.</summary>
    [Fact]
    public async Task An_ended_program_with_a_loan_can_be_given_to_another_planner()
    {
        var (planner, id) = await Running();
        var next = await oneStop.AMember("next", Duty.Planner);
        await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, ProgramEndReason.Achieved, "", "", null)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk, Guid>(next, d => d.GiveTo(id, next.Id))); // nothing to look after
        await oneStop.At<BenefitDesk, Guid>(planner, d => d.Add(id, new() { Kind = BenefitKind.Loan, On = ProgramOffice.Today }));
        await oneStop.At<ProgramDesk, Guid>(next, d => d.GiveTo(id, next.Id));
        var client = (await oneStop.Program(planner, id)).Row.ClientId;
        Assert.Equal(next.Id, Assert.Single(await Due(planner, client), r => r.Item.Kind == "benefit-early").Item.StaffId);
    }

    [Fact]
    public async Task An_entry_that_a_colleague_took_back_meanwhile_is_not_saved_into()
    {
        var (planner, id) = await Running();
        var job = await Add(planner, id, Job("2026-10-05", 120_000));
        await oneStop.At<BenefitDesk>(planner, d => d.Annul(job, isAnnulled: true));
        await Assert.ThrowsAsync<RuleException>(() => Save(planner, job, w => w with { MonthlyIncome = 130_000 }));
    }

    [Fact]
    public async Task What_is_compared_with_is_corrected_with_the_reason_and_what_stood_there_stays()
    {
        var (planner, id) = await Running();
        var before = (await Of(planner, id)).Baseline!;
        Task Correct(Func<BaselineWish, BaselineWish> change) =>
            oneStop.At<BenefitDesk>(planner, d => d.CorrectBaseline(id, new(BaselineWish.Of(before), change(BaselineWish.Of(before)))));
        Assert.Equal(nameof(BaselineWish.Reason), (await Assert.ThrowsAsync<RuleException>(() => Correct(w => w with { MonthlyIncome = 90_000 }))).Field);
        await Assert.ThrowsAsync<RuleException>(() => Correct(w => w with { Reason = "同じ" }));
        await Correct(w => w with { MonthlyIncome = 90_000, Reason = "9月の給料明細を見た" });
        var view = await Of(planner, id);
        Assert.Equal(before with { MonthlyIncome = 90_000 }, view.Baseline);
        Assert.Equal((before, "9月の給料明細を見た", planner.Name), Assert.Single(view.Corrections) is var c ? (c.Before, c.Reason, c.By) : default);
        await Assert.ThrowsAsync<ConflictException<BaselineWish>>(() => Correct(w => w with { MonthlyIncome = 80_000, Reason = "古い画面から" }));
        var counselor = await oneStop.AMember("reader", Duty.Counselor);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<BenefitDesk>(counselor, d => d.CorrectBaseline(id, new(new(), new()))));
    }

    [Theory]
    [InlineData("2026-10-04", nameof(BenefitWish.On))] // before the establishment
    [InlineData("2026-10-06", nameof(BenefitWish.On))] // lies ahead
    [InlineData(null, nameof(BenefitWish.On))]
    public async Task A_day_that_cannot_be_is_refused_at_its_field(string? day, string field)
    {
        var (planner, id) = await Running();
        Assert.Equal(field, (await Assert.ThrowsAsync<RuleException>(() => Add(planner, id, Job(day, 100_000)))).Field);
    }

    [Fact]
    public async Task There_is_one_loan_and_it_has_no_wage_and_nothing_is_written_before_the_establishment()
    {
        var (planner, id) = await Running();
        await Add(planner, id, new() { Kind = BenefitKind.Loan, On = ProgramOffice.Today, MonthlyIncome = 100_000 });
        Assert.Equal(new BenefitWish { Kind = BenefitKind.Loan, On = ProgramOffice.Today }, Assert.Single((await Of(planner, id)).Entries).Wish);
        Assert.Equal(nameof(BenefitWish.Kind), (await Assert.ThrowsAsync<RuleException>(() =>
            Add(planner, id, new() { Kind = BenefitKind.Loan, On = ProgramOffice.Today }))).Field);
        var (other, _, client) = await oneStop.Planning("third");
        var draft = await oneStop.Begun(other, client);
        await Assert.ThrowsAsync<RuleException>(() => Add(other, draft, new() { Kind = BenefitKind.Loan, On = ProgramOffice.Today }));
    }

    [Fact]
    public async Task A_form_saved_twice_adds_one_entry_which_stands_in_the_timeline_until_it_is_taken_back()
    {
        var (planner, id) = await Running();
        var key = Guid.CreateVersion7(oneStop.Clock.GetUtcNow());
        var entry = await oneStop.At<BenefitDesk, Guid>(planner, d => d.Add(id, Job("2026-10-05", 120_000), key));
        Assert.Equal(entry, await oneStop.At<BenefitDesk, Guid>(planner, d => d.Add(id, Job("2026-10-05", 120_000), key)));
        Assert.Single(await Titles(planner, id), "就職（2026年10月5日）");
        await oneStop.At<BenefitDesk>(planner, d => d.Annul(entry, isAnnulled: true));
        Assert.Empty(await Titles(planner, id));
        await oneStop.At<BenefitDesk>(planner, d => d.Annul(entry, isAnnulled: false));
        Assert.Single(await Titles(planner, id));
        Assert.Empty(await Titles(await oneStop.AMember("placing", Duty.PlacementOfficer), id));
    }

    private static BenefitWish Job(string? began, int? income) => new()
    {
        Kind = BenefitKind.Job,
        On = DayOf(began),
        Form = WorkForm.FixedTerm,
        MonthlyIncome = income,
        WeeklyHours = 30,
    };

    private static DateOnly? DayOf(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(DateOnly? Day, BenefitDateState State)> Begun(StaffMember by, Guid program) =>
        (await Of(by, program)).Dates.Single(d => d.Kind == BenefitDateKind.JobBegunBy) is var date ? (date.Day, date.State) : default;

    private async Task<(StaffMember Planner, Guid Id)> Running()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        return (planner, id);
    }

    private Task<Guid> Add(StaffMember by, Guid program, BenefitWish wish)
    {
        if (wish is { Kind: BenefitKind.Loan, On: { } on } && on > oneStop.Clock.GetUtcNow().JapaneseDate)
            oneStop.Clock.SetUtcNow(JapanTime.At(on, new(9, 0)));
        return oneStop.At<BenefitDesk, Guid>(by, d => d.Add(program, wish));
    }

    private async Task Save(StaffMember by, Guid entry, Func<BenefitWish, BenefitWish> change)
    {
        var program = await oneStop.Read(db => Task.FromResult(db.BenefitEvents.Single(e => e.Id == entry)));
        await oneStop.At<BenefitDesk>(by, d => d.Save(entry, new(program.Wish, change(program.Wish))));
    }

    private async Task<BenefitsView> Of(StaffMember by, Guid program) => (await oneStop.At<BenefitDesk, BenefitsView?>(by, d => d.Of(program)))!;

    private Task<IReadOnlyList<DueRow>> Due(StaffMember by, Guid client) => oneStop.At<DueDesk, IReadOnlyList<DueRow>>(by, d => d.Of(client));

    private async Task<IEnumerable<string>> Titles(StaffMember by, Guid program)
    {
        var client = await oneStop.Read(db => Task.FromResult(db.SupportPrograms.Single(p => p.Id == program).ClientId));
        return (await oneStop.At<TimelineDesk, TimelinePart?>(by, d => d.Read(client, new())))!.Rows.Where(r => r.Entry.Kind == "benefit").Select(r => r.Entry.Title);
    }
}
