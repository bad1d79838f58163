using OneStop.Domain.Friends;

namespace OneStop.Domain.Channels;

/// <summary>How far a message came. What LINE accepted may still not be delivered or read: LINE tells neither.</summary>
public enum Delivery
{
    /// <summary>送信待ち</summary>
    Waiting,

    /// <summary>送信済み: LINE accepted it.</summary>
    Accepted,

    /// <summary>送信失敗: it was certainly not sent.</summary>
    Failed,

    /// <summary>不明: nobody can know whether it went out; a person decides.</summary>
    Unknown,

    /// <summary>取消: taken back before it went out.</summary>
    TakenBack,
}

/// <summary>Why the last try of a push was not the last: what staff are told while it is tried again.</summary>
public enum DeliveryProblem
{
    /// <summary>応答なし: no answer, or none that makes sense.</summary>
    Silence,

    /// <summary>混み合っている: LINE takes no more at the moment (429).</summary>
    Busy,

    /// <summary>トークンが使えない: LINE does not take our channel access token, or gives none (401).</summary>
    TokenRefused,
}

/// <summary>By which of LINE's two ways a message went: a reply is free, a push counts against the month's quota.</summary>
public enum Route
{
    Reply,
    Push,
}

/// <summary>
/// The outbox: one to five contents that go to one friend in one call, saved with the change that says them.
/// Its id is the <c>X-Line-Retry-Key</c> of a push, so that LINE itself refuses a second copy.
/// </summary>
public sealed partial class OutgoingMessage
{
    /// <summary>LINE keeps a retry key for 24 hours; the sending stops well before, because later the same key would send again.</summary>
    public static readonly TimeSpan RetryFor = TimeSpan.FromHours(23);

    private string contents = "";

    private OutgoingMessage() { }

    /// <summary>Something to be said to a friend.</summary>
    /// <param name="order">The order key of its first message in the conversation.</param>
    /// <param name="notBefore">The end of the hold in which it can be taken back.</param>
    /// <param name="reply">The reply token to try first, if one is fresh.</param>
    /// <param name="usefulUntil">After this nobody needs it any more: it is not tried again.</param>
    /// <param name="isUnasked">The bot says it by itself, and nobody waits for it.</param>
    public static OutgoingMessage For(Friend friend, Guid conversationId, long order, IReadOnlyList<OutgoingContent> contents, DateTimeOffset now,
        DateTimeOffset notBefore, ReplyToken? reply, DateTimeOffset? usefulUntil = null, bool isUnasked = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(contents.Count, OutgoingContent.MostAtOnce);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            ConversationId = conversationId,
            To = friend.LineUserId,
            Order = order,
            contents = OutgoingContent.Write(contents),
            CreatedAt = now,
            NextTryAt = notBefore,
            ReplyToken = reply?.Value,
            ReplyUntil = reply?.FreshUntil,
            UsefulUntil = usefulUntil,
            IsUnasked = isUnasked,
        };
    }

    public Guid Id { get; private set; }
    public Guid ConversationId { get; private set; }
    public LineUserId To { get; private set; } = null!;

    /// <summary>Of the messages of one conversation, the lowest that waits goes first.</summary>
    public long Order { get; private set; }

    public IReadOnlyList<OutgoingContent> Contents => OutgoingContent.Read(contents);

    /// <summary>What of a booking it confirms; null where it confirms nothing.</summary>
    public Confirmation? Confirms => Contents.Select(c => c.Confirms).FirstOrDefault(c => c is not null);

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset NextTryAt { get; private set; }
    public string? ReplyToken { get; private set; }
    public DateTimeOffset? ReplyUntil { get; private set; }

    /// <summary>Set, and saved, before a reply is tried: a reply takes no retry key and must never be tried twice.</summary>
    public DateTimeOffset? ReplyTriedAt { get; private set; }

    /// <summary>When a push was first tried; the retry key's 24 hours run from here.</summary>
    public DateTimeOffset? PushTriedAt { get; private set; }

    /// <summary>After this nobody needs it any more, such as a reminder of a talk that has begun.</summary>
    public DateTimeOffset? UsefulUntil { get; private set; }

    /// <summary>The bot says it by itself: however lately the client wrote, nobody waits for it.</summary>
    public bool IsUnasked { get; private set; }

    /// <summary>It arrives without a sound. Decided at the first try, because a later one with the same key must be the same call; null before.</summary>
    public bool? IsSilent { get; private set; }

    public int Attempts { get; private set; }
    public Delivery State { get; private set; }
    public Route? Route { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why it failed, as a Japanese sentence for staff.</summary>
    public string? Reason { get; private set; }

    /// <summary>LINE's <c>x-line-request-id</c>, for asking LINE.</summary>
    public string? RequestId { get; private set; }

    /// <summary>Until when one portal has it in hand.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>Notes, before the call is made, which way is tried: the reply token while it is fresh and untried, else push.</summary>
    /// <param name="isSilent">It is to arrive without a sound, unless that was decided before.</param>
    public Route Try(DateTimeOffset now, TimeSpan claimFor, bool isSilent = false)
    {
        Attempts++;
        IsSilent ??= isSilent;
        ClaimedUntil = now + claimFor;
        if (ReplyToken is not null && now < ReplyUntil && ReplyTriedAt is null)
        {
            ReplyTriedAt = now;
            return Channels.Route.Reply;
        }
        PushTriedAt ??= now;
        return Channels.Route.Push;
    }

    /// <summary>A reply was begun and its end is not known, because the portal stopped in between.</summary>
    public bool WasCutOffInReply => State == Delivery.Waiting && ReplyTriedAt is not null && ReplyToken is not null && PushTriedAt is null;

    /// <summary>LINE accepted it.</summary>
    public void Accept(Route route, string? requestId, DateTimeOffset now) => Settle(Delivery.Accepted, now, route, null, requestId);

    /// <summary>It was certainly not sent and is not tried again.</summary>
    public void Fail(string reason, DateTimeOffset now, string? requestId = null) => Settle(Delivery.Failed, now, Route, reason, requestId);

    /// <summary>Nobody can know whether it went out.</summary>
    public void Lose(string reason, DateTimeOffset now) => Settle(Delivery.Unknown, now, Route, reason, RequestId);

    /// <summary>LINE refused the reply plainly, so a push may follow: nothing was sent.</summary>
    public void GiveUpReply(DateTimeOffset now) => (ReplyToken, NextTryAt, ClaimedUntil) = (null, now, null);

    /// <summary>Not accepted, or not known but protected by the retry key: later, with the same key.</summary>
    /// <param name="mayHaveArrived">The try got no answer, so nobody knows.</param>
    public void Postpone(DateTimeOffset until, DeliveryProblem by, bool mayHaveArrived)
    {
        (NextTryAt, ClaimedUntil, HinderedBy) = (until, null, by);
        MayHaveArrived |= mayHaveArrived;
    }

    /// <summary>What hindered the last try of a push; null while none failed.</summary>
    public DeliveryProblem? HinderedBy { get; private set; }

    /// <summary>Some try of a push got no answer, or nobody noted it: LINE may have accepted it.</summary>
    public bool MayHaveArrived { get; private set; }

    /// <summary>A portal takes it in hand. If the one before let its claim run out, that one died with a push under way.</summary>
    public void TakeInHand() => MayHaveArrived |= ClaimedUntil is not null && PushTriedAt is not null;

    /// <summary>取り消す: within the hold, before any try.</summary>
    /// <exception cref="RuleException">It is already on its way.</exception>
    public void TakeBack(DateTimeOffset now)
    {
        if (State != Delivery.Waiting || Attempts > 0)
            throw new RuleException("すでに送信されたため、取り消せません。");
        Settle(Delivery.TakenBack, now, null, null, null);
    }

    /// <summary>What it says holds no more: it is not tried again, and nobody is asked whether to. One that is just going out goes out.</summary>
    public void CallOff(DateTimeOffset now)
    {
        if (State == Delivery.Waiting && !(ClaimedUntil > now))
            Stop("内容が変わったため送るのをやめました。", now);
    }

    /// <summary>Ends the trying. A try that was cut off, or got no answer, may have arrived all the same.</summary>
    private void Stop(string why, DateTimeOffset now)
    {
        TakeInHand();
        if (MayHaveArrived || WasCutOffInReply)
        {
            Lose($"LINEから応答がない送信があり、届いたかどうか分かりません。その後、{why}", now);
            DecidedAt = now;
        }
        else
            Settle(Delivery.TakenBack, now, null, null, null);
    }

    private void Settle(Delivery state, DateTimeOffset now, Route? route, string? reason, string? requestId) =>
        (State, SettledAt, Route, Reason, RequestId, ClaimedUntil) = (state, now, route, reason, requestId, null);
}

/// <summary>The token of the last event of a conversation: good for one reply, within a minute (LINE), of which we use fifty seconds.</summary>
public sealed record ReplyToken(string Value, DateTimeOffset FreshUntil)
{
    /// <summary>LINE promises a minute from receiving the webhook; the call itself needs a part of it.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(50);
}
