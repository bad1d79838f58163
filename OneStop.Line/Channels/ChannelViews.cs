using System.Net;
using OneStop.Line.Api;

namespace OneStop.Line.Channels;

/// <summary>The channel's settings at LINE. What LINE did not tell is null.</summary>
/// <param name="Account">With status 401 if LINE rejects the token.</param>
/// <param name="Webhook">With status 404 if no address is set.</param>
/// <param name="OwnWebhook">The address at which this portal receives events.</param>
public sealed record ChannelSettings(LineFact<BotInfo> Account, LineFact<WebhookSetting> Webhook, TokenKind Token, Quota? Quota, QuotaUse? Used, Uri OwnWebhook)
{
    /// <summary>The account's data; null if LINE did not tell.</summary>
    public BotInfo? Bot => Account.Value;

    /// <summary>Whether LINE responded at all.</summary>
    public bool IsReachable => Account.Status is not null;

    /// <summary>Whether LINE accepted the token; null if it neither accepted nor rejected it.</summary>
    public bool? IsTokenGood => Account.Status switch
    {
        HttpStatusCode.OK => true,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => false,
        _ => null,
    };

    /// <summary>Whether LINE posts events to this portal's address; null if LINE did not tell.</summary>
    public bool? IsWebhookOurs => Webhook switch
    {
        { Value.Endpoint: { } set } => Uri.TryCreate(set, UriKind.Absolute, out var uri) && uri == OwnWebhook,
        { Status: HttpStatusCode.NotFound } => false,
        _ => null,
    };

    /// <summary>
    /// Whether chat is on in LINE's console; null if LINE did not tell. Conversations would then be stored and readable there too, contrary to the
    /// rule that nothing confidential stays at LINE (仕様書 7(1)①(エ)).
    /// </summary>
    public bool? IsChatOn => Bot is null ? null : Bot.ChatMode == "chat";

    /// <summary>The used part of the month's quota, from 0 to 1; null if there is no limit or LINE does not tell.</summary>
    public double? QuotaShare => Quota?.Value is > 0 and { } most && Used is not null ? Used.TotalUsage / (double)most : null;
}

/// <summary>The state of incoming events and outgoing messages.</summary>
/// <param name="Lag">How long the first waiting event has waited; null if none waits.</param>
/// <param name="Slowest">The longest time from receipt to done among the last hundred events.</param>
/// <param name="OutboxAge">The age of the oldest due message; null if none is due.</param>
/// <param name="Asking">The number of failed or unknown messages about which a counselor has to decide.</param>
public sealed record ChannelTraffic(DateTimeOffset? LastEventAt, int Waiting, TimeSpan? Lag, TimeSpan? Slowest, int Outbox, TimeSpan? OutboxAge,
    int Asking, int Failed, DateTimeOffset At)
{
    /// <summary>If an event waits longer than this, something needs attention.</summary>
    public static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(1);

    /// <summary>If a message is due longer than this, LINE does not respond.</summary>
    public static readonly TimeSpan LongestOutbox = TimeSpan.FromMinutes(5);
}

/// <summary>An event that could not be processed: its kind and times, without contents.</summary>
/// <param name="Failure">The kind of failure.</param>
public sealed record FailedEvent(long Sequence, string EventId, string Kind, DateTimeOffset ReceivedAt, DateTimeOffset PutAsideAt, int Attempts,
    string? Failure);

/// <summary>An event without a conversation, because LINE names no user: from a group, or about the account.</summary>
/// <param name="From">LINE's type of the source (group, room, …); null if there is none.</param>
public sealed record UnplacedEvent(long Sequence, string Kind, string? From, DateTimeOffset ReceivedAt);
