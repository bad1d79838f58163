using OneStop.Domain.Friends;

namespace OneStop.Domain.Channels;

/// <summary>The state of a delivery. A message accepted by LINE may still not be delivered or read: LINE reports neither.</summary>
public enum Delivery
{
    /// <summary>送信待ち</summary>
    Waiting,

    /// <summary>送信済み: LINE accepted it.</summary>
    Accepted,

    /// <summary>送信失敗: it was certainly not sent.</summary>
    Failed,

    /// <summary>不明: it cannot be known whether it was sent; a person decides.</summary>
    Unknown,

    /// <summary>取消: taken back or called off before it was sent.</summary>
    TakenBack,
}

/// <summary>Why the last push attempt did not succeed, shown to staff while it is retried.</summary>
public enum DeliveryProblem
{
    /// <summary>応答なし: no response, or an unintelligible one.</summary>
    Silence,

    /// <summary>混み合っている: LINE accepts no more at the moment (429).</summary>
    Busy,

    /// <summary>トークンが使えない: LINE rejects the channel access token, or issues none (401).</summary>
    TokenRefused,
}

/// <summary>LINE's two ways to send: a reply is free, a push counts against the month's quota.</summary>
public enum Route
{
    Reply,
    Push,
}

/// <summary>
/// A row of the outbox: one to five contents that are sent to one friend in one call, saved together with the change that caused them. Its id is the
/// <c>X-Line-Retry-Key</c> of a push, by which LINE refuses a second copy.
/// </summary>
public sealed partial class OutgoingMessage
{
    /// <summary>How long a push is retried. LINE keeps a retry key for 24 hours; after that the same key would send a second copy.</summary>
    public static readonly TimeSpan RetryFor = TimeSpan.FromHours(23);

    /// <summary>How long what staff sends can be taken back before it goes out.</summary>
    public static readonly TimeSpan UsualHold = TimeSpan.FromSeconds(5);

    private string contents = "";

    private OutgoingMessage() { }

    /// <summary>Creates a message to a friend.</summary>
    /// <param name="order">The order key of its first message in the conversation.</param>
    /// <param name="notBefore">The end of the hold in which it can be taken back.</param>
    /// <param name="reply">The reply token to try first; null if none is fresh.</param>
    /// <param name="usefulUntil">After this time it is not tried any more; null for no limit.</param>
    /// <param name="isUnasked">Whether the bot sends it without being asked, so that nobody waits for it.</param>
    /// <param name="isAwaited">Whether the client expects it at this time, so that it rings at night too.</param>
    public static OutgoingMessage For(Friend friend, Guid conversationId, long order, IReadOnlyList<OutgoingContent> contents, DateTimeOffset now,
        DateTimeOffset notBefore, ReplyToken? reply, DateTimeOffset? usefulUntil = null, bool isUnasked = false,
        bool isAwaited = false)
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
            IsSilent = isAwaited ? false : null,
        };
    }

    public Guid Id { get; private set; }
    public Guid ConversationId { get; private set; }
    public LineUserId To { get; private set; } = null!;

    /// <summary>The order key: the waiting messages of one conversation are sent in this order.</summary>
    public long Order { get; private set; }

    public IReadOnlyList<OutgoingContent> Contents => OutgoingContent.Read(contents);

    /// <summary>The booking that it confirms; null if none.</summary>
    public Confirmation? Confirms => Contents.Select(c => c.Confirms).FirstOrDefault(c => c is not null);

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset NextTryAt { get; private set; }
    public string? ReplyToken { get; private set; }
    public DateTimeOffset? ReplyUntil { get; private set; }

    /// <summary>When a reply was tried. Set and saved before the call: a reply takes no retry key and must never be tried twice.</summary>
    public DateTimeOffset? ReplyTriedAt { get; private set; }

    /// <summary>When a push was first tried; the 24 hours of the retry key run from here.</summary>
    public DateTimeOffset? PushTriedAt { get; private set; }

    /// <summary>After this time it is not needed any more, such as a reminder of a talk that has begun; null for no limit.</summary>
    public DateTimeOffset? UsefulUntil { get; private set; }

    /// <summary>Whether the bot sends it without being asked: nobody waits for it, even if the client has just written.</summary>
    public bool IsUnasked { get; private set; }

    /// <summary>
    /// Whether it arrives without a sound. Null before the first attempt, at which it is decided, because every attempt with the same key must be the
    /// same call; false from the start for what the client expects at this time.
    /// </summary>
    public bool? IsSilent { get; private set; }

    public int Attempts { get; private set; }
    public Delivery State { get; private set; }
    public Route? Route { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why it failed, as a Japanese sentence for staff.</summary>
    public string? Reason { get; private set; }

    /// <summary>LINE's <c>x-line-request-id</c>, for inquiries to LINE.</summary>
    public string? RequestId { get; private set; }

    /// <summary>Until when a portal has claimed it for sending.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>Records, before the call, which way is tried: a reply while the token is fresh and untried, else a push.</summary>
    /// <param name="isSilent">Whether it is to arrive without a sound; ignored after the first attempt.</param>
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

    /// <summary>Whether a reply was begun and its outcome is unknown, because the portal stopped in between.</summary>
    public bool WasCutOffInReply => State == Delivery.Waiting && ReplyTriedAt is not null && ReplyToken is not null && PushTriedAt is null;

    /// <summary>Records that LINE accepted it.</summary>
    public void Accept(Route route, string? requestId, DateTimeOffset now) => Settle(Delivery.Accepted, now, route, null, requestId);

    /// <summary>Records that it was certainly not sent and is not tried again.</summary>
    public void Fail(string reason, DateTimeOffset now, string? requestId = null) => Settle(Delivery.Failed, now, Route, reason, requestId);

    /// <summary>Records that it cannot be known whether it was sent.</summary>
    public void Lose(string reason, DateTimeOffset now) => Settle(Delivery.Unknown, now, Route, reason, RequestId);

    /// <summary>Falls back to a push, because LINE refused the reply: nothing was sent.</summary>
    public void GiveUpReply(DateTimeOffset now) => (ReplyToken, NextTryAt, ClaimedUntil) = (null, now, null);

    /// <summary>Schedules another push attempt with the same retry key, because LINE did not accept it or gave no response.</summary>
    /// <param name="mayHaveArrived">Whether the attempt got no response, so that LINE may have accepted it.</param>
    public void Postpone(DateTimeOffset until, DeliveryProblem by, bool mayHaveArrived)
    {
        (NextTryAt, ClaimedUntil, HinderedBy) = (until, null, by);
        MayHaveArrived |= mayHaveArrived;
    }

    /// <summary>What prevented the last push attempt; null if none failed.</summary>
    public DeliveryProblem? HinderedBy { get; private set; }

    /// <summary>Whether LINE may have accepted an attempt that got no response, or whose response was not recorded.</summary>
    public bool MayHaveArrived { get; private set; }

    /// <summary>Called when a portal claims it. If an earlier claim has expired, that portal may have died during a push.</summary>
    public void TakeInHand() => MayHaveArrived |= ClaimedUntil is not null && PushTriedAt is not null;

    /// <summary>取り消す: takes it back within the hold, before any attempt.</summary>
    /// <exception cref="RuleException">It is being sent or was sent.</exception>
    public void TakeBack(DateTimeOffset now)
    {
        if (State != Delivery.Waiting || Attempts > 0)
            throw new RuleException("すでに送信されたため、取り消せません。");
        Settle(Delivery.TakenBack, now, null, null, null);
    }

    /// <summary>Calls it off because its content is not true any more. Nobody is asked. It is sent all the same if that has just begun.</summary>
    public void CallOff(DateTimeOffset now)
    {
        if (State == Delivery.Waiting && !(ClaimedUntil > now))
            Stop("内容が変わったため送るのをやめました。", now);
    }

    /// <summary>Ends the attempts. If one was interrupted or got no response, the message may have arrived.</summary>
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

/// <summary>The reply token of a conversation's last event: valid for one reply within a minute (LINE), of which fifty seconds are used.</summary>
public sealed record ReplyToken(string Value, DateTimeOffset FreshUntil)
{
    /// <summary>LINE guarantees a minute from the receipt of the webhook; the call itself takes some of it.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(50);
}
