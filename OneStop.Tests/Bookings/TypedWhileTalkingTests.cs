using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>Typed text that staff must read nevertheless: the bot does not know what was agreed in the conversation.</summary>
public sealed class TypedWhileTalkingTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly string[] Ways = ["予約する", "予約を見る", "行けないことを伝える"];

    [Theory]
    [InlineData("行けません")]
    [InlineData("キャンセルしたい")]
    [InlineData("時間を変えたい")]
    [InlineData("中止です")]
    [InlineData("cancel")]
    [InlineData("行けないことを伝える")]
    public async Task Who_cannot_come_to_what_the_bot_does_not_know_is_heard_by_a_person(string typed)
    {
        var friend = await oneStop.Somebody();
        await oneStop.SaysAll(friend, [typed]);
        Assert.NotNull(await oneStop.DueOf(friend));
        await Until(() => Task.FromResult(oneStop.Labels(friend).SequenceEqual(Ways)), "the buttons beside");
        Assert.Contains(oneStop.Line.TalkOf(friend.UserId), b => !b.IsMine && Thumb.Read(b.Message).Contains("メッセージを受け取りました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_button_that_tells_staff_tells_them_also_where_nothing_is_booked()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Press(friend, new CannotCome().Data);
        oneStop.AssertSays(friend, "担当者に伝えました");
        Assert.NotNull(await oneStop.DueOf(friend));
    }

    [Theory]
    [InlineData("予約したいです", true)]
    [InlineData("行けません", true)]
    [InlineData("予約の確認", true)]
    [InlineData("使い方", false)]
    public async Task While_staff_is_talking_with_them_no_dialogue_breaks_in(string typed, bool getsButtons)
    {
        var friend = await Talking("面談はいかがですか");
        var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
        await oneStop.SaysAll(friend, [typed]);
        Assert.NotNull(await oneStop.DueOf(friend));
        if (getsButtons)
            await Until(() => Task.FromResult(oneStop.Labels(friend).SequenceEqual(Ways)), "the buttons, for what they asked for");
        await oneStop.SaysAll(friend, ["もう一つあります"]); // all earlier answers have been sent by now
        Assert.Equal(before + (getsButtons ? 1 : 0), await SaidSince(friend, before));
    }

    [Theory]
    [InlineData("電話番号を送りたい", "電話番号")]
    [InlineData("同意を取り消したい", "同意")]
    [InlineData("記録を消したい", "記録")]
    public async Task What_our_pages_ask_them_to_write_is_answered_at_any_time(string typed, string answer)
    {
        var friend = await Talking("ページに書いてあるとおりに送ってください");
        await oneStop.Type(friend, typed);
        oneStop.AssertSays(friend, answer);
    }

    [Fact]
    public async Task Thanks_in_a_talk_with_staff_are_theirs_to_read_and_the_bot_is_silent()
    {
        var friend = await Talking("代わりに電話しましょうか？");
        await oneStop.SaysAll(friend, ["ありがとうございます"]);
        Assert.Null(await oneStop.DueOf(friend)); // thanks for an answer need no answer
        var talk = await oneStop.ConversationOf(friend);
        // unread
        Assert.True(await oneStop.Read(async db =>
            (await db.Conversations.SingleAsync(c => c.Id == talk)).HeardOrder == (await db.Messages.Where(m => m.ConversationId == talk
                && m.By == Speaker.Client).MaxAsync(m => m.Order))));
        Assert.False(await oneStop.Read(db => db.Messages.AnyAsync(m => m.ConversationId == talk && m.By == Speaker.Bot && m.Text!.StartsWith("こちらこそ"))));
    }

    [Fact]
    public async Task A_step_that_breaks_a_rule_is_answered_like_an_old_button_and_holds_up_nothing()
    {
        var friend = await oneStop.Booked("10月28日(水)", "10:00");
        var id = LineUserId.Parse(friend.UserId);
        var talk = await oneStop.ConversationOf(friend);
        var (sequence, at) = await oneStop.Read(async db =>
        {
            var last = await db.IncomingEvents.Where(e => e.Sender == friend.UserId).OrderByDescending(e => e.Sequence).FirstAsync();
            await db.IncomingEvents.Where(e => e.Sequence == last.Sequence)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.NextTryAt, oneStop.Clock.GetUtcNow().AddYears(1))
                    .SetProperty(x => x.ProcessedAt, (DateTimeOffset?)null));
            return (last.Sequence, last.OccurredAt);
        });
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeLine();
        var offGrid = new BookingWish(BookingKind.Consultation, ContactMethod.Chat, new(new(2026, 10, 29)), new(18, 7, 0));
        await scope.ServiceProvider.GetRequiredService<DialogueDesk>()
            .Take(new InboundEvent(sequence, id, at, null), new Chooses(offGrid), "押されました",
                reply => new([new Domain.Channels.TextContent(reply.GetType().Name)]));
        Assert.Equal(1, await oneStop.Read(db => db.Messages.CountAsync(m => m.ConversationId == talk && m.Text == nameof(IsOver))));
        Assert.Equal(1, await oneStop.Read(db => db.Messages.CountAsync(m => m.ConversationId == talk && m.Text == "押されました")));
    }

    /// <summary>Adds a friend to whom a member has just written this.</summary>
    private async Task<VirtualFriend> Talking(string words)
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, "資格の相談です");
        var (talk, member) = (await oneStop.ConversationOf(friend), await oneStop.OnShift("aoba"));
        await oneStop.At<AnswerDesk>(member, d => d.Answer(talk, words));
        oneStop.PassTheHold();
        await Until(() => Task.FromResult(oneStop.Says(friend) == words), "the answer");
        return friend;
    }

    private async Task<int> SaidSince(VirtualFriend friend, int before)
    {
        var talk = await oneStop.ConversationOf(friend);
        Assert.True(before > 0);
        await Until(async () => !await oneStop.Read(db =>
            db.OutgoingMessages.AnyAsync(m => m.ConversationId == talk && m.State == Domain.Channels.Delivery.Waiting)), "all to be sent");
        return oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
    }
}
