using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Questionnaires;

/// <summary>スマホの質問票: asking a client, sending the address, and how far it has come.</summary>
public sealed class QuestionnaireDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Suggested_is_what_the_file_does_not_know_but_neither_debts_nor_health()
    {
        var (member, client) = (await Counselor(), await AClient());
        await oneStop.At<FactDesk>(member, d => d.SaveWork(client, new(new(), new() { Form = WorkForm.PartTime })));
        var choices = await oneStop.At<QuestionnaireDesk, IReadOnlyList<QuestionChoice>>(member, d => d.Choices(client));
        Assert.Equal((true, false), Of("work.form"));
        Assert.Equal((false, true), Of("skills.school"));
        Assert.Equal((false, true), Of("money.allowance"));
        Assert.Equal((false, false), Of("money.debts"));
        Assert.Equal((false, false), Of("health.words"));

        (bool IsKnown, bool IsSuggested) Of(string code) => choices.Where(c => c.Code == code).Select(c => (c.IsKnown, c.IsSuggested)).Single();
    }

    [Fact]
    public async Task Another_feature_asks_for_all_that_is_missing_in_its_groups_but_not_what_hurts_or_makes_no_sense()
    {
        var (member, client) = (await Counselor(), await AClient());
        await oneStop.At<FactDesk>(member, d => d.SaveWork(client, new(new(), new() { Form = WorkForm.HomeWork, MonthlyIncome = 60_000 })));
        await oneStop.At<FactDesk>(member, d => d.SaveMoney(client, new(new(), new() { Support = ChildSupport.NotAgreed, Rent = 0 })));
        Assert.Equal(["work.hours", "work.second", "work.words", "work.career", "money.allowance", "money.benefits", "money.spending"],
            await Missing(FactPurpose.Money, FactPurpose.Work)); // in the order of asking
        Assert.Empty(await Missing());
        Assert.Empty(await Missing(FactPurpose.Health));
        await oneStop.At<FactDesk>(member, d => d.SaveWork(client, new(new() { Form = WorkForm.HomeWork, MonthlyIncome = 60_000 }, new() { Form = WorkForm.NotWorking })));
        Assert.Equal(["work.career"], await Missing(FactPurpose.Work));
        Assert.Equal(["money.allowance", "money.benefits", "money.spending"],
            (await oneStop.At<QuestionnaireDesk, IReadOnlyList<QuestionChoice>>(member, d => d.Choices(client, [FactPurpose.Money]))).Where(c => c.IsSuggested).Select(c => c.Code));

        Task<IReadOnlyList<string>> Missing(params FactPurpose[] purposes) => oneStop.Read(async db =>
            Questions.MissingOf(await FileFacts.Read(db, await db.Clients.SingleAsync(c => c.Id == client)), purposes));
    }

    [Fact]
    public async Task It_goes_from_not_sent_to_received_and_one_is_open_at_a_time()
    {
        var (member, client) = (await Counselor(), await AClient());
        var id = await oneStop.At<QuestionnaireDesk, Guid>(member, d => d.Create(client, new(["wishes.kinds", "no-such-question"])));
        var stand = await oneStop.StandOf(member, client);
        Assert.Equal((QuestionnaireState.NotSent, 1, null), (stand.State, stand.Asked, stand.SentAt));
        Assert.Equal(oneStop.Clock.GetUtcNow() + TimeSpan.FromDays(7), stand.ExpiresAt);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<QuestionnaireDesk, Guid>(member, d => d.Create(client, new(["work.form"]))));

        var copied = await oneStop.At<QuestionnaireDesk, CopiedAddress>(member, d => d.Copy(id));
        Assert.Equal(QuestionnaireState.Sent, (await oneStop.StandOf(member, client)).State);
        using var phone = new ClientTelephone(oneStop, copied.Path);
        await phone.Opens("?go=1");
        Assert.Equal(QuestionnaireState.Sent, (await oneStop.StandOf(member, client)).State); // opening has no effect
        await phone.Presses("Later");
        Assert.Equal(QuestionnaireState.UnderWay, (await oneStop.StandOf(member, client)).State);
        await phone.Presses("Show", "wishes.kinds");
        await phone.Answers("事務");
        await phone.HandsIn();
        stand = await oneStop.StandOf(member, client);
        Assert.Equal((QuestionnaireState.Received, 1), (stand.State, stand.Undecided));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<QuestionnaireDesk>(member, d => d.Withdraw(id)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<QuestionnaireDesk, CopiedAddress>(member, d => d.Copy(id)));
        await oneStop.At<QuestionnaireDesk, Guid>(member, d => d.Create(client, new(["work.form"]))); // the next one
    }

    [Fact]
    public async Task Of_two_who_ask_at_the_same_moment_one_is_told_that_the_other_has_asked()
    {
        var (member, client) = (await Counselor(), await AClient());
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await oneStop.At<QuestionnaireDesk, Guid>(member, d => d.Create(client, new(["work.form"])));
            }
            catch (RuleException)
            {
                return Guid.Empty;
            }
        })));
        Assert.Single(asked, id => id != Guid.Empty);
    }

    [Fact]
    public async Task A_card_that_LINE_refuses_does_not_pass_for_one_that_was_sent()
    {
        var (member, (client, _)) = (await Counselor(), await oneStop.AnAgreedFriend());
        var id = await oneStop.At<QuestionnaireDesk, Guid>(member, d => d.Create(client, new(["wishes.kinds"])));
        await oneStop.At<QuestionnaireDesk>(member, d => d.Send(id));
        Assert.Equal(Delivery.Waiting, (await oneStop.StandOf(member, client)).Card);
        var card = await oneStop.Read(db => db.ClientQuestionnaires.Where(q => q.Id == id).Select(q => q.MessageId).SingleAsync());
        await oneStop.Read(db => db.OutgoingMessages.Where(o => db.Messages.Any(m => m.Id == card && m.OutgoingId == o.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, Delivery.Failed)));
        Assert.Equal(Delivery.Failed, (await oneStop.StandOf(member, client)).Card);
    }

    [Fact]
    public async Task Who_copied_the_address_is_in_the_trail_and_the_address_is_stored_nowhere()
    {
        var (member, client) = (await Counselor(), await AClient());
        var (id, path) = await oneStop.Asked(member, client, "wishes.kinds");
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Subject == nameof(ClientQuestionnaire) && e.SubjectId == id.ToString() && e.ActorId == member.Id)));
        var key = path.Split('/')[1];
        Assert.False(await oneStop.Read(db => db.AuditValues.AnyAsync(v => v.After!.Contains(key))));
    }

    [Fact]
    public async Task Without_the_consent_staff_see_why_nothing_can_be_sent()
    {
        var member = await Counselor();
        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "みどり", null));
        Assert.Contains("同意", (await oneStop.At<QuestionnaireDesk, QuestionnaireList?>(member, d => d.Of(client)))!.WhyNot, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<QuestionnaireDesk, Guid>(member, d => d.Create(client, new(["work.form"]))));
        Assert.Contains("同意", refused.Message, StringComparison.Ordinal);
        Assert.Null((await oneStop.At<QuestionnaireDesk, QuestionnaireList?>(member, async d => await d.Of(await AClient())))!.WhyNot);
    }

    [Fact]
    public async Task In_LINE_a_card_with_a_neutral_notice_goes_and_can_be_taken_back()
    {
        var (member, (client, friend)) = (await Counselor(), await oneStop.AnAgreedFriend());
        var id = await oneStop.At<QuestionnaireDesk, Guid>(member, d => d.Create(client, new(["wishes.kinds"])));
        var card = (await oneStop.At<QuestionnaireDesk, QuestionnaireCard>(member, d => d.Preview(id))).Card;
        Assert.Equal("お知らせがあります", card.Notice);
        await oneStop.At<QuestionnaireDesk>(member, d => d.Send(id));
        Assert.Equal((QuestionnaireState.Sent, SendingWay.Line), ((await oneStop.StandOf(member, client)).State, (await oneStop.StandOf(member, client)).Way));
        await oneStop.At<QuestionnaireDesk>(member, d => d.TakeBack(id));
        Assert.Equal(QuestionnaireState.NotSent, (await oneStop.StandOf(member, client)).State);

        await oneStop.At<QuestionnaireDesk>(member, d => d.Send(id));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.Value).Any(b => b.Message.ToJsonString().Contains("/q/", StringComparison.Ordinal))), "the card");
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<QuestionnaireDesk>(member, d => d.TakeBack(id)));
    }

    [Fact]
    public async Task Who_is_to_be_contacted_discreetly_gets_a_notice_with_a_button()
    {
        var (member, (client, friend)) = (await Counselor(), await oneStop.AnAgreedFriend());
        await oneStop.Read(async db =>
        {
            var talk = await db.Conversations.Include(c => c.Friend).SingleAsync(c => db.Clients.Any(k => k.Id == client && k.FriendId == c.FriendId));
            talk.BeDiscreet(new(oneStop.Clock.GetUtcNow(), member.Id, "家族が見る"));
            return await db.SaveChangesAsync();
        });
        var id = await oneStop.At<QuestionnaireDesk, Guid>(member, d => d.Create(client, new(["wishes.kinds"])));
        Assert.True((await oneStop.At<QuestionnaireDesk, QuestionnaireCard>(member, d => d.Preview(id))).IsDiscreet);
        await oneStop.At<QuestionnaireDesk>(member, d => d.Send(id));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.Value).Any(b => b.Message["altText"]?.GetValue<string>() == "お返事があります")), "the notice");
        Assert.DoesNotContain(oneStop.Line.TalkOf(friend.Value), b => b.Message.ToJsonString().Contains("/q/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_only_places_people_knows_of_none()
    {
        var (member, client, placement) = (await Counselor(), await AClient(), await oneStop.AMember("questions-placement", Duty.PlacementOfficer));
        await oneStop.Asked(member, client, "money.debts");
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<QuestionnaireDesk, QuestionnaireList?>(placement, d => d.Of(client)));
        Assert.Equal(0, await oneStop.As(placement, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
            return await db.ClientQuestionnaires.CountAsync() + await db.QuestionnaireAnswers.CountAsync();
        }));
    }

    [Fact]
    public async Task Danger_of_a_client_without_LINE_is_due_at_once_until_somebody_gets_in_touch()
    {
        var (member, client) = (await Counselor(), await AClient());
        var (id, path) = await oneStop.Asked(member, client, "wishes.kinds", "work.words");
        using var phone = new ClientTelephone(oneStop, path);
        await phone.Opens("?go=1");
        await phone.Presses("Answer", null, ("a", "もう死にたい"));
        Assert.Contains("tel:119", phone.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("死にたい", phone.Page, StringComparison.Ordinal);
        var due = Assert.Single(await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Of(client)), d => d.Item.Kind == "questionnaire-danger");
        Assert.Equal(oneStop.Clock.GetUtcNow(), due.Item.Until);
        await oneStop.At<QuestionnaireDesk>(member, d => d.SeeDanger(id, isSeen: true));
        Assert.DoesNotContain(await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Of(client)), d => d.Item.Kind == "questionnaire-danger");
        await phone.Opens(); // without the numbers
        await phone.Presses("Answer", null, ("a", $"殴られた{new string('あ', 2000)}")); // refused, and heard all the same
        Assert.NotNull((await oneStop.StandOf(member, client)).DangerAt);
        Assert.Contains("tel:119", phone.Page, StringComparison.Ordinal);

        await phone.Opens();
        Assert.DoesNotContain("tel:119", phone.Page, StringComparison.Ordinal);
        await oneStop.At<QuestionnaireDesk>(member, d => d.Withdraw(id));
        await phone.Presses("Answer", "work.words", ("a", "死にたい")); // of a page that was left open
        Assert.Equal("このページは、もう使えません", phone.Heading);
        Assert.Contains("tel:119", phone.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_of_a_client_with_LINE_is_answered_in_the_conversation()
    {
        var (member, (client, friend)) = (await Counselor(), await oneStop.AnAgreedFriend());
        var (_, path) = await oneStop.Asked(member, client, "work.words");
        using var phone = new ClientTelephone(oneStop, path);
        await phone.Opens("?go=1");
        await phone.Answers("殴られました");
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.Value).Any(b => !b.IsMine && b.Message["altText"]?.GetValue<string>() == "お返事があります")), "the card");
        Assert.True(await oneStop.Read(db => db.Conversations.AnyAsync(c => c.DangerAt != null && db.Clients.Any(k => k.Id == client && k.FriendId == c.FriendId))));
        Assert.Null((await oneStop.StandOf(member, client)).DangerAt);
    }

    [Fact]
    public async Task It_goes_along_when_its_client_is_merged_and_ends_when_the_case_is_closed()
    {
        var (manager, member) = (await oneStop.AMember("questions-manager", Duty.Manager), await Counselor());
        var (kept, merged) = (await AClient(), await AClient());
        var (_, path) = await oneStop.Asked(member, merged, "wishes.kinds");
        await oneStop.At<MergeDesk, Guid>(manager, d => d.Merge(kept, merged, []));
        using var phone = new ClientTelephone(oneStop, path);
        await phone.Opens("?go=1");
        await phone.Answers("事務");
        Assert.Equal(QuestionnaireState.UnderWay, (await oneStop.StandOf(member, kept)).State);

        await oneStop.At<CaseFileDesk, Guid>(manager, d => d.Close(kept, ClosingReason.Wish, ""));
        await phone.Opens();
        Assert.Equal("このページは、もう使えません", phone.Heading);
        Assert.Equal(QuestionnaireState.Withdrawn, (await oneStop.StandOf(member, kept)).State);
    }

    private Task<StaffMember> Counselor() => oneStop.AMember("questions", Duty.Counselor);

    private async Task<Guid> AClient() => await oneStop.AnAgreedCaller(await Counselor());
}
