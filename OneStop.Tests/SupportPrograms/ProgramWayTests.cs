using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms;

/// <summary>仕様書 7(2)②(イ): a version goes from the draft to a second person and to the client, and stays as it is for ever when it is established.</summary>
public sealed class ProgramWayTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_program_goes_from_the_draft_to_its_establishment()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        Assert.Equal((ProgramState.Draft, 0), await State(planner, id));
        await oneStop.Ask(planner, id);
        Assert.Equal((ProgramState.InReview, 0), await State(planner, id));
        await oneStop.Approve(second, id);
        Assert.Equal((ProgramState.WithClient, 0), await State(planner, id));
        await oneStop.Confirm(planner, id);
        var view = await oneStop.Program(planner, id);
        var today = oneStop.Clock.GetUtcNow().JapaneseDate;
        Assert.Equal((ProgramState.Running, 1, today, today.AddMonths(1)), (view.Row.State, view.Row.EstablishedEdition, view.Row.EstablishedOn, view.Row.NextReviewOn));
        Assert.Equal(new ProgramBaseline(today, 98_000, 20, WorkForm.PartTime), view.Baseline);
        Assert.True(view.Newest!.Circumstances.IsFixed);
        Assert.Equal(view.Newest.Digest, view.Newest.Confirmation!.Digest);
    }

    /// <summary>The paper was signed on the 5th and is entered on the 26th; the file learned of the new job on the 20th, or of other hours on the 5th.</summary>
    [Theory]
    [InlineData("2026-10-20", 98_000)] // the new job must not be what it is itself compared with
    [InlineData("2026-10-05", 150_000)] // known on the day
    public async Task What_is_compared_with_later_is_the_work_of_the_day_of_establishment(string learned, int income)
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Approved(planner, second, client);
        oneStop.Clock.SetUtcNow(JapanTime.At(DateOnly.Parse(learned, System.Globalization.CultureInfo.InvariantCulture), new(12, 0)));
        var before = new WorkFacts { Form = WorkForm.PartTime, WeeklyHours = 20, MonthlyIncome = 98_000 };
        await oneStop.At<FactDesk>(planner, d => d.SaveWork(client, new(before, before with { MonthlyIncome = 150_000 })));
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2026, 10, 26), new(12, 0)));
        var digest = (await oneStop.Program(planner, id)).Newest!.Digest;
        await oneStop.At<ProgramDesk>(planner, d => d.ConfirmOnPaper(id, digest, ProgramOffice.Signed(digest, ProgramOffice.Today)));
        Assert.Equal(new ProgramBaseline(ProgramOffice.Today, income, 20, WorkForm.PartTime), (await oneStop.Program(planner, id)).Baseline);
    }

    [Fact]
    public async Task Who_only_places_people_learns_nothing_of_income_and_consent()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, ProgramEndReason.Achieved, "", "", null)));
        var seen = await oneStop.Program(await oneStop.AMember("placing", Duty.PlacementOfficer), id);
        Assert.Equal((null, null, null, null), (seen.Baseline, seen.ConsentAt, seen.End, seen.EndedBy));
        var view = await oneStop.Program(planner, id);
        Assert.Equal((true, planner.Name), (view.Baseline is not null && view.ConsentAt is not null, view.EndedBy));
    }

    /// <summary>A program that has run for weeks does not look new because its dates are moved.</summary>
    [Fact]
    public async Task A_change_beside_a_running_program_leaves_how_long_it_runs()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        var since = (await oneStop.Program(planner, id)).Row.StateSince;
        oneStop.Clock.Advance(TimeSpan.FromDays(20));
        await oneStop.Revise(planner, id);
        Assert.Equal(since, (await oneStop.Program(planner, id)).Row.StateSince);
        await oneStop.ChangeGoal(planner, id, g => g with { Words = "看護師になる" });
        await oneStop.Ask(planner, id);
        await oneStop.At<ProgramDesk>(second, d => d.SendBack(id, "期限を確かめて"));
        Assert.Equal(since, (await oneStop.Program(planner, id)).Row.StateSince);
        Assert.Equal(oneStop.Clock.GetUtcNow(), await oneStop.Read(db => db.SupportPrograms.Where(p => p.Id == id).Select(p => p.StepSince).SingleAsync()));
    }

    /// <summary>承認は作成者以外: who wrote in the version or asked for it does not approve it, whatever their duty.</summary>
    [Theory]
    [InlineData("asked", false)]
    [InlineData("wrote", false)]
    [InlineData("planner", true)]
    [InlineData("manager", true)]
    public async Task A_second_person_approves(string who, bool may)
    {
        var (planner, _, client) = await oneStop.Planning();
        var (writer, other, manager) = (await oneStop.AMember("writer", Duty.Planner, Duty.Manager), await oneStop.AMember("other", Duty.Planner),
            await oneStop.AMember("boss", Duty.Manager));
        var id = await oneStop.Written(planner, client);
        await oneStop.ChangeGoal(writer, id, g => g with { Words = "正社員として事務で働く" });
        await oneStop.Ask(planner, id);
        var by = who switch { "asked" => planner, "wrote" => writer, "planner" => other, _ => manager };
        Assert.Equal(may, (await oneStop.Program(by, id)).MayApprove);
        if (may)
        {
            await oneStop.Approve(by, id);
            Assert.Equal(by.Id, (await oneStop.VersionsOf(id))[0].Approval!.StaffId);
        }
        else
        {
            await Assert.ThrowsAsync<RuleException>(() => oneStop.Approve(by, id));
            await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(by, d => d.SendBack(id, "直して")));
            Assert.Null((await oneStop.VersionsOf(id))[0].Approval);
        }
    }

    [Theory]
    [InlineData(Duty.Counselor)]
    [InlineData(Duty.PlacementOfficer)]
    [InlineData(Duty.City)]
    [InlineData(Duty.Administrator)]
    public async Task Who_is_no_planner_neither_writes_nor_approves(Duty duty)
    {
        var (planner, _, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        await oneStop.Ask(planner, id);
        var digest = (await oneStop.Program(planner, id)).Newest!.Digest;
        var other = await oneStop.AMember("other", duty);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ProgramDesk>(other, d => d.Approve(id, digest)));
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ProgramDesk>(other, d => d.SendBack(id, "直して")));
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ProgramDesk, Guid>(other, d => d.Begin(client, new(ProgramOffice.Today, default, ""))));
    }

    /// <summary>What may be changed when: words only in a draft or after 差し戻し.</summary>
    [Theory]
    [InlineData("draft", true)]
    [InlineData("asked", false)]
    [InlineData("sent back", true)]
    [InlineData("withdrawn", true)]
    [InlineData("approved", false)]
    [InlineData("reopened", true)]
    [InlineData("established", false)]
    [InlineData("revised", true)]
    [InlineData("dropped", false)]
    [InlineData("ended", false)]
    public async Task Words_change_only_while_the_version_is_open(string when, bool may)
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await At(when, planner, second, client);
        var goal = (await oneStop.Program(planner, id)).Newest!.Goals[0];
        Task Save() => oneStop.At<ProgramDesk>(planner, d => d.SaveGoal(id, new(goal, goal with { Words = "別の目標" })));
        if (may)
            await Save();
        else
            await Assert.ThrowsAsync<RuleException>(Save);
        Assert.Equal(may ? "別の目標" : "正社員で働く", (await oneStop.Program(planner, id)).Newest!.Goals[0].Words);
    }

    [Fact]
    public async Task An_approval_is_of_the_words_that_were_seen()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        var old = (await oneStop.Program(second, id)).Newest!.Digest;
        await oneStop.ChangeGoal(planner, id, g => g with { Words = "別の目標" });
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.Ask(id, old, ""))); // a colleague's words, unseen
        await oneStop.Ask(planner, id);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(second, d => d.Approve(id, old)));
        await oneStop.Approve(second, id);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.ConfirmOnPaper(id, old, ProgramOffice.Signed(old, ProgramOffice.Today))));
    }

    [Theory]
    [InlineData("staff")]
    [InlineData("goal")]
    [InlineData("partner")]
    public async Task An_item_that_refers_to_something_else_is_another_item(string what)
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        var before = (await oneStop.Program(planner, id)).Newest!;
        await oneStop.ChangeItem(planner, id, i => what switch
        {
            "staff" => i with { StaffId = second.Id },
            "goal" => i with { GoalId = before.Goals[0].Id },
            _ => i with { Kind = SupportItemKind.Partner, PartnerId = ProgramOffice.NewId() },
        });
        var after = (await oneStop.Program(planner, id)).Newest!;
        Assert.NotEqual(before.Digest, after.Digest);
        Assert.Contains(ProgramDifference.Of(before.Content, after.Content).Single().Fields, f => f.Label == "選んだ制度・機関・担当・目標");
    }

    [Fact]
    public async Task What_was_sent_back_is_asked_for_again_and_the_reason_stays_to_be_read()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        await oneStop.Ask(planner, id);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(second, d => d.SendBack(id, " ")));
        await oneStop.At<ProgramDesk>(second, d => d.SendBack(id, "期限を確かめて"));
        var back = await oneStop.Program(planner, id);
        Assert.Equal((ProgramState.SentBack, "期限を確かめて"), (back.Row.State, back.Newest!.Return!.Reason));
        await oneStop.Ask(planner, id);
        await oneStop.At<ProgramDesk>(planner, d => d.WithdrawRequest(id));
        Assert.Equal((ProgramState.SentBack, 0), await State(planner, id)); // not a fresh draft: what was asked for is not done
        await oneStop.Ask(planner, id);
        await oneStop.Approve(second, id);
        Assert.Null((await oneStop.Program(planner, id)).Newest!.Return);
    }

    /// <summary>A change of aims goes the whole way, a change of dates a short one.</summary>
    [Theory]
    [InlineData("dates", true)]
    [InlineData("order", true)]
    [InlineData("aim", false)]
    [InlineData("aim's date", false)]
    [InlineData("what", false)]
    [InlineData("removed", false)]
    [InlineData("nothing", false)]
    public async Task Only_dates_go_the_short_way(string what, bool isShort)
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        await oneStop.Revise(planner, id);
        var newest = (await oneStop.Program(planner, id)).Newest!;
        await (what switch
        {
            "dates" => oneStop.ChangeItem(planner, id, i => i with { Until = i.Until!.Value.AddMonths(2) }),
            "order" => oneStop.At<ProgramDesk>(planner, d => d.Move(id, newest.Items[0].Id, 1)),
            "aim" => oneStop.ChangeGoal(planner, id, g => g with { MonthlyIncome = 190_000 }),
            "aim's date" => oneStop.ChangeGoal(planner, id, g => g with { Until = g.Until!.Value.AddMonths(2) }),
            "what" => oneStop.ChangeItem(planner, id, i => i with { What = "別の講座" }),
            "removed" => oneStop.At<ProgramDesk>(planner, d => d.Remove(id, [newest.Items[0].Id])),
            _ => Task.CompletedTask,
        });
        var view = await oneStop.Program(planner, id);
        Assert.Equal(isShort, view.IsOnlyDates);
        Task Establish() => oneStop.At<ProgramDesk>(planner, d => d.EstablishDates(id, view.Newest!.Digest));
        if (isShort)
            await Establish();
        else
            await Assert.ThrowsAsync<RuleException>(Establish);
        Assert.Equal(isShort ? [VersionStep.Established, VersionStep.Established] : [VersionStep.Established, VersionStep.Draft],
            (await oneStop.VersionsOf(id)).Select(v => v.Step));
        Assert.Equal((ProgramState.Running, isShort ? 2 : 1), await State(planner, id));
    }

    [Fact]
    public async Task Established_versions_stay_and_a_dropped_change_can_be_brought_back()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        await oneStop.Revise(planner, id);
        await oneStop.ChangeGoal(planner, id, g => g with { Words = "看護師になる" });
        await oneStop.At<ProgramDesk>(planner, d => d.DropChange(id));
        Assert.Equal((ProgramState.Running, VersionStep.Dropped), await Steps(planner, id));
        await oneStop.At<ProgramDesk>(planner, d => d.DropChange(id, isDropped: false));
        await oneStop.Ask(planner, id);
        Assert.Equal((ProgramState.Running, VersionStep.Asked), await Steps(planner, id)); // the version in force stays in force
        await oneStop.Approve(second, id);
        await oneStop.Confirm(planner, id);
        var versions = await oneStop.VersionsOf(id);
        Assert.Equal(["正社員で働く", "看護師になる"], versions.Select(v => v.Goals[0].Words));
        Assert.All(versions, v => Assert.Equal(VersionStep.Established, v.Step));
        var difference = (await oneStop.At<ProgramDesk, VersionComparison?>(planner, d => d.Compare(id, 1, 2)))!.Parts;
        Assert.Equal(("長期の目標", PartChange.Changed, "目標"), (difference.Single().Title, difference.Single().Change, difference.Single().Fields.Single().Label));
    }

    [Fact]
    public async Task The_first_version_is_not_dropped_and_a_second_change_waits_for_the_first()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.DropChange(id)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Revise(planner, id)); // nothing is in force
        await oneStop.Ask(planner, id);
        await oneStop.Approve(second, id);
        await oneStop.Confirm(planner, id);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Revise(planner, id, " "));
        await oneStop.Revise(planner, id);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Revise(planner, id));
    }

    private async Task<Guid> At(string when, StaffMember planner, StaffMember second, Guid client)
    {
        var id = await oneStop.Written(planner, client);
        if (when == "draft")
            return id;
        await oneStop.Ask(planner, id);
        switch (when)
        {
            case "asked":
                return id;
            case "sent back":
                await oneStop.At<ProgramDesk>(second, d => d.SendBack(id, "期限を確かめて"));
                return id;
            case "withdrawn":
                await oneStop.At<ProgramDesk>(planner, d => d.WithdrawRequest(id));
                return id;
        }
        await oneStop.Approve(second, id);
        if (when == "approved")
            return id;
        if (when == "reopened")
        {
            await oneStop.At<ProgramDesk>(planner, d => d.Reopen(id));
            return id;
        }
        await oneStop.Confirm(planner, id);
        if (when is "revised" or "dropped")
            await oneStop.Revise(planner, id);
        if (when == "dropped")
            await oneStop.At<ProgramDesk>(planner, d => d.DropChange(id));
        if (when == "ended")
            await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, ProgramEndReason.Achieved, "", "", null)));
        return id;
    }

    private async Task<(ProgramState, int)> State(StaffMember by, Guid id)
    {
        var row = (await oneStop.Program(by, id)).Row;
        return (row.State, row.EstablishedEdition ?? 0);
    }

    private async Task<(ProgramState, VersionStep)> Steps(StaffMember by, Guid id)
    {
        var row = (await oneStop.Program(by, id)).Row;
        return (row.State, row.NewestStep);
    }
}
