using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OneStop.Line.Simulator;

/// <summary>
/// The simulated LINE platform, in memory, as far as the service needs it: virtual people and their conversations, reply tokens, retry keys,
/// contents, quota. It refuses what LINE would refuse of the calls that we make.
/// </summary>
public sealed class LinePlatform(TimeProvider clock)
{
    private static readonly TimeSpan ReplyTokenLives = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryKeyLives = TimeSpan.FromHours(24);
    private readonly Lock gate = new();
    private readonly Dictionary<string, VirtualFriend> friends = [];
    private readonly Dictionary<string, (string UserId, DateTimeOffset IssuedAt)> replyTokens = [];
    private readonly Dictionary<Guid, (string RequestId, JsonArray Sent, DateTimeOffset At)> retryKeys = [];
    private int tokens;
    private long lastMessageId = 500_000_000_000_000_000;

    /// <summary>Raised with a user id when that conversation has changed.</summary>
    public event Action<string>? Changed;

    /// <summary>Raised with an event that is to be posted to the webhook.</summary>
    public event Action<JsonObject>? Happened;

    /// <summary>The month's quota; null for no limit.</summary>
    public long? Quota { get; set; } = 5000;

    /// <summary>The number of recipients pushed to this month.</summary>
    public long Used { get; private set; }

    /// <summary>The rich menus created by the API.</summary>
    public RichMenus Menus { get; } = new();

    /// <summary>The pictures, videos, voices and files that people sent.</summary>
    public Contents Contents { get; } = new();

    /// <summary>The failures ordered for the next calls.</summary>
    public Orders Orders { get; } = new(clock);

    /// <summary>The channel access token that is valid now.</summary>
    public string Token => $"simulated-token-{Volatile.Read(ref tokens)}";

    /// <summary>Invalidates the token; a new one can be fetched.</summary>
    public void RevokeToken() => Interlocked.Increment(ref tokens);

    /// <summary><c>bot</c>: only the service stores conversations; <c>chat</c>: LINE's console stores them too.</summary>
    public string ChatMode { get; set; } = "bot";

    /// <summary>Whether an address for webhooks is set.</summary>
    public bool HasWebhook { get; set; } = true;

    /// <summary>Whether "Webhookの利用" is on; while it is off, no event is posted.</summary>
    public bool IsWebhookActive { get; set; } = true;

    /// <summary>All people, in the order in which they were added.</summary>
    public IReadOnlyList<VirtualFriend> Friends
    {
        get
        {
            lock (gate)
                return [.. friends.Values];
        }
    }

    /// <summary>Returns the bubbles of a conversation, the oldest first.</summary>
    public IReadOnlyList<Bubble> TalkOf(string userId)
    {
        lock (gate)
            return friends.TryGetValue(userId, out var friend) ? [.. friend.Bubbles] : [];
    }

    /// <summary>Returns the person with this id; null if there is none.</summary>
    public VirtualFriend? Find(string userId)
    {
        lock (gate)
            return friends.GetValueOrDefault(userId);
    }

    /// <summary>Adds a person who has no contact with the account yet.</summary>
    public VirtualFriend Invent(string name, string? userId = null)
    {
        var friend = new VirtualFriend(userId ?? "U" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), name);
        lock (gate)
            friends[friend.UserId] = friend;
        return friend;
    }

    /// <summary>Adds a bubble of the past to a conversation, without an event: for demo data.</summary>
    public void Recall(string userId, bool isMine, JsonObject message, DateTimeOffset at)
    {
        lock (gate)
            friends[userId].Bubbles.Add(new(NextMessageId(), isMine, message, at));
    }

    /// <summary>Makes the person add or unblock the account.</summary>
    public void Follow(string userId)
    {
        var friend = Find(userId) ?? throw new KeyNotFoundException();
        var unblocked = friend.HasBlocked;
        (friend.IsFriend, friend.HasBlocked) = (true, false);
        Emit(userId, "follow", withReplyToken: true, new() { ["follow"] = new JsonObject { ["isUnblocked"] = unblocked } });
    }

    /// <summary>Makes the person block the account.</summary>
    public void Block(string userId)
    {
        (Find(userId) ?? throw new KeyNotFoundException()).HasBlocked = true;
        Emit(userId, "unfollow", withReplyToken: false, []);
    }

    /// <summary>Sends a message object as the person. The id is added, and the quote token if it can be quoted.</summary>
    /// <returns>The message's id.</returns>
    public string Say(string userId, JsonObject message) => Say(userId, message, null);

    /// <summary>Sends bytes as the person: a picture, video, voice or file.</summary>
    public string SendBytes(string userId, JsonObject message, byte[] bytes, string contentType) => Say(userId, message, new(bytes, contentType));

    private string Say(string userId, JsonObject message, SentContent? content)
    {
        var id = NextMessageId();
        if (content is { } sent)
            Contents.Keep(id, sent);
        message["id"] = id;
        if (message["type"]?.GetValue<string>() is "text" or "sticker" or "image" or "video")
            message["quoteToken"] = "q" + id;
        lock (gate)
            friends[userId].Bubbles.Add(new(id, true, (JsonObject)message.DeepClone(), clock.GetUtcNow()));
        Emit(userId, "message", withReplyToken: true, new() { ["message"] = message });
        return id;
    }

    /// <summary>Presses a postback button: the bubble shows its display text, but no message event is posted for it.</summary>
    /// <param name="parameters">The additional data of a date picker or a menu's tab.</param>
    public void Press(string userId, string data, string? displayText, JsonObject? parameters = null)
    {
        if (displayText is not null)
        {
            lock (gate)
                friends[userId].Bubbles.Add(new(NextMessageId(), true, new() { ["type"] = "text", ["text"] = displayText }, clock.GetUtcNow()));
        }
        var postback = new JsonObject { ["data"] = data };
        if (parameters is not null)
            postback["params"] = parameters.DeepClone();
        Emit(userId, "postback", withReplyToken: true, new() { ["postback"] = postback });
    }

    /// <summary>送信取消: removes the bubble and the content (410 from now on) and posts the event.</summary>
    public void Unsend(string userId, string messageId)
    {
        lock (gate)
        {
            var bubbles = friends[userId].Bubbles;
            var at = bubbles.FindIndex(b => b.Id == messageId && b.IsMine);
            if (at < 0)
                return;
            bubbles[at] = bubbles[at] with { IsUnsent = true };
        }
        Contents.Wipe(messageId);
        Emit(userId, "unsend", withReplyToken: false, new() { ["unsend"] = new JsonObject { ["messageId"] = messageId } });
    }

    /// <summary>Issues a reply token.</summary>
    public string HandOutReplyToken(string userId)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        lock (gate)
            replyTokens[token] = (userId, clock.GetUtcNow());
        return token;
    }

    /// <summary>Uses a reply token: once, within a minute.</summary>
    /// <returns>The user of the token; null if LINE would refuse it.</returns>
    public string? UseReplyToken(string token)
    {
        lock (gate)
            return replyTokens.Remove(token, out var issued) && clock.GetUtcNow() - issued.IssuedAt <= ReplyTokenLives ? issued.UserId : null;
    }

    /// <summary>Returns the response to an earlier call with this retry key; null if there was none.</summary>
    public (string RequestId, JsonArray Sent)? Accepted(Guid retryKey)
    {
        lock (gate)
            return retryKeys.TryGetValue(retryKey, out var earlier) && clock.GetUtcNow() - earlier.At < RetryKeyLives
                ? (earlier.RequestId, (JsonArray)earlier.Sent.DeepClone())
                : null;
    }

    /// <summary>Delivers the bot's messages to a person. For a person who has blocked the account they are accepted and dropped.</summary>
    /// <param name="isSilent">The messages arrive without a sound.</param>
    public JsonArray Deliver(VirtualFriend friend, IEnumerable<JsonObject> messages, Guid? retryKey, string requestId, bool counts, bool isSilent)
    {
        var sent = new JsonArray();
        lock (gate)
        {
            foreach (var message in messages)
            {
                var id = NextMessageId();
                sent.Add(new JsonObject { ["id"] = id, ["quoteToken"] = "q" + id });
                if (friend.HasBlocked)
                    friend.Lost++;
                else
                    friend.Bubbles.Add(new(id, false, (JsonObject)message.DeepClone(), clock.GetUtcNow()) { IsSilent = isSilent });
            }
            friend.LoadingUntil = null;
            if (counts && !friend.HasBlocked)
                Used++;
            if (retryKey is { } key)
                retryKeys[key] = (requestId, (JsonArray)sent.DeepClone(), clock.GetUtcNow());
        }
        Changed?.Invoke(friend.UserId);
        return sent;
    }

    /// <summary>Shows the loading animation until the next message or for the given time.</summary>
    public void ShowLoading(VirtualFriend friend, TimeSpan during)
    {
        friend.LoadingUntil = clock.GetUtcNow() + during;
        Changed?.Invoke(friend.UserId);
    }

    /// <summary>Whether a quote token is valid in this conversation: LINE accepts only those issued in it.</summary>
    public bool IsQuotable(VirtualFriend friend, string quoteToken)
    {
        lock (gate)
            return friend.Bubbles.Any(b => quoteToken == "q" + b.Id);
    }

    private void Emit(string userId, string type, bool withReplyToken, JsonObject more)
    {
        // LINE guarantees no order of properties: here the reply token precedes the type.
        var happened = new JsonObject();
        if (withReplyToken)
            happened["replyToken"] = HandOutReplyToken(userId);
        happened["type"] = type;
        happened["mode"] = "active";
        happened["timestamp"] = clock.GetUtcNow().ToUnixTimeMilliseconds();
        happened["source"] = new JsonObject { ["type"] = "user", ["userId"] = userId };
        happened["webhookEventId"] = "01" + Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
        happened["deliveryContext"] = new JsonObject { ["isRedelivery"] = false };
        foreach (var (name, value) in more.ToList())
            happened[name] = value?.DeepClone();
        Changed?.Invoke(userId);
        Happened?.Invoke(happened);
    }

    private string NextMessageId() => Interlocked.Increment(ref lastMessageId).ToString(CultureInfo.InvariantCulture);
}
