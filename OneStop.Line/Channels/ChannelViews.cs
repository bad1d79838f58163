using System.Net;
using OneStop.Line.Api;

namespace OneStop.Line.Channels;

/// <summary>How the channel is set at LINE; what LINE did not tell is null, and nothing is guessed from its silence.</summary>
/// <param name="Account">Status 401: LINE does not take our token.</param>
/// <param name="Webhook">Status 404: no address is set.</param>
/// <param name="OwnWebhook">The address under which this portal takes events.</param>
public sealed record ChannelSettings(LineFact<BotInfo> Account, LineFact<WebhookSetting> Webhook, TokenKind Token, Quota? Quota, QuotaUse? Used, Uri OwnWebhook)
{
    /// <summary>What LINE told about the account.</summary>
    public BotInfo? Bot => Account.Value;

    /// <summary>LINE answered, whatever it was.</summary>
    public bool IsReachable => Account.Status is not null;

    /// <summary>LINE took our token; null where it neither took nor refused it.</summary>
    public bool? IsTokenGood => Account.Status switch
    {
        HttpStatusCode.OK => true,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => false,
        _ => null,
    };

    /// <summary>LINE posts events to this portal's address.</summary>
    public bool? IsWebhookOurs => Webhook switch
    {
        { Value.Endpoint: { } set } => Uri.TryCreate(set, UriKind.Absolute, out var uri) && uri == OwnWebhook,
        { Status: HttpStatusCode.NotFound } => false,
        _ => null,
    };

    /// <summary>
    /// Chat is on in LINE's console: talks are then kept and readable there too, against the guideline that nothing confidential
    /// stays at LINE (仕様書 7(1)①(エ)).
    /// </summary>
    public bool? IsChatOn => Bot is null ? null : Bot.ChatMode == "chat";

    /// <summary>Which part of the month's quota is used; null where there is no limit or LINE does not tell.</summary>
    public double? QuotaShare => Quota?.Value is > 0 and { } most && Used is not null ? Used.TotalUsage / (double)most : null;
}

/// <summary>How events come in and messages go out.</summary>
/// <param name="Lag">How long the first waiting event has been waiting.</param>
/// <param name="Slowest">The longest time from receipt to done among the last hundred.</param>
/// <param name="OutboxAge">How long the oldest due sending has been waiting.</param>
/// <param name="Asking">Sendings that failed or are unknown, of which a counselor has to decide.</param>
public sealed record ChannelTraffic(DateTimeOffset? LastEventAt, int Waiting, TimeSpan? Lag, TimeSpan? Slowest, int Outbox, TimeSpan? OutboxAge,
    int Asking, int Failed, DateTimeOffset At)
{
    /// <summary>An event that waits longer than this is something to look after.</summary>
    public static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(1);

    /// <summary>So old, a sending that waits means that LINE does not answer.</summary>
    public static readonly TimeSpan LongestOutbox = TimeSpan.FromMinutes(5);
}

/// <summary>An event that could not be processed: its kind and times, nothing of its contents.</summary>
/// <param name="Failure">The failure's kind.</param>
public sealed record FailedEvent(long Sequence, string EventId, string Kind, DateTimeOffset ReceivedAt, DateTimeOffset PutAsideAt, int Attempts,
    string? Failure);

/// <summary>An event that is in nobody's conversation, because LINE names no user who could have one: a group's, or one about the account.</summary>
/// <param name="From">group, room, …: LINE's word for where it comes from; null if from nowhere.</param>
public sealed record UnplacedEvent(long Sequence, string Kind, string? From, DateTimeOffset ReceivedAt);
