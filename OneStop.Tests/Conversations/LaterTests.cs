using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Portal.Features.Conversations.Answers;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>送信予約: an answer is sent at its time, once, unless the client writes first or staff cancel it.</summary>
public sealed class LaterTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task It_goes_out_at_its_time_and_not_before()
    {
        var (member, friend, conversation) = await Planned("明日の朝にお送りします", TimeSpan.FromHours(2));
        Pass(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.Single(await All(member), r => r.ConversationId == conversation);
        Pass(TimeSpan.FromSeconds(2));
        await Says(friend, "明日の朝にお送りします");
        var view = (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation)))!;
        Assert.Empty(view.Planned);
        Assert.Null(view.AnswerDue); // it counts as an answer
        Assert.Equal(member.Name, view.Messages.Last(m => m.By == Speaker.Staff).StaffName);
        Pass(TimeSpan.FromHours(1));
        Assert.Single(Theirs(friend), t => t == "明日の朝にお送りします");
    }

    [Fact]
    public async Task What_was_only_for_a_silent_client_gives_way_when_they_write()
    {
        var (member, friend, conversation) = await Planned("その後いかがですか", TimeSpan.FromHours(3));
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "先に送ります" });
        await Until(async () => (await All(member)).Single(r => r.ConversationId == conversation).GaveWay, "the giving way");
        Pass(TimeSpan.FromHours(4));
        var (_, other, _) = await Planned("ほかの人への予約", TimeSpan.FromMinutes(30));
        Pass(TimeSpan.FromHours(1));
        await Says(other, "ほかの人への予約");
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "その後いかがですか"));
        Assert.Contains((await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation)))!.Messages,
            m => m.By == Speaker.Event && m.Text!.Contains("取りやめ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_no_answer_to_what_was_asked_after_it_was_written()
    {
        var (member, friend, conversation) = await Planned("その後いかがですか", TimeSpan.FromHours(3), unlessClientWrites: false);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(5));
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "別のことを聞きたいです" });
        await Until(async () => (await View(member, conversation)).AnswerDue is not null, "the question");
        Pass(TimeSpan.FromHours(4));
        await Says(friend, "その後いかがですか");
        await Until(async () => (await View(member, conversation)).Messages.Any(m => m.Text == "その後いかがですか" && m.By == Speaker.Staff), "the words in the talk");
        Assert.NotNull((await View(member, conversation)).AnswerDue); // nobody has answered the client's message
    }

    [Theory]
    [InlineData("記録を消したい", "お願いする")] // a request by the bot's buttons that staff must handle
    [InlineData("支援情報", null)]
    [InlineData("予約の確認", null)] // words that the bot answers count as the client's words too
    [InlineData("ありがとうございます", null)]
    [InlineData("死にたい", null)]
    public async Task It_gives_way_however_the_client_is_heard(string typed, string? then)
    {
        var (member, friend, conversation) = await Planned("その後いかがですか", TimeSpan.FromHours(3));
        await oneStop.Type(friend, typed);
        if (then is not null)
            await oneStop.Tap(friend, then);
        await Until(async () => (await All(member)).Single(r => r.ConversationId == conversation).GaveWay, "the giving way");
        var row = (await All(member)).Single(r => r.ConversationId == conversation);
        await oneStop.At<LaterDesk>(member, d => d.Dismiss(row.Id));
        Assert.DoesNotContain(await All(member), r => r.ConversationId == conversation);
        // reported once
        Assert.Single((await View(member, conversation)).Messages, m => m.By == Speaker.Event && m.Text!.Contains("取りやめ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_gives_way_to_words_of_danger_in_an_event_that_is_no_message()
    {
        var (member, friend, conversation) = await Planned("その後いかがですか", TimeSpan.FromHours(3));
        await oneStop.Press(friend, "死にたい");
        await Until(async () => (await All(member)).Single(r => r.ConversationId == conversation).GaveWay, "the giving way");
    }

    [Fact]
    public async Task It_can_be_cancelled_restored_and_moved_until_its_time_comes()
    {
        var (member, friend, conversation) = await Planned("取り消す予約", TimeSpan.FromHours(1));
        var row = (await All(member)).Single(r => r.ConversationId == conversation);
        await oneStop.At<LaterDesk>(member, d => d.Cancel(row.Id));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<LaterDesk>(member, d => d.Move(row.Id, oneStop.Clock.GetUtcNow().AddHours(3), row.SendAt)));
        await oneStop.At<LaterDesk>(member, d => d.Restore(row.Id));
        var moved = oneStop.Clock.GetUtcNow().AddHours(2);
        await oneStop.At<LaterDesk>(member, d => d.Move(row.Id, moved, row.SendAt));
        Assert.Contains("ほかの人が先に",
            (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<LaterDesk>(member, d => d.Move(row.Id, moved.AddHours(1), row.SendAt)))).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<LaterDesk>(member, d => d.Move(row.Id, oneStop.Clock.GetUtcNow(), moved)));
        await Assert.ThrowsAsync<RuleException>(() =>
            oneStop.At<LaterDesk>(member, d => d.Move(row.Id, oneStop.Clock.GetUtcNow() + LaterAnswer.Horizon + TimeSpan.FromMinutes(1), moved)));
        Pass(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));
        await Says(friend, "取り消す予約");
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<LaterDesk>(member, d => d.Cancel(row.Id)));
    }

    [Fact]
    public async Task Whoever_must_be_left_alone_gets_it_when_those_hours_are_over()
    {
        var (member, friend, conversation) = await Planned("時間帯が終わってから", TimeSpan.FromMinutes(10));
        var now = TimeOnly.FromTimeSpan(oneStop.Clock.GetUtcNow().InJapan.TimeOfDay);
        await oneStop.At<CardDesk>(member, d => d.KeepAway(conversation, new(NoContactWish.None, new(now, now.AddHours(2)))));
        Pass(TimeSpan.FromMinutes(11));
        await Until(async () => (await All(member)).Single(r => r.ConversationId == conversation).SendAt > oneStop.Clock.GetUtcNow(), "the waiting");
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "時間帯が終わってから"));
        Pass(TimeSpan.FromHours(2));
        await Says(friend, "時間帯が終わってから");
    }

    [Theory]
    [InlineData("2026-10-05T17:00", "18:00 09:00 18:00 09:00")] // a Monday: this evening, tomorrow morning, tomorrow evening, next Monday
    [InlineData("2026-10-05T17:45", "09:00 18:00 09:00")] // too late for this evening
    [InlineData("2026-10-04T12:00", "18:00 09:00 18:00")] // a Sunday: tomorrow is Monday
    [InlineData("2026-12-31T23:59", "09:00 18:00 09:00")] // across the end of the year
    public void Good_times_are_offered(string now, string times)
    {
        var offered = LaterPanel.Offered(null, Japan(now)).ToList();
        Assert.Equal(times.Split(' '), offered.Select(at => at.InJapan.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(offered.Order(), offered);
        Assert.All(offered, at => Assert.True(at > Japan(now)));
    }

    private async Task<ConversationView> View(StaffMember member, Guid conversation) =>
        (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation)))!;

    private async Task<(StaffMember Member, VirtualFriend Friend, Guid Conversation)> Planned(string text, TimeSpan ahead, bool unlessClientWrites = true)
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var friend = await oneStop.AFriend();
        var conversation = await oneStop.ConversationOf(friend);
        await oneStop.At<LaterDesk>(member, d => d.Plan(conversation, text, oneStop.Clock.GetUtcNow() + ahead, unlessClientWrites));
        return (member, friend, conversation);
    }

    private void Pass(TimeSpan time)
    {
        oneStop.Clock.Advance(time);
        oneStop.Services.GetRequiredService<LaterSignal>().Raise();
    }

    private Task<IReadOnlyList<LaterRow>> All(StaffMember member) => oneStop.At<LaterDesk, IReadOnlyList<LaterRow>>(member, d => d.All());

    private List<string?> Theirs(VirtualFriend friend) =>
        [.. oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine).Select(b => b.Message["text"]?.GetValue<string>())];

    private Task Says(VirtualFriend friend, string text) => Until(() => Task.FromResult(Theirs(friend).Contains(text)), text);
}
