using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms.Papers;

namespace OneStop.Tests.SupportPrograms.Confirmations;

/// <summary>How the client hears of a page for the confirmation, and what staff see of it.</summary>
public sealed class ConfirmationSendingTests : ConfirmationTest
{
    [Fact]
    public async Task Only_an_approved_version_is_shown_and_only_the_words_on_the_screen()
    {
        var (planner, second, client) = await oneStop.Planning();
        var program = await oneStop.Written(planner, client);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Offered(planner, program));
        await oneStop.Ask(planner, program);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Offered(planner, program));
        await oneStop.Approve(second, program);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConfirmationDesk, Guid>(planner, d => d.Offer(program, new string('0', 64), new(ConfirmationGate.Code))));
        await oneStop.Offered(planner, program);
        var counselor = await oneStop.AMember("counselor", Duty.Counselor);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.Offered(counselor, program));
        Assert.Equal(ConfirmationState.NotSent, (await oneStop.PageOf(counselor, program)).State);
        var placement = await oneStop.AMember("placement", Duty.PlacementOfficer);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.PageOf(placement, program));
    }

    [Fact]
    public async Task In_LINE_a_card_with_a_neutral_notice_goes_and_can_be_taken_back()
    {
        var (planner, program, friend, _) = await AFriendsPage();
        var page = await oneStop.Offered(planner, program);
        await oneStop.CodeOf(planner, page);
        var card = (await oneStop.At<ConfirmationDesk, ConfirmationCard>(planner, d => d.Preview(page))).Card;
        Assert.Equal("お知らせがあります", card.Notice);
        Assert.DoesNotMatch("プログラム|自立|支援|相談|仕事|就業|ひとり親|目標|計画", card.Notice + card.Title + card.Text + card.Choices[0].Label);
        await oneStop.At<ConfirmationDesk>(planner, d => d.Send(page));
        Assert.Equal((ConfirmationState.Sent, SendingWay.Line), ((await oneStop.PageOf(planner, program)).State, (await oneStop.PageOf(planner, program)).Way));
        await oneStop.At<ConfirmationDesk>(planner, d => d.TakeBack(page));
        Assert.Equal(ConfirmationState.NotSent, (await oneStop.PageOf(planner, program)).State);
        await oneStop.At<ConfirmationDesk>(planner, d => d.Send(page));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend).Any(b => b.Message.ToJsonString().Contains("/k/", StringComparison.Ordinal))), "the card");
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConfirmationDesk>(planner, d => d.TakeBack(page)));
        await TestOneStop.Until(async () => (await oneStop.PageOf(planner, program)).Card == Delivery.Accepted, "the delivery");
    }

    /// <summary>A card that arrives after its page has closed promises what is not there.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_card_does_not_go_out_after_its_page_is_closed(bool isReplaced)
    {
        var (planner, program, friend, _) = await AFriendsPage();
        var page = await oneStop.Offered(planner, program);
        await oneStop.CodeOf(planner, page);
        await oneStop.At<ConfirmationDesk>(planner, d => d.Send(page));
        var until = (await oneStop.PageOf(planner, program)).ExpiresAt;
        Assert.True(await oneStop.Read(db => db.OutgoingMessages.AnyAsync(o => o.UsefulUntil == until)));
        if (isReplaced)
            await oneStop.Offered(planner, program);
        else
            await oneStop.At<ConfirmationDesk>(planner, d => d.Withdraw(page));
        Assert.False(await oneStop.Read(db => db.OutgoingMessages.AnyAsync(o => o.UsefulUntil == until && o.State == Delivery.Waiting)));
        Assert.DoesNotContain(oneStop.Line.TalkOf(friend), b => b.Message.ToJsonString().Contains("/k/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_to_be_contacted_discreetly_gets_a_notice_with_a_button()
    {
        var (planner, program, friend, client) = await AFriendsPage();
        await oneStop.Read(async db =>
        {
            var talk = await db.Conversations.Include(c => c.Friend).SingleAsync(c => db.Clients.Any(k => k.Id == client && k.FriendId == c.FriendId));
            talk.BeDiscreet(new(oneStop.Clock.GetUtcNow(), planner.Id, "家族が見る"));
            return await db.SaveChangesAsync();
        });
        var page = await oneStop.Offered(planner, program);
        await oneStop.CodeOf(planner, page);
        Assert.True((await oneStop.At<ConfirmationDesk, ConfirmationView?>(planner, d => d.Of(program)))!.IsDiscreet);
        Assert.True((await oneStop.Papers(planner, program)).Office.IsDiscreet);
        await oneStop.At<FactDesk>(planner, d => d.SaveIdentity(client, new(new(), new() { BirthDate = new(1990, 4, 5) })));
        Assert.Equal(nameof(ConfirmationWish.Gate), (await Assert.ThrowsAsync<RuleException>(() => oneStop.Offered(planner, program, ConfirmationGate.BirthDate))).Field);
        Assert.True((await oneStop.At<ConfirmationDesk, ConfirmationCard>(planner, d => d.Preview(page))).IsDiscreet);
        await oneStop.At<ConfirmationDesk>(planner, d => d.Send(page));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend).Any(b => b.Message["altText"]?.GetValue<string>() == "お返事があります")), "the notice");
        Assert.DoesNotContain(oneStop.Line.TalkOf(friend), b => b.Message.ToJsonString().Contains("/k/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happens_on_the_page_is_seen_in_the_conversation_without_its_contents()
    {
        var (planner, program, _, client) = await AFriendsPage();
        var page = await oneStop.Offered(planner, program);
        var key = await Passes(null, Device, planner, page);
        await Answer(key, Device, await Digest(planner, program), ConfirmationAnswer.WantsTalk, "借金のこと");
        var events = await oneStop.Read(db => db.Messages.Where(m => db.Conversations.Any(c => c.Id == m.ConversationId
            && db.Clients.Any(k => k.Id == client && k.FriendId == c.FriendId))).Select(m => m.Text).ToListAsync());
        Assert.Contains(events, e => e!.Contains("「話し合いたい」", StringComparison.Ordinal));
        Assert.DoesNotContain(events, e => e?.Contains("借金", StringComparison.Ordinal) == true);
        var placement = await oneStop.AMember("placement", Duty.PlacementOfficer);
        Assert.Equal(0, await oneStop.As(placement, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
            return await db.ProgramConfirmations.CountAsync();
        }));
    }

    [Fact]
    public async Task A_page_that_a_code_opens_is_not_sent_before_there_is_one()
    {
        var (planner, second, client) = await oneStop.Planning();
        await oneStop.At<FactDesk>(planner, d => d.SaveIdentity(client, new(new(), new() { BirthDate = new(1990, 4, 5) })));
        var program = await oneStop.Approved(planner, second, client);
        var page = await oneStop.Offered(planner, program, ConfirmationGate.Either);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.PathOf(planner, page)); // the card would promise a number that does not exist
        await oneStop.CodeOf(planner, page);
        await oneStop.PathOf(planner, page);
    }
}
