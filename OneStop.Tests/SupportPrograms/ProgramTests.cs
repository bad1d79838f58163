using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Tests.Clients.Files;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms;

/// <summary>仕様書 7(2)②(イ): what a program is begun with, what it needs, and how it is written by two people at once.</summary>
public sealed class ProgramTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task What_the_file_knows_is_carried_over_with_date_and_source()
    {
        var (planner, _, client) = await oneStop.Planning();
        var view = await oneStop.Program(planner, await oneStop.Begun(planner, client));
        var carried = view.Newest!.Circumstances.Carried;
        Assert.Equal([FactPurpose.Household, FactPurpose.Money, FactPurpose.Work, FactPurpose.Skills], carried.Groups.Select(g => g.Purpose));
        var household = carried.Groups[0];
        Assert.Equal((planner.Name, oneStop.Clock.GetUtcNow()), (household.By, household.ChangedAt));
        Assert.Contains(household.Rows, r => r.Words.Contains("2018年生まれ・学童保育", StringComparison.Ordinal));
        Assert.Equal((98_000, 20, WorkForm.PartTime), (carried.MonthlyIncome, carried.WeeklyHours, carried.Form));
        Assert.False(view.HasFileChanged);
    }

    [Fact]
    public async Task What_the_file_learns_later_is_offered_and_carried_over_until_the_version_is_established()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        await Earns(planner, client, 98_000, 110_000);
        Assert.True((await oneStop.Program(planner, id)).HasFileChanged);
        Assert.Equal(98_000, (await oneStop.Program(planner, id)).Newest!.Circumstances.Carried.MonthlyIncome);
        await oneStop.At<ProgramDesk>(planner, d => d.Carry(id));
        Assert.False((await oneStop.Program(planner, id)).HasFileChanged);
        await oneStop.Ask(planner, id);
        await oneStop.Approve(second, id);
        await oneStop.Confirm(planner, id);
        await Earns(planner, client, 110_000, 120_000);
        await oneStop.Revise(planner, id);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.Carry(id))); // the assessment of the first version stays
        await oneStop.At<ProgramDesk>(planner, d => d.Reassess(id));
        var view = await oneStop.Program(planner, id);
        Assert.Equal((120_000, 110_000), (view.Newest!.Circumstances.Carried.MonthlyIncome, view.Before!.Carried.MonthlyIncome));
        Assert.Equal(110_000, view.Baseline!.MonthlyIncome); // the comparison is with the day of establishment
        Assert.Equal("小学2年の子と2人暮らし", view.Newest.Circumstances.Notes.Life);
    }

    [Fact]
    public async Task A_client_has_one_open_program()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Begun(planner, client);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Begun(second, client));
        await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, ProgramEndReason.NotBegun, "本人がやめた", "ハローワーク", null)));
        var next = await oneStop.Begun(second, client);
        Assert.Equal((1, 2), ((await oneStop.Program(planner, id)).Row.Number, (await oneStop.Program(planner, next)).Row.Number));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.BringBack(id)));
    }

    [Fact]
    public async Task Of_two_who_begin_at_once_one_finds_the_others()
    {
        var (planner, second, client) = await oneStop.Planning();
        var tries = await Task.WhenAll(((StaffMember[])[planner, second, planner, second]).Select(m => Task.Run(async () =>
        {
            try
            {
                await oneStop.Begun(m, client);
                return true;
            }
            catch (RuleException)
            {
                return false;
            }
        })));
        Assert.Single(tries, isBegun => isBegun);
        Assert.Equal(1, await oneStop.Read(db => db.SupportPrograms.CountAsync(p => p.ClientId == client)));
    }

    [Fact]
    public async Task An_answer_is_kept_with_the_rule_and_ends_nothing()
    {
        var (planner, _, client) = await oneStop.Planning();
        var id = await oneStop.Begun(planner, client);
        var lines = (await oneStop.Program(planner, id)).Conditions;
        var welfare = lines.Single(l => ProgramConditions.IsCaution(l.Condition.Code)).Condition;
        Assert.False((await oneStop.Program(planner, id)).NeedsTalk);
        foreach (var (reply, talks) in ((ConditionReply, bool)[])[(ConditionReply.Yes, true), (ConditionReply.Unsure, true), (ConditionReply.No, false)])
        {
            await oneStop.At<ProgramDesk>(planner, d => d.Answer(id, welfare.ValueId, reply));
            Assert.Equal(talks, (await oneStop.Program(planner, id)).NeedsTalk);
        }
        var kept = await oneStop.Read(db => db.SupportPrograms.AsNoTracking().Where(p => p.Id == id).Select(p => p.Conditions).SingleAsync());
        Assert.Equal((welfare.ValueId, welfare.Question, ConditionReply.No), (kept.Single().ValueId, kept.Single().Question, kept.Single().Reply));
        Assert.Equal(ProgramState.Draft, (await oneStop.Program(planner, id)).Row.State);
        await oneStop.At<ProgramDesk>(planner, d => d.SaveLead(id, new(new(ProgramLead.Ours, ""), new(ProgramLead.Center, "去年のプログラムがある"))));
        Assert.True((await oneStop.Program(planner, id)).NeedsTalk);
    }

    [Fact]
    public async Task Nothing_that_a_program_needs_may_be_missing_when_the_approval_is_asked_for()
    {
        var planner = await oneStop.AMember("planner", Duty.Planner);
        var client = (await oneStop.Counseling("counselor")).Client;
        var id = await oneStop.Begun(planner, client);
        var missing = (await oneStop.Program(planner, id)).Missing;
        Assert.Equal(Enum.GetValues<ProgramSection>(), missing.Select(m => m.Place.Section).Distinct());
        Assert.Contains(missing, m => m.Words.Contains("同意", StringComparison.Ordinal));
        Assert.Equal(4, missing.Count(m => m.Words.Contains("聞いていません", StringComparison.Ordinal))); // what the file does not know
        Assert.Contains($"{missing.Count}か所", (await Assert.ThrowsAsync<RuleException>(() => oneStop.Ask(planner, id))).Message, StringComparison.Ordinal);
        await oneStop.KnowsFacts(planner, client);
        await oneStop.TakesPart(client);
        await oneStop.At<ProgramDesk>(planner, d => d.Carry(id));
        await oneStop.Write(planner, id);
        Assert.Empty((await oneStop.Program(planner, id)).Missing);
        await oneStop.Ask(planner, id);
    }

    [Fact]
    public async Task Two_people_write_side_by_side_and_meet_only_in_the_same_part()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        var goals = (await oneStop.Program(planner, id)).Newest!.Goals;
        await Task.WhenAll(
            Task.Run(() => oneStop.At<ProgramDesk>(planner, d => d.SaveGoal(id, new(goals[0], goals[0] with { Words = "事務の正社員で働く" })))),
            Task.Run(() => oneStop.At<ProgramDesk>(second, d => d.SaveGoal(id, new(goals[1], goals[1] with { Words = "簿記2級に合格する" })))));
        Assert.Equal(["事務の正社員で働く", "簿記2級に合格する"], (await oneStop.Program(planner, id)).Newest!.Goals.Select(g => g.Words));
        var theirs = (await Assert.ThrowsAsync<ConflictException<Goal>>(() =>
            oneStop.At<ProgramDesk>(second, d => d.SaveGoal(id, new(goals[0], goals[0] with { Words = "販売の正社員で働く" }))))).Theirs;
        Assert.Equal("事務の正社員で働く", theirs.Words);
        Assert.Equal([planner.Id, second.Id], (await oneStop.VersionsOf(id))[0].Writers);
    }

    [Fact]
    public async Task Parts_are_removed_moved_and_put_back_where_they_stood()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        var items = (await oneStop.Program(planner, id)).Newest!.Items;
        await oneStop.At<ProgramDesk>(planner, async d =>
        {
            var gone = await d.Remove(id, [items[0].Id]);
            await d.Add(id, gone);
            await d.Add(id, gone); // pressed twice
        });
        Assert.Equal(items, (await oneStop.Program(planner, id)).Newest!.Items);
        Assert.Equal(0, await oneStop.At<ProgramDesk, int>(planner, d => d.Move(id, items[0].Id, 1)));
        Assert.Equal([items[1], items[0]], (await oneStop.Program(planner, id)).Newest!.Items);
        await oneStop.At<ProgramDesk>(second, d => d.Remove(id, [items[0].Id]));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.SaveItem(id, new(items[0], items[0] with { What = "講座" }))));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk, int>(planner, d => d.Move(id, items[0].Id, 0)));
    }

    [Fact]
    public async Task An_assessment_begun_in_a_dropped_change_stands_in_nobodys_way()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        foreach (var number in (int[])[2, 3])
        {
            await oneStop.Revise(planner, id);
            await oneStop.At<ProgramDesk>(planner, d => d.Reassess(id));
            var view = await oneStop.Program(planner, id);
            Assert.Equal((number, 1), (view.Newest!.Circumstances.Number, view.Before!.Number)); // beside the one of the version in force
            await oneStop.At<ProgramDesk>(planner, d => d.DropChange(id));
        }
    }

    [Fact]
    public async Task An_answer_that_a_colleague_changed_is_not_taken_back_and_none_changes_under_the_eyes_of_who_approves()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        var lines = (await oneStop.Program(planner, id)).Conditions;
        var (first, other) = (lines[0].Condition, lines[1].Condition);
        var before = await oneStop.At<ProgramDesk, ConditionAnswer?>(planner, d => d.Answer(id, first.ValueId, ConditionReply.Unsure));
        await oneStop.At<ProgramDesk, ConditionAnswer?>(second, d => d.Answer(id, other.ValueId, ConditionReply.Unsure));
        await oneStop.At<ProgramDesk>(planner, d => d.AnswerBack(id, first.Code, before));
        var answers = (await oneStop.Program(planner, id)).Conditions.ToDictionary(l => l.Condition.Code, l => l.Reply);
        Assert.Equal((ConditionReply.Yes, ConditionReply.Unsure), (answers[first.Code], answers[other.Code]));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.AnswerBack(id, other.Code, null)));
        await oneStop.Ask(planner, id);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk, ConditionAnswer?>(planner, d => d.Answer(id, first.ValueId, ConditionReply.No)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.SaveLead(id, new(new(ProgramLead.Ours, ""), new(ProgramLead.Center, "")))));
    }

    [Fact]
    public async Task What_was_added_is_taken_back_only_while_nobody_has_written_in_it()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Begun(planner, client);
        var parts = ProgramOffice.Parts();
        await oneStop.At<ProgramDesk>(planner, d => d.Add(id, parts));
        await oneStop.ChangeGoal(second, id, g => g with { OwnWords = "本人がきょう話してくれた言葉" });
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.TakeBack(id, parts)));
        Assert.Equal("本人がきょう話してくれた言葉", (await oneStop.Program(planner, id)).Newest!.Goals[0].OwnWords);
        await oneStop.ChangeGoal(second, id, _ => parts.Goals[0].Part);
        await oneStop.At<ProgramDesk>(planner, d => d.TakeBack(id, parts));
        Assert.Empty((await oneStop.Program(planner, id)).Newest!.Items);
    }

    [Fact]
    public async Task A_change_goes_the_whole_way_only_if_something_changed_that_needs_it()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        await oneStop.Revise(planner, id);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Ask(planner, id)); // 再策定 counts, and nothing differs
        await oneStop.ChangeItem(planner, id, i => i with { Until = i.Until!.Value.AddMonths(1) });
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Ask(planner, id));
        await oneStop.ChangeGoal(planner, id, g => g with { MonthlyIncome = 210_000 });
        await oneStop.Ask(planner, id);
    }

    [Fact]
    public async Task The_scan_of_the_signed_paper_stays_as_long_as_the_version()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Approved(planner, second, client);
        var digest = (await oneStop.Program(planner, id)).Newest!.Digest;
        var (gone, scan) = (await oneStop.AFile(planner, client, "その他"), await oneStop.AFile(planner, client, "その他"));
        await oneStop.At<ClientFileDesk>(planner, d => d.Remove(gone, "まちがい"));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.ConfirmOnPaper(id, digest, ProgramOffice.Signed(digest, ProgramOffice.Today, gone))));
        await oneStop.At<ProgramDesk>(planner, d => d.ConfirmOnPaper(id, digest, ProgramOffice.Signed(digest, ProgramOffice.Today, scan)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ClientFileDesk>(planner, d => d.Remove(scan, "まちがい")));
    }

    private Task Earns(StaffMember by, Guid client, int before, int after) => oneStop.At<FactDesk>(by, d => d.SaveWork(client,
        new(new() { Form = WorkForm.PartTime, WeeklyHours = 20, MonthlyIncome = before }, new() { Form = WorkForm.PartTime, WeeklyHours = 20, MonthlyIncome = after })));
}
