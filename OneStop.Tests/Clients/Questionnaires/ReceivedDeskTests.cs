using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Questionnaires;

/// <summary>届いた質問票: a proposal, which goes into the file field by field under the rules of the facts.</summary>
public sealed class ReceivedDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Each_answer_stands_beside_the_file_and_nothing_is_taken_over_by_itself()
    {
        var (member, client) = (await Counselor(), await AClient());
        await oneStop.At<FactDesk>(member, d => d.SaveWork(client, new(new(), new() { Form = WorkForm.Permanent, WeeklyHours = 20 })));
        var received = await Received(client, ("work.form", "a", "PartTime"), ("work.hours", "a0", "20"), ("wishes.kinds", "a", "事務"), ("work.income", "", ""), ("work.words", "later", ""));
        Assert.Equal([("働き方", AnswerMatch.Differs, "正社員", "パート・アルバイト"), ("週の時間", AnswerMatch.Same, "20時間", "20時間"),
            ("月の収入（手取りでなく総額）", AnswerMatch.Declined, "", ""), ("仕事の種類", AnswerMatch.New, "", "事務")],
            received.Answers.Select(a => (a.Label, a.Match, a.InFile, a.Answer)));
        Assert.Equal(["勤め先と仕事（本人の言葉）"], received.NotAnswered);
        Assert.Equal(WorkForm.Permanent, (await oneStop.FactsOf(member, client)).Work.Form);
    }

    [Fact]
    public async Task That_there_is_none_is_an_answer_and_empties_the_fact()
    {
        var (member, client) = (await Counselor(), await AClient());
        await oneStop.At<FactDesk>(member, d => d.SaveWork(client, new(new(), new() { HourlyWage = 1150 })));
        var received = await Received(client, ("work.hourly", "none", "1"));
        Assert.Equal(("時給", AnswerMatch.Differs, "1,150円", "なし"), received.Answers.Select(a => (a.Label, a.Match, a.InFile, a.Answer)).Single());
        await Decide(member, received, (0, true));
        Assert.Null((await oneStop.FactsOf(member, client)).Work.HourlyWage);
    }

    [Fact]
    public async Task Taken_and_left_each_with_who_and_when_until_then_it_is_due()
    {
        var (member, client) = (await Counselor(), await AClient());
        var received = await Received(client, ("work.form", "a", "PartTime"), ("wishes.kinds", "a", "事務"), ("skills.pc", "", ""));
        var due = Assert.Single(await DueOf(member, client));
        Assert.Equal((ServiceHours.Standard.EndAfter(received.ReceivedAt), $"/clients/{client}/questionnaires/{received.Id}"), (due.Item.Until, due.Item.Link));

        await Decide(member, received, (0, true), (1, false), (2, true));
        var decided = await Opened(member, received.Id);
        Assert.Equal([true, false, false], decided.Answers.Select(a => a.Decision!.IsTaken)); // 答えたくない can only be noticed
        Assert.All(decided.Answers, a => Assert.Equal((member.Name, oneStop.Clock.GetUtcNow()), (a.DecidedBy, a.Decision!.At)));
        var facts = await oneStop.FactsOf(member, client);
        Assert.Equal((WorkForm.PartTime, ""), (facts.Work.Form, facts.Wishes.Kinds));
        Assert.Empty(await DueOf(member, client));
        Assert.Equal(member.Id, await oneStop.Read(db => db.ClientWork.Where(w => w.ClientId == client).Select(w => w.ChangedBy).SingleAsync()));
    }

    [Fact]
    public async Task Undone_the_file_says_what_it_said_before()
    {
        var (member, client) = (await Counselor(), await AClient());
        await oneStop.At<FactDesk>(member, d => d.SavePhones(client, new(new(), new() { Lines = [new("0925550111", "自宅")] })));
        await oneStop.At<FactDesk>(member, d => d.SaveHealth(client, new(new(), new() { OwnWords = "腰痛" })));
        var received = await Received(client, ("phones", "number0", "090-1111-2222"), ("health.words", "a", "ひざが痛い"));
        var done = await Decide(member, received, (0, true), (1, true));
        var facts = await oneStop.FactsOf(member, client);
        Assert.Equal(["2222", "0111"], facts.PhoneEnds.Select(p => p.Number)); // added, not in place of the other
        Assert.Equal("ひざが痛い", facts.Health!.OwnWords);
        await oneStop.At<ReceivedDesk>(member, d => d.Undo(received.Id, done));
        facts = await oneStop.FactsOf(member, client);
        Assert.Equal(["0111"], facts.PhoneEnds.Select(p => p.Number));
        Assert.Equal("腰痛", facts.Health!.OwnWords);
        Assert.All((await Opened(member, received.Id)).Answers, a => Assert.Null(a.Decision));
        Assert.Single(await DueOf(member, client));
    }

    [Fact]
    public async Task What_a_colleague_has_changed_meanwhile_is_not_overwritten_unseen()
    {
        var (member, client) = (await Counselor(), await AClient());
        var received = await Received(client, ("wishes.kinds", "a", "事務"), ("wishes.area", "a", "徒歩で20分"));
        await oneStop.At<FactDesk>(member, d => d.SaveWishes(client, new(new(), new() { Kinds = "介護" })));
        var refused = await Assert.ThrowsAsync<RuleException>(() => Decide(member, received, (0, true), (1, true)));
        Assert.Contains("仕事の種類", refused.Message, StringComparison.Ordinal);
        Assert.All((await Opened(member, received.Id)).Answers, a => Assert.Null(a.Decision)); // all or none
        Assert.Equal("", (await oneStop.FactsOf(member, client)).Wishes.Area);

        var done = await Decide(member, await Opened(member, received.Id), (0, true));
        await oneStop.At<FactDesk>(member, d => d.SaveWishes(client, new(new() { Kinds = "事務" }, new() { Kinds = "販売" })));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ReceivedDesk>(member, d => d.Undo(received.Id, done)));
        Assert.Equal("販売", (await oneStop.FactsOf(member, client)).Wishes.Kinds);
        await Assert.ThrowsAsync<RuleException>(() => Decide(member, received, (0, false))); // decided already
    }

    [Fact]
    public async Task What_a_colleague_has_decided_anew_is_not_reopened_by_an_earlier_undo()
    {
        var (member, client) = (await Counselor(), await AClient());
        var received = await Received(client, ("wishes.area", "a", "徒歩で20分"));
        var refused = await Decide(member, received, (0, false));
        await oneStop.At<ReceivedDesk>(member, d => d.Undo(received.Id, refused));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await Decide(await oneStop.AMember("received-anew", Duty.Counselor), received, (0, false));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ReceivedDesk>(member, d => d.Undo(received.Id, refused)));
        Assert.NotNull((await Opened(member, received.Id)).Answers[0].Decision);
    }

    [Fact]
    public async Task It_falls_to_who_is_in_charge_only_if_they_may_open_it()
    {
        var (member, client) = (await Counselor(), await AClient());
        await Received(client, ("wishes.area", "a", "徒歩で20分"));
        var placement = await oneStop.AMember("received-placement", Duty.PlacementOfficer);
        await oneStop.At<CaseFileDesk, Guid>(member, d => d.Assign(client, placement.Id, ""));
        Assert.Null(Assert.Single(await DueOf(member, client)).StaffName);
        await oneStop.At<CaseFileDesk, Guid>(member, d => d.Assign(client, member.Id, ""));
        Assert.Equal(member.Name, Assert.Single(await DueOf(member, client)).StaffName);
    }

    [Fact]
    public async Task Qualifications_are_added_children_replace_and_a_place_is_one_answer_of_two_fields()
    {
        var (member, client) = (await Counselor(), await AClient());
        await oneStop.At<FactDesk>(member, d => d.SaveSkills(client, new(new(), new() { Qualifications = [new("簿記", 2010), new("運転免許", null)] })));
        await oneStop.At<FactDesk>(member, d => d.SaveHousehold(client, new(new(), new() { Children = [new(2015, "")] })));
        await oneStop.At<FactDesk>(member, d => d.SaveAddress(client, new(new(), new() { Ward = Ward.Nishi, Rest = "架空町" })));
        var received = await Received(client, ("address.ward", "a", "Outside"), ("skills.qualifications", "name0", "簿記"), ("household.children", "born0", "2018"));
        await Decide(member, received, (0, true), (1, true), (2, true));
        var facts = await oneStop.FactsOf(member, client);
        Assert.Equal(new AddressFacts { IsOutside = true, Rest = "架空町" }, facts.Address);
        Assert.Equal([new("運転免許", null), new("簿記", null)], facts.Skills.Qualifications);
        Assert.Equal([new(2018, "")], facts.Household!.Children);
    }

    [Fact]
    public async Task The_copy_for_the_client_has_the_answers_and_the_trail_has_none_of_them()
    {
        var (manager, client) = (await oneStop.AMember("received-manager", Duty.Manager), await AClient());
        await Received(client, ("money.debts", "a", "カード2まい"), ("skills.qualifications", "none", "1"));
        var disclosed = (await oneStop.At<DisclosureDesk, Disclosure?>(manager, d => d.Read(client)))!;
        Assert.Contains(disclosed.Timeline, t => t.Entry.Kind == "questionnaire" && t.Entry.Text!.Contains("カード2まい", StringComparison.Ordinal));
        Assert.Contains(disclosed.Timeline, t => t.Entry.Kind == "questionnaire" && t.Entry.Text!.Contains("資格・免許: なし", StringComparison.Ordinal));
        Assert.Contains(disclosed.Tables, t => t.Name == nameof(QuestionnaireAnswer));
        Assert.False(await oneStop.Read(db => db.AuditValues.AnyAsync(v => v.After!.Contains("カード2まい"))));
    }

    /// <summary>Has the client answer: with a field, 答えたくない without one, あとで for "later".</summary>
    private async Task<ReceivedQuestionnaire> Received(Guid client, params (string Code, string Field, string Text)[] answers)
    {
        var member = await Counselor();
        var (id, path) = await oneStop.Asked(member, client, [.. answers.Select(a => a.Code)]);
        using var phone = new ClientTelephone(oneStop, path);
        await phone.Opens("?go=1");
        foreach (var (code, field, text) in answers)
            await (field switch
            {
                "" => phone.Presses("Decline", code),
                "later" => phone.Presses("Later", code),
                _ => phone.Presses("Answer", code, (field, text)),
            });
        await phone.HandsIn();
        Assert.Equal("受け取りました", phone.Heading);
        return await Opened(member, id);
    }

    private async Task<ReceivedQuestionnaire> Opened(StaffMember member, Guid id) =>
        (await oneStop.At<ReceivedDesk, ReceivedQuestionnaire?>(member, d => d.Open(id)))!;

    private Task<IReadOnlyList<DecidedAnswer>> Decide(StaffMember member, ReceivedQuestionnaire received, params (int Place, bool IsTaken)[] choices) =>
        oneStop.At<ReceivedDesk, IReadOnlyList<DecidedAnswer>>(member, d =>
            d.Decide(received.Id, [.. choices.Select(c => new AnswerChoice(received.Answers[c.Place].Id, received.Answers[c.Place].Seen, c.IsTaken))]));

    private async Task<IEnumerable<DueRow>> DueOf(StaffMember member, Guid client) =>
        (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Of(client))).Where(d => d.Item.Kind == "questionnaire");

    private Task<StaffMember> Counselor() => oneStop.AMember("received", Duty.Counselor);

    private async Task<Guid> AClient() => await oneStop.AnAgreedCaller(await Counselor());
}
