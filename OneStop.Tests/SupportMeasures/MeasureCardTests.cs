using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Line.Simulator;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportMeasures;

/// <summary>パッケージ化: one card in LINE with several measures.</summary>
public sealed class MeasureCardTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember manager = null!, counselor = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (manager, counselor) = (await oneStop.AMember("manager", Duty.Manager), await oneStop.AMember("counselor", Duty.Counselor));
        await oneStop.ConfirmAllMeasures(manager);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task One_card_with_the_four_arrives_and_its_notification_names_nothing()
    {
        var (friend, client) = await AClientInLine();
        await Tell(client, [.. TheFour.Codes]);
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "使えるかもしれない制度です");
        var bubble = oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine);
        Assert.Equal("お知らせがあります", bubble.Message["altText"]!.GetValue<string>());
        var text = oneStop.Says(friend);
        Assert.All((string[])["自立支援教育訓練給付金", "高等職業訓練促進給付金", "高等職業訓練促進資金貸付", "住宅支援資金貸付", "申しこむ前に、まず相談してください", "月7万円まで"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.True((await oneStop.MeasuresOf(counselor, client)).Four.IsWhole);
        Assert.Contains("住宅支援資金貸付を聞く", oneStop.Labels(friend));
    }

    [Fact]
    public async Task A_card_ends_no_wait_of_the_client()
    {
        var (friend, client) = await AClientInLine();
        await oneStop.SaysAll(friend, ["あしたの予約のことで聞きたいです"]);
        var due = await AnswerDue(friend);
        Assert.NotNull(due);
        await Tell(client, TheFour.HousingLoan);
        Assert.Equal(due, await AnswerDue(friend));
    }

    [Fact]
    public async Task Within_the_hold_it_is_taken_back_wholly_and_afterwards_not()
    {
        var (friend, client) = await AClientInLine();
        var telling = await Tell(client, TheFour.HousingLoan);
        await oneStop.At<ExplanationDesk>(counselor, d => d.TakeBack(telling));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "住宅支援資金貸付"));
        Assert.Equal(0, await oneStop.Read(db => db.Explanations.CountAsync(e => e.ClientId == client)));

        telling = await Tell(client, TheFour.HousingLoan);
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "住宅支援資金貸付");
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ExplanationDesk>(counselor, d => d.TakeBack(telling)));
        Assert.NotNull((await oneStop.MeasuresOf(counselor, client)).Measures.Single(m => m.ShortName == "住宅支援資金貸付").Told);
    }

    [Fact]
    public async Task A_card_that_was_taken_back_in_the_talk_or_did_not_arrive_has_explained_nothing()
    {
        var (friend, client) = await AClientInLine();
        await Tell(client, TheFour.HousingLoan);
        var sending = await oneStop.Read(db => db.OutgoingMessages.OrderByDescending(o => o.Order).Select(o => new { o.Id, o.ConversationId }).FirstAsync());
        await oneStop.At<AnswerDesk, TakenBackAnswer>(counselor, d => d.TakeBack(sending.ConversationId, sending.Id));
        var seen = (await oneStop.MeasuresOf(counselor, client)).Measures.Single(m => m.ShortName == "住宅支援資金貸付");
        Assert.Null(seen.Told);
        Assert.Equal((true, null), (seen.Explanations[0].HasCard, seen.Explanations[0].Card));
        Assert.Equal(4, (await oneStop.MeasuresOf(counselor, client)).Four.Missing.Count());
    }

    [Fact]
    public async Task To_who_is_marked_discreet_it_comes_as_a_button_that_shows_the_card()
    {
        var (friend, client) = await AClientInLine();
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.At<CardDesk>(counselor, d => d.BeDiscreet(talk, new(MarkWish.None, new("家族が見る"))));
        var loan = await oneStop.Measures(TheFour.HousingLoan);
        Assert.True((await oneStop.At<ExplanationDesk, MeasureCardPlan>(counselor, d => d.Preview(client, loan))).IsDiscreet);
        await Tell(client, TheFour.HousingLoan);
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "お返事があります");
        Assert.DoesNotContain(oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine), b => Thumb.Read(b.Message).Contains("住宅", StringComparison.Ordinal));
        await oneStop.Tap(friend, "お返事を見る");
        oneStop.AssertSays(friend, "住宅支援資金貸付");
        Assert.Contains("住宅支援資金貸付を聞く", oneStop.Labels(friend)); // the card itself, with its button
    }

    [Fact]
    public async Task What_is_in_doubt_is_not_sent_and_can_be_told_by_telephone()
    {
        var (friend, client) = await AClientInLine();
        oneStop.Clock.Advance(TimeSpan.FromDays(366)); // all checks are too old
        var four = await oneStop.Measures([.. TheFour.Codes]);
        var refusal = await Assert.ThrowsAsync<RuleException>(() => Tell(client, [.. TheFour.Codes]));
        Assert.Contains("要確認", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ExplanationDesk, MeasureCardPlan>(counselor, d => d.Preview(client, four)));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "住宅支援資金貸付"));
        await oneStop.TellByPhone(counselor, client, [.. TheFour.Codes]);
        Assert.True((await oneStop.MeasuresOf(counselor, client)).Four.IsWhole);
    }

    [Fact]
    public async Task Who_has_no_LINE_or_has_blocked_it_is_told_otherwise()
    {
        var caller = await oneStop.AClient(counselor);
        await Assert.ThrowsAsync<RuleException>(() => Tell(caller, TheFour.HousingLoan));
        Assert.False((await oneStop.MeasuresOf(counselor, caller)).CanBeTold);
        var (friend, client) = await AClientInLine();
        oneStop.Line.Block(friend.UserId);
        await TestOneStop.Until(async () => !(await oneStop.MeasuresOf(counselor, client)).CanBeTold, "the block");
        await Assert.ThrowsAsync<RuleException>(() => Tell(client, TheFour.HousingLoan));
        await oneStop.TellByPhone(counselor, client, TheFour.HousingLoan);
    }

    private async Task<(VirtualFriend Friend, Guid Client)> AClientInLine()
    {
        var friend = await oneStop.AFriend();
        return (friend, await oneStop.AsClient(friend, counselor));
    }

    private async Task<Guid> Tell(Guid client, params string[] codes)
    {
        var measures = await oneStop.Measures(codes);
        return await oneStop.At<ExplanationDesk, Guid>(counselor, d => d.Tell(client, new(measures, ExplanationWay.Card, MeasureResponse.NotAsked)));
    }

    private Task<DateTimeOffset?> AnswerDue(VirtualFriend friend)
    {
        var id = Domain.Friends.LineUserId.Parse(friend.UserId);
        return oneStop.Read(db => db.Conversations.Where(c => c.Friend.LineUserId == id).Select(c => c.AnswerDue).SingleAsync());
    }
}
