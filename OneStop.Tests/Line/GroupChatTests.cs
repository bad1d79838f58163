using Microsoft.EntityFrameworkCore;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>Groups and rooms: their events are stored, and answered with one sentence that the service is for one-to-one talk.</summary>
public sealed class GroupChatTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("group", "groupId", "C4af4980629abcdef4af4980629abcdef")]
    [InlineData("room", "roomId", "R4af4980629abcdef4af4980629abcdef")]
    public async Task A_gathering_is_told_once_an_hour_that_the_service_is_for_one_to_one_talk(string type, string key, string gathering)
    {
        var member = oneStop.Line.Invent("グループの人");
        string Here(string id, string happened, string more = "") =>
            Happened(id, happened, $$"""{"type":"{{type}}","{{key}}":"{{gathering}}","userId":"{{member.UserId}}"}""", member, more);
        await oneStop.PostEvents(Here($"01JOIN{type}", "join"),
            Here($"01SAID{type}", "message", $$""","message":{"id":"3{{type.Length}}","type":"text","text":"みなさん、こんにちは"}"""));
        await oneStop.Processed($"01JOIN{type}", $"01SAID{type}");
        await Told(member, 1);
        Assert.Contains("1対1", oneStop.Line.TalkOf(member.UserId)[0].Message["text"]!.GetValue<string>());

        oneStop.Clock.Advance(TimeSpan.FromHours(1));
        await oneStop.PostEvents(Here($"01JOINED{type}", "memberJoined", ""","joined":{"members":[]}"""));
        await Told(member, 2);
        Assert.True(await oneStop.Read(db => db.IncomingEvents.AnyAsync(e => e.EventId == $"01SAID{type}" && e.Body.Contains("こんにちは"))));
        // people who write in a group are not registered as friends
        Assert.False(await oneStop.Read(db => db.Friends.AnyAsync(f => f.LineUserId == Domain.Friends.LineUserId.Parse(member.UserId))));
    }

    [Fact]
    public async Task While_LINE_is_silent_to_a_group_friends_are_heard()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Orders.Give(new(LineCall.Reply, Trouble.Silent));
        await oneStop.PostEvents(InGroup("01SILENT", "C1", friend));
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.Orders.Waiting.Count == 0), "the group to be answered");
        await oneStop.PostEvents(
            Happened("01MEANWHILE", "postback", $$"""{"type":"user","userId":"{{friend.UserId}}"}""", friend,
                ""","postback":{"data":"tab","params":{"status":"SUCCESS"}}"""));
        await oneStop.Processed("01MEANWHILE"); // without advancing the clock
        oneStop.Clock.Advance(TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task A_sentence_that_LINE_refused_was_not_said_and_is_said_at_the_next_occasion()
    {
        var member = oneStop.Line.Invent("グループの人");
        oneStop.Line.Orders.Give(new(LineCall.Reply, Trouble.RateLimit));
        await oneStop.PostEvents(InGroup("01REFUSED", "C2", member));
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.Orders.Waiting.Count == 0), "the refusal");
        await oneStop.PostEvents(InGroup("01NEXT", "C2", member));
        await Told(member, 1);
    }

    private string InGroup(string id, string group, VirtualFriend by) => Happened(id, "memberJoined", $$"""{"type":"group","groupId":"{{group}}"}""", by, "");

    private string Happened(string id, string type, string source, VirtualFriend by, string more) =>
        $$"""{"type":"{{type}}","timestamp":1791158400000,"replyToken":"{{oneStop.Line.HandOutReplyToken(by.UserId)}}","source":{{source}},"webhookEventId":"{{id}}"{{more}}}""";

    private Task Told(VirtualFriend member, int times) =>
        TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(member.UserId).Count == times), "the sentence");
}
