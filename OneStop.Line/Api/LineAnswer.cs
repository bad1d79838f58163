using System.Net;

namespace OneStop.Line.Api;

/// <summary>LINE's response to a call. Code must check the status, not the message, because LINE does not guarantee its text.</summary>
/// <param name="Status">The HTTP status; null if there was no response, or an unintelligible one.</param>
/// <param name="NotSent">Whether the call certainly did not reach LINE: no connection, or no token (with status 401 if LINE refused one).</param>
/// <param name="RequestId"><c>x-line-request-id</c>, for inquiries to LINE.</param>
/// <param name="Message">The error message.</param>
/// <param name="Sent">The accepted messages, in order.</param>
public sealed record LineAnswer(HttpStatusCode? Status, bool NotSent, string? RequestId, string? Message, IReadOnlyList<SentMessage> Sent)
{
    /// <summary>Whether LINE accepted it, now or (409) at an earlier attempt with the same retry key.</summary>
    public bool IsAccepted => Status is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Conflict;

    /// <summary>Whether LINE refused it, so that it was certainly not sent.</summary>
    public bool IsRefused => NotSent || (Status is { } status && (int)status is >= 400 and < 500 && status is not HttpStatusCode.RequestTimeout && !IsAccepted);

    /// <summary>Whether the month's quota is spent: the only 429 for which waiting does not help. Recognized by the message, ignoring case.</summary>
    public bool IsQuotaSpent => Status == HttpStatusCode.TooManyRequests && Message?.Contains("monthly limit", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>A message that LINE accepted.</summary>
/// <param name="QuoteToken">The token for quoting it; pictures, cards and texts have one.</param>
public sealed record SentMessage(string Id, string? QuoteToken = null);

/// <summary>The result of fetching a content.</summary>
/// <param name="Status">200: complete; 202: still being prepared; 410: unsent; 404: not available any more; null: no response, or
/// interrupted.</param>
/// <param name="TooLarge">Whether it was larger than allowed; then it was not read to its end.</param>
public sealed record LineContent(HttpStatusCode? Status, bool TooLarge = false)
{
    /// <summary>Whether all of it was read.</summary>
    public bool IsWhole => Status == HttpStatusCode.OK && !TooLarge;
}

/// <summary>LINE's data of the bot.</summary>
public sealed record BotInfo(string UserId, string BasicId, string DisplayName, string ChatMode, string MarkAsReadMode);

/// <summary>The month's quota; the value is null if there is no limit.</summary>
public sealed record Quota(string Type, long? Value);

/// <summary>How much of the quota is used, approximately.</summary>
public sealed record QuotaUse(long TotalUsage);

/// <summary>LINE's response to a query: the status, and the value if there is one.</summary>
/// <param name="Status">The HTTP status; null if there was no response.</param>
public sealed record LineFact<T>(HttpStatusCode? Status, T? Value) where T : class;

/// <summary>The address to which LINE posts events, and whether "Webhookの利用" is on in LINE's console.</summary>
public sealed record WebhookSetting(string? Endpoint, bool Active);

/// <summary>LINE's own test of the webhook.</summary>
/// <param name="StatusCode">The status of the portal's response; zero or less if there was none.</param>
/// <param name="Reason"><c>OK</c>, <c>COULD_NOT_CONNECT</c>, <c>REQUEST_TIMEOUT</c>, <c>ERROR_STATUS_CODE</c>, <c>UNCLASSIFIED</c>.</param>
public sealed record WebhookTrial(bool Success, int StatusCode, string? Reason, string? Detail);
