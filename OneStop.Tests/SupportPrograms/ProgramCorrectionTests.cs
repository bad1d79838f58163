using OneStop.Domain;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Corrections;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Tests.Bookings;
using OneStop.Tests.Clients.Files;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms.Following;

namespace OneStop.Tests.SupportPrograms;

/// <summary>Days that were written wrongly are corrected by who may, with the reason, and what they were stays; a scan may come later.</summary>
public sealed class ProgramCorrectionTests : IAsyncLifetime
{
    private static readonly DateOnly April = new(2027, 4, 1);
    private readonly TestOneStop oneStop = new();
    private StaffMember planner = null!, second = null!, manager = null!;
    private Guid client;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (planner, second, client) = await oneStop.Planning();
        manager = await oneStop.AMember("boss", Duty.Manager);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData(false, false, "", true)] // a planner, while it is drawn
    [InlineData(false, true, "書きまちがい", false)]
    [InlineData(true, true, " ", false)]
    [InlineData(true, true, "書きまちがい", true)]
    public async Task The_day_of_application_is_the_managers_from_the_establishment_on(bool isManager, bool isEstablished, string reason, bool may)
    {
        var id = isEstablished ? await oneStop.Established(planner, second, client) : await oneStop.Begun(planner, client);
        var (before, day) = (ProgramOffice.Today, ProgramOffice.Today.AddDays(-3));
        Task Correct() => oneStop.At<ProgramDesk>(isManager ? manager : planner, d => d.CorrectApplication(id, new(new(before, ""), new(day, reason))));
        if (may)
            await Correct();
        else
            await Assert.ThrowsAsync<RuleException>(Correct);
        var view = await oneStop.Program(planner, id);
        Assert.Equal(may ? day : before, view.Row.AppliedOn);
        Assert.Equal(may && isEstablished ? [(before, day, reason, manager.Name)] : [],
            view.Corrections.Select(c => (c.Correction.Was, c.Correction.Now, c.Correction.Reason, c.By)));
    }

    [Theory]
    [InlineData(1)] // lies ahead, and after the establishment
    [InlineData(0)] // is what it was
    [InlineData(null)]
    public async Task A_day_of_application_that_cannot_be_is_refused(int? days)
    {
        var id = await oneStop.Established(planner, second, client);
        var wish = new DayCorrection(days is { } away ? ProgramOffice.Today.AddDays(away) : null, "まちがい");
        oneStop.Pass(TimeSpan.FromDays(3));
        Assert.Equal(nameof(DayCorrection.On), (await Assert.ThrowsAsync<RuleException>(() =>
            oneStop.At<ProgramDesk>(manager, d => d.CorrectApplication(id, new(new(ProgramOffice.Today, ""), wish))))).Field);
    }

    [Fact]
    public async Task The_day_on_the_paper_takes_the_establishment_and_its_fiscal_year_with_it()
    {
        var id = await InApril();
        Assert.Equal((0, 1), await Counted());
        await Correct(id, April, April.AddDays(-1), "紙の日を読みまちがえた");
        Assert.Equal((1, 0), await Counted());
        var view = await oneStop.Program(planner, id);
        Assert.Equal((April.AddDays(-1), April.AddDays(-1), April.AddDays(-1)), (view.Row.EstablishedOn!.Value, view.Newest!.Head.EstablishedOn!.Value, view.Baseline!.On));
        Assert.Equal((April, April.AddDays(-1), "紙の日を読みまちがえた", (int?)1), view.Corrections.Single().Correction is var c ? (c.Was, c.Now, c.Reason, c.Edition) : default);
        await Assert.ThrowsAsync<ConflictException<DayCorrection>>(() => Correct(id, April, April.AddDays(-2), "古い画面から"));
    }

    [Theory]
    [InlineData("planner")]
    [InlineData("before the approval")]
    [InlineData("ahead")]
    [InlineData("no reason")]
    [InlineData("after a review")]
    [InlineData("after the next version")]
    public async Task A_day_of_a_paper_that_cannot_be_is_refused(string what)
    {
        var id = await InApril();
        if (what == "after a review")
            await oneStop.Review(planner, id, r => r);
        oneStop.Pass(TimeSpan.FromDays(2));
        if (what == "after the next version")
        {
            await oneStop.Revise(planner, id);
            await oneStop.ChangeGoal(planner, id, g => g with { Words = "看護師になる" });
            await oneStop.Ask(planner, id);
            await oneStop.Approve(second, id);
            await oneStop.Confirm(planner, id);
        }
        oneStop.Pass(TimeSpan.FromDays(2));
        var day = what switch
        {
            "before the approval" => April.AddDays(-4),
            "ahead" => April.AddDays(5),
            "after a review" => April.AddDays(1),
            "after the next version" => April.AddDays(3),
            _ => April.AddDays(-1),
        };
        Task Refused() => oneStop.At<ProgramDesk>(what == "planner" ? planner : manager, d => d.CorrectPaper(id, 1, new(new(April, ""), new(day, what == "no reason" ? "" : "まちがい"))));
        if (what == "planner")
            await Assert.ThrowsAsync<NotAllowedException>(Refused);
        else
            Assert.Equal(what == "no reason" ? nameof(DayCorrection.Reason) : nameof(DayCorrection.On), (await Assert.ThrowsAsync<RuleException>(Refused)).Field);
        Assert.Equal(April, (await oneStop.Program(planner, id)).Row.EstablishedOn);
    }

    [Fact]
    public async Task The_day_of_a_later_paper_is_corrected_and_the_establishment_stays()
    {
        var id = await InApril();
        oneStop.Pass(TimeSpan.FromDays(2));
        await oneStop.Revise(planner, id);
        await oneStop.ChangeGoal(planner, id, g => g with { Words = "看護師になる" });
        await oneStop.Ask(planner, id);
        await oneStop.Approve(second, id);
        oneStop.Pass(TimeSpan.FromDays(2));
        await oneStop.Confirm(planner, id);
        await oneStop.At<ProgramDesk>(manager, d => d.CorrectPaper(id, 2, new(new(April.AddDays(4), ""), new(April.AddDays(3), "まちがい"))));
        var view = await oneStop.Program(planner, id);
        Assert.Equal((April, April.AddDays(3)), (view.Row.EstablishedOn!.Value, view.Newest!.Head.EstablishedOn!.Value));
    }

    [Fact]
    public async Task A_scan_of_the_paper_may_come_later_and_then_stays()
    {
        var id = await oneStop.Established(planner, second, client);
        Assert.False((await oneStop.Program(planner, id)).Papers.Single().HasScan);
        var (scan, other) = (await oneStop.AFile(planner, client, "その他"), await oneStop.AFile(planner, await oneStop.AClient(planner), "その他"));
        foreach (var wrong in (Guid?[])[null, other])
            Assert.Equal(nameof(ScanWish.ScanId), (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.KeepScan(id, 1, new(wrong))))).Field);
        await oneStop.At<ProgramDesk>(planner, d => d.KeepScan(id, 1, new(scan)));
        Assert.Equal((true, scan), ((await oneStop.Program(planner, id)).Papers.Single().HasScan, (await oneStop.VersionsOf(id))[0].Confirmation!.ScanId!.Value));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.KeepScan(id, 1, new(scan))));
    }

    /// <summary>2062 for 2026: it would never be due.</summary>
    [Theory]
    [InlineData("next review", 365, true)]
    [InlineData("next review", 366, false)]
    [InlineData("after a review", 365, true)]
    [InlineData("after a review", 366, false)]
    [InlineData("aftercare", 365, true)]
    [InlineData("aftercare", 366, false)]
    [InlineData("aftercare again", 365, true)]
    [InlineData("aftercare again", 366, false)]
    public async Task Days_ahead_are_at_most_a_year_away(string what, int days, bool may)
    {
        var id = await oneStop.Established(planner, second, client);
        var (day, next) = (oneStop.Day.AddDays(days), (await oneStop.Program(planner, id)).Row.NextReviewOn);
        if (what == "aftercare again")
            await oneStop.EndedWell(planner, id, oneStop.Day.AddDays(1));
        Task Set() => what switch
        {
            "next review" => oneStop.At<FollowingDesk>(planner, d => d.SaveNextReview(id, new(new(next), new(day)))),
            "after a review" => oneStop.Review(planner, id, r => r with { NextOn = day }),
            "aftercare" => oneStop.EndedWell(planner, id, day),
            _ => oneStop.At<FollowingDesk>(planner, d => d.CheckAftercare(id, new(default!, new(oneStop.Day, AftercareResult.Holds, "", day, false)))),
        };
        if (may)
            await Set();
        else
            Assert.Contains("1年", (await Assert.ThrowsAsync<RuleException>(Set)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_was_not_begun_does_not_end_before_the_application()
    {
        var id = await oneStop.Begun(planner, client);
        Assert.Equal(nameof(EndWish.On), (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d =>
            d.End(id, new(ProgramOffice.Today.AddDays(-1), ProgramEndReason.NotBegun, "やめた", "区役所", null))))).Field);
    }

    /// <summary>A program that was approved on 30 March, and whose paper is said to bear the 1st of April.</summary>
    private async Task<Guid> InApril()
    {
        oneStop.Clock.SetUtcNow(JapanTime.At(April.AddDays(-2), new(10, 0)));
        var id = await oneStop.Approved(planner, second, client);
        oneStop.Clock.SetUtcNow(JapanTime.At(April, new(10, 0)));
        await oneStop.Confirm(planner, id);
        return id;
    }

    private Task Correct(Guid id, DateOnly was, DateOnly now, string reason) => oneStop.At<ProgramDesk>(manager, d => d.CorrectPaper(id, 1, new(new(was, ""), new(now, reason))));

    private async Task<(int Before, int After)> Counted() => (await oneStop.CountOf("programs-established", null, April.AddDays(-1)), await oneStop.CountOf("programs-established", April));
}
