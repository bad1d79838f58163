using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Friends;
using OneStop.Line.Simulator;
using OneStop.Line.Webhook;

namespace OneStop.Tests.House;

/// <summary>What virtual people do, and the webhooks that LINE posts for it.</summary>
public sealed partial class TestOneStop
{
    private int said;

    /// <summary>Returns the conversation of a new virtual person who has asked something and got the receipt.</summary>
    public async Task<Guid> AsksSomething(string text)
    {
        var friend = await AFriend();
        Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });
        await Until(() => Task.FromResult(Line.TalkOf(friend.UserId).Count(b => !b.IsMine) >= 3), "the receipt"); // for some words with buttons beside it
        return await ConversationOf(friend);
    }

    /// <summary>Returns a new virtual person who has added the account and was greeted.</summary>
    public async Task<VirtualFriend> AFriend(string name = "ひなた")
    {
        var friend = Line.Invent(name);
        Line.Follow(friend.UserId);
        await Until(() => Task.FromResult(Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 2));
        return friend;
    }

    /// <summary>Returns the conversation of a virtual person.</summary>
    public Task<Guid> ConversationOf(VirtualFriend friend) => Read(db =>
    {
        var id = Domain.Friends.LineUserId.Parse(friend.UserId);
        return db.Conversations.Where(c => c.Friend.LineUserId == id).Select(c => c.Id).SingleAsync();
    });

    /// <summary>Posts a webhook body; signed by the channel unless another signature is given.</summary>
    public async Task<HttpResponseMessage> PostWebhook(string body, string? signature)
    {
        using var http = Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("x-line-signature", signature);
        return await http.SendAsync(request);
    }

    /// <inheritdoc cref="PostWebhook(string, string?)"/>
    public Task<HttpResponseMessage> PostWebhook(string body) =>
        PostWebhook(body, WebhookSignature.Of(Encoding.UTF8.GetBytes(body), SimulatorPaths.ChannelSecret));

    /// <summary>Posts events in one body and expects LINE's 200.</summary>
    public async Task PostEvents(params string[] events) =>
        Assert.Equal(System.Net.HttpStatusCode.OK, (await PostWebhook($$"""{"destination":"U0","events":[{{string.Join(',', events)}}]}""")).StatusCode);

    /// <summary>Posts many texts of one virtual person in one body.</summary>
    /// <returns>When all of them are in the conversation.</returns>
    public async Task SaysAll(VirtualFriend friend, IReadOnlyList<string> texts)
    {
        var first = Interlocked.Add(ref said, texts.Count) - texts.Count;
        string[] ids = [.. texts.Select((_, i) => $"01LONGTALK{first + i}")];
        await PostEvents([.. texts.Select((text, i) => new JsonObject
        {
            ["type"] = "message",
            ["mode"] = "active",
            ["timestamp"] = Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            ["source"] = new JsonObject { ["type"] = "user", ["userId"] = friend.UserId },
            ["webhookEventId"] = ids[i],
            ["deliveryContext"] = new JsonObject { ["isRedelivery"] = false },
            ["message"] = new JsonObject { ["type"] = "text", ["id"] = $"7{first + i}", ["text"] = text },
        }.ToJsonString())]);
        await Processed(ids);
    }

    /// <summary>Waits until the events with these ids have been processed.</summary>
    public Task Processed(params string[] ids) =>
        Until(async () => await Read(db => db.IncomingEvents.CountAsync(e => ids.Contains(e.EventId) && e.ProcessedAt != null)) == ids.Length,
            "the events to be processed");

    /// <summary>Returns a conversation that did not come through LINE: the bot neither greets nor answers in it, and nothing announces it.</summary>
    public Task<Guid> AQuietTalk() => Read(async db =>
    {
        var (now, number) = (Clock.GetUtcNow(), 1 + (await db.Friends.MaxAsync(f => (int?)f.Number) ?? 0));
        var talk = Conversation.With(Friend.Register(LineUserId.Parse($"U{Guid.CreateVersion7(now):N}"), number, now), now);
        db.Conversations.Add(talk);
        await db.SaveChangesAsync();
        return talk.Id;
    });
}
