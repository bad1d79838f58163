using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using Route = OneStop.Domain.Channels.Route;

namespace OneStop.Tests.Line;

/// <summary>Delivery from a counselor's answer to the client's telephone, with the simulator in LINE's place.</summary>
public sealed class DeliveryTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Following_is_greeted_with_what_the_service_does_the_privacy_notice_and_buttons()
    {
        var used = oneStop.Line.Used;
        var friend = await oneStop.AFriend();
        var greeting = oneStop.Line.TalkOf(friend.UserId);
        Assert.Contains("福岡市", greeting[0].Message["text"]!.GetValue<string>());
        Assert.Equal("ご案内があります", greeting[1].Message["altText"]!.GetValue<string>()); // reveals nothing
        Assert.Contains("個人情報の取り扱い",
            greeting[1].Message.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(used, oneStop.Line.Used); // by the reply token, which is free
    }

    [Fact]
    public async Task A_question_gets_a_receipt_at_once_that_says_by_when_a_person_answers()
    {
        var friend = await oneStop.AFriend();
        Say(friend, "資格の相談をしたいです");
        var receipt = await Received(friend, 3);
        Assert.Contains("明日 10月6日(火) ", receipt);
        Assert.Contains("までに担当者がお返事します", receipt);
    }

    [Fact]
    public async Task An_answer_goes_out_after_the_hold_and_by_push_once_the_token_is_stale()
    {
        var (friend, conversation, member) = await Asking();
        await Answer(member, conversation, "はい、できます");
        Assert.Equal(oneStop.Clock.GetUtcNow() + AnswerDesk.Hold, (await Outgoing(conversation)).NextTryAt); // not before the hold expires
        oneStop.Clock.Advance(TimeSpan.FromMinutes(2));
        oneStop.PassTheHold();
        await Arrived(friend, "はい、できます");
        Assert.Equal(Route.Push, await RouteOf(conversation));
    }

    [Fact]
    public async Task A_fresh_token_is_used_first()
    {
        var (friend, conversation, member) = await Asking();
        Say(friend, "もうひとつ"); // in a running exchange there is no receipt, so the token is unused
        await Waiting(conversation, "もうひとつ");
        await Answer(member, conversation, "どうぞ");
        oneStop.PassTheHold();
        await Arrived(friend, "どうぞ");
        Assert.Equal(Route.Reply, await RouteOf(conversation));
    }

    [Fact]
    public async Task Where_LINE_refuses_the_token_plainly_a_push_follows()
    {
        var (friend, conversation, member) = await Asking();
        Say(friend, "もうひとつ");
        await Waiting(conversation, "もうひとつ");
        await Answer(member, conversation, "かわりにプッシュで");
        var token = await oneStop.Read(db => db.OutgoingMessages.Where(m => m.ConversationId == conversation && m.State == Delivery.Waiting)
            .Select(m => m.ReplyToken).SingleAsync());
        Assert.NotNull(oneStop.Line.UseReplyToken(token!)); // the token is used up
        oneStop.PassTheHold();
        await Arrived(friend, "かわりにプッシュで");
        Assert.Equal(Route.Push, await RouteOf(conversation));
        Assert.Single(oneStop.Line.TalkOf(friend.UserId), b => TextOf(b) == "かわりにプッシュで");
    }

    [Fact]
    public async Task A_reply_that_was_cut_off_is_unknown_and_never_sent_again_by_itself()
    {
        var (friend, conversation, member) = await Asking();
        Say(friend, "もうひとつ");
        await Waiting(conversation, "もうひとつ");
        await Answer(member, conversation, "途中で止まった返信");
        await oneStop.Read(async db =>
        {
            var message = await db.OutgoingMessages.SingleAsync(m => m.ConversationId == conversation && m.State == Delivery.Waiting);
            Assert.Equal(Route.Reply, message.Try(oneStop.Clock.GetUtcNow(), TimeSpan.Zero)); // as recorded before the call; then the portal is killed
            return await db.SaveChangesAsync();
        });
        oneStop.PassTheHold();
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Unknown);
        Assert.DoesNotContain(oneStop.Line.TalkOf(friend.UserId), b => TextOf(b) == "途中で止まった返信");
        Assert.True(await IsListedAsTrouble(conversation));

        var unknown = (await Outgoing(conversation)).Id; // a person decides
        var asks = Assert.IsType<AsksFirst>(await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().SendAgain(conversation, unknown)));
        Assert.Contains("2回届く", asks.Doubts.Single(), StringComparison.Ordinal);
        Assert.True(await IsListedAsTrouble(conversation)); // nothing has happened yet
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().SendAgain(conversation, unknown, isSure: true));
        await Arrived(friend, "途中で止まった返信");
        Assert.False(await IsListedAsTrouble(conversation));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().SendAgain(conversation, unknown)));
    }

    [Theory]
    [InlineData(Route.Reply)]
    [InlineData(Route.Push)]
    public async Task What_cannot_be_put_into_words_was_not_sent_and_holds_up_nothing(Route route)
    {
        var (friend, conversation, member) = await Asking();
        if (route == Route.Push)
            oneStop.Clock.Advance(TimeSpan.FromMinutes(2));
        else
        {
            Say(friend, "もうひとつ");
            await Waiting(conversation, "もうひとつ");
        }
        var file = await oneStop.At<FileDesk, Guid>(member,
            d => d.Attach(conversation, "画像.jpg", new("0123456789abcdef0123456789abcdef", "image/jpeg", 9), null));
        await oneStop.At<AnswerDesk>(member, d => d.AnswerWithFile(conversation, file));
        await oneStop.Read(db => db.StoredFiles.Where(f => f.Id == file).ExecuteDeleteAsync()); // its row is gone
        var picture = (await Outgoing(conversation)).Id;
        await Answer(member, conversation, "画像のあとの言葉");
        oneStop.PassTheHold();
        await Arrived(friend, "画像のあとの言葉");
        var ended = await oneStop.Read(db => db.OutgoingMessages.AsNoTracking().SingleAsync(m => m.Id == picture));
        Assert.Equal((Delivery.Failed, 0), (ended.State, ended.Attempts));
        Assert.Contains("画像", ended.Reason);
        Assert.True(await IsListedAsTrouble(conversation));
    }

    [Fact]
    public async Task No_reply_token_enters_the_audit_trail()
    {
        var (friend, conversation, member) = await Asking();
        Say(friend, "もうひとつ");
        await Waiting(conversation, "もうひとつ");
        await Answer(member, conversation, "トークンを使う返信");
        Assert.True(await oneStop.Read(db => db.AuditValues.AnyAsync(v => v.Field == "AnswerDue")));
        Assert.False(await oneStop.Read(db => db.AuditValues.AnyAsync(v => v.Field.StartsWith("Reply."))));
        oneStop.PassTheHold();
        await Arrived(friend, "トークンを使う返信");
    }

    [Fact]
    public void A_stopping_host_waits_longer_than_a_sending_can_take() =>
        Assert.True(oneStop.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout
            > oneStop.Services.GetRequiredService<IOptions<OneStop.Line.LineOptions>>().Value.ClaimFor);

    [Fact]
    public async Task A_failed_one_can_be_given_up()
    {
        var (friend, conversation, member) = await Asking();
        await Answer(member, conversation, "あきらめる返信");
        oneStop.Line.Block(friend.UserId);
        await TestOneStop.Until(() =>
            oneStop.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null && db.Conversations.Any(c => c.Id == conversation && c.FriendId == f.Id))));
        oneStop.PassTheHold();
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Failed);
        var failed = (await Outgoing(conversation)).Id;
        // still blocked
        await Assert.ThrowsAsync<RuleException>(() => oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().SendAgain(conversation, failed)));
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().Abandon(conversation, failed));
        Assert.False(await IsListedAsTrouble(conversation));
        // an answer that did not arrive does not count
        Assert.True(await oneStop.Read(db => db.Conversations.AnyAsync(c => c.Id == conversation && c.AnswerDue != null)));
    }

    [Fact]
    public async Task To_one_who_blocked_nothing_is_pushed_and_staff_are_told()
    {
        var (friend, conversation, member) = await Asking();
        await Answer(member, conversation, "ブロックの直前");
        oneStop.Line.Block(friend.UserId);
        await TestOneStop.Until(() =>
            oneStop.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null && db.Conversations.Any(c => c.Id == conversation && c.FriendId == f.Id))));
        oneStop.PassTheHold();
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Failed);
        Assert.Contains("ブロック", (await Outgoing(conversation)).Reason);
        Assert.Equal(0, friend.Lost);
        await Assert.ThrowsAsync<RuleException>(() => Answer(member, conversation, "もう一度"));
    }

    [Fact]
    public async Task An_answer_can_be_taken_back_while_it_is_held_and_not_after()
    {
        var (friend, conversation, member) = await Asking();
        await Answer(member, conversation, "やっぱりやめる");
        var held = (await Outgoing(conversation)).Id;
        var text = (await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().TakeBack(conversation, held))).Words;
        Assert.Equal("やっぱりやめる", text);
        oneStop.PassTheHold();
        await Answer(member, conversation, "こちらを送る");
        oneStop.PassTheHold();
        await Arrived(friend, "こちらを送る");
        await RouteOf(conversation);
        Assert.DoesNotContain(oneStop.Line.TalkOf(friend.UserId), b => TextOf(b) == "やっぱりやめる");
        var sent = (await Outgoing(conversation)).Id;
        await Assert.ThrowsAsync<RuleException>(() => oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().TakeBack(conversation, sent)));
    }

    [Fact]
    public async Task A_spent_quota_is_a_clear_refusal_and_holds_up_nobody_else()
    {
        var (_, poor, member) = await Asking();
        oneStop.Clock.Advance(TimeSpan.FromMinutes(2));
        oneStop.Line.Quota = oneStop.Line.Used;
        await Answer(member, poor, "届かない");
        oneStop.PassTheHold();
        await TestOneStop.Until(async () => (await Outgoing(poor)).State == Delivery.Failed);
        Assert.Contains("上限", (await Outgoing(poor)).Reason);
        Assert.True(oneStop.Services.GetRequiredService<MonthQuota>().IsSpent); // the next sender is warned
        oneStop.Line.Quota = null;
        var (friend, conversation, other) = await Asking();
        await Answer(other, conversation, "届く");
        oneStop.PassTheHold();
        await Arrived(friend, "届く");
    }

    [Fact]
    public async Task A_picture_is_fetched_at_once_and_a_program_is_refused()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.SendBytes(friend.UserId, new() { ["type"] = "image", ["contentProvider"] = new JsonObject { ["type"] = "line" } },
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3], "image/png");
        oneStop.Line.SendBytes(friend.UserId, new() { ["type"] = "file", ["fileName"] = "履歴書.pdf.exe", ["fileSize"] = 5 }, "MZ\0\0\0"u8.ToArray(),
            "application/pdf");
        var conversation = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(async () =>
            await oneStop.Read(db => db.StoredFiles.CountAsync(f => f.ConversationId == conversation && f.State != FileState.Waiting)) == 2);
        var files = await oneStop.Read(db => db.StoredFiles.Where(f => f.ConversationId == conversation).OrderBy(f => f.Name != null).ToListAsync());
        Assert.Equal(("image/png", FileState.Stored), (files[0].Contents!.ContentType, files[0].State));
        Assert.Equal(FileState.Refused, files[1].State);
        var response = await oneStop.Http().GetAsync(new Uri($"/files/{files[0].Id}", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode); // to the sign-in page
        Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    private async Task<(VirtualFriend, Guid, StaffMember)> Asking()
    {
        var friend = await oneStop.AFriend();
        Say(friend, "質問です");
        await Received(friend, 3);
        return (friend, await oneStop.ConversationOf(friend), await oneStop.AMember("counselor", Duty.Counselor));
    }

    private void Say(VirtualFriend friend, string text) => oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });

    private Task<AnswerOutcome> Answer(StaffMember member, Guid conversation, string text) =>
        oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, text));

    private async Task<string> Received(VirtualFriend friend, int messages)
    {
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == messages), "the bot's words");
        return TextOf(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine))!;
    }

    private Task Arrived(VirtualFriend friend, string text) =>
        TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Any(b => !b.IsMine && TextOf(b) == text)), $"「{text}」");

    private Task Waiting(Guid conversation, string text) =>
        TestOneStop.Until(() => oneStop.Read(db => db.Messages.AnyAsync(m => m.ConversationId == conversation && m.Text == text)));

    private Task<OutgoingMessage> Outgoing(Guid conversation) =>
        oneStop.Read(db => db.OutgoingMessages.AsNoTracking().Where(m => m.ConversationId == conversation).OrderByDescending(m => m.Order).FirstAsync());

    /// <summary>Waits for the record of LINE's answer, which is saved a moment after the telephone has the message.</summary>
    private async Task<Route?> RouteOf(Guid conversation)
    {
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Accepted, "the sending to be noted");
        return (await Outgoing(conversation)).Route;
    }

    private Task<bool> IsListedAsTrouble(Guid conversation) =>
        oneStop.Read(db => db.Conversations.NeedingAnswer().AnyAsync(c => c.Id == conversation && c.TroubleAt != null));

    private static string? TextOf(Bubble bubble) => bubble.Message["text"]?.GetValue<string>();
}
