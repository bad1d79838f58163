using System.Net;

namespace OneStop.Line.Api;

/// <summary>What LINE answered to a call. Branch on the status, not on the words: LINE does not guarantee them.</summary>
/// <param name="Status">Null: no answer came, or none that can be understood.</param>
/// <param name="NotSent">The call certainly never reached LINE (no connection, or no token: then with status 401 if LINE refused one).</param>
/// <param name="RequestId"><c>x-line-request-id</c>, for asking LINE.</param>
/// <param name="Message">The error's words.</param>
/// <param name="Sent">The messages that were sent, in order.</param>
public sealed record LineAnswer(HttpStatusCode? Status, bool NotSent, string? RequestId, string? Message, IReadOnlyList<SentMessage> Sent)
{
    /// <summary>Accepted now, or (409) at an earlier try with the same retry key.</summary>
    public bool IsAccepted => Status is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Conflict;

    /// <summary>LINE refused it: certainly not sent.</summary>
    public bool IsRefused => NotSent || (Status is { } status && (int)status is >= 400 and < 500 && status is not HttpStatusCode.RequestTimeout && !IsAccepted);

    /// <summary>The month's quota is spent: the one 429 that no waiting mends. Told by its words, softly.</summary>
    public bool IsQuotaSpent => Status == HttpStatusCode.TooManyRequests && Message?.Contains("monthly limit", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>A message that LINE accepted.</summary>
/// <param name="QuoteToken">For quoting it; pictures, cards and text have one.</param>
public sealed record SentMessage(string Id, string? QuoteToken = null);

/// <summary>How the fetching of a content of LINE's store ended.</summary>
/// <param name="Status">200: it is there, whole; 202: still being prepared; 410: unsent; 404: no longer there; null: no answer, or it broke off.</param>
/// <param name="TooLarge">It was larger than was asked for, and not read to its end.</param>
public sealed record LineContent(HttpStatusCode? Status, bool TooLarge = false)
{
    /// <summary>All of it was read.</summary>
    public bool IsWhole => Status == HttpStatusCode.OK && !TooLarge;
}

/// <summary>What is known of the bot.</summary>
public sealed record BotInfo(string UserId, string BasicId, string DisplayName, string ChatMode, string MarkAsReadMode);

/// <summary>The month's quota; no value where there is no limit.</summary>
public sealed record Quota(string Type, long? Value);

/// <summary>How much of the quota is used, about.</summary>
public sealed record QuotaUse(long TotalUsage);

/// <summary>Something asked of LINE: what it answered, and the thing if it gave it.</summary>
/// <param name="Status">Null: no answer came.</param>
public sealed record LineFact<T>(HttpStatusCode? Status, T? Value) where T : class;

/// <summary>Where LINE posts events to, and whether "Webhookの利用" is on in LINE's console.</summary>
public sealed record WebhookSetting(string? Endpoint, bool Active);

/// <summary>LINE's own test of the webhook.</summary>
/// <param name="StatusCode">What our door answered; zero or less: nothing.</param>
/// <param name="Reason"><c>OK</c>, <c>COULD_NOT_CONNECT</c>, <c>REQUEST_TIMEOUT</c>, <c>ERROR_STATUS_CODE</c>, <c>UNCLASSIFIED</c>.</param>
public sealed record WebhookTrial(bool Success, int StatusCode, string? Reason, string? Detail);
