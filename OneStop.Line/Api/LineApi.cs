using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace OneStop.Line.Api;

/// <summary>
/// The Messaging API calls that the service needs. There is deliberately no call for a user's profile: nothing but the LINE ID may be collected
/// automatically (仕様書 7(1)①(サ)). A call is repeated only once, after a 401, which LINE did not execute; other retries belong to the outbox.
/// </summary>
public sealed partial class LineApi(HttpClient http, LineAddresses addresses, LineTokens tokens, IOptions<LineOptions> options, TimeProvider clock)
{
    private const string RetryKey = "X-Line-Retry-Key";
    private const string RequestId = "x-line-request-id"; // in every response of LINE
    private const string EndpointPath = "v2/bot/channel/webhook/endpoint";
    private static readonly TimeSpan BodyWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PieceWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ContentWithin = TimeSpan.FromHours(2); // for LINE's largest content at 256 kbit/s
    private static readonly TimeSpan TestWithin = TimeSpan.FromSeconds(30);

    /// <summary>Replies to an event by its reply token: free of charge, once, within a minute, and without a retry key.</summary>
    /// <param name="notificationDisabled">The message arrives without a sound.</param>
    public Task<LineAnswer> Reply(string replyToken, IReadOnlyList<LineMessage> messages, bool notificationDisabled, CancellationToken stopping) =>
        Send(() => Post("v2/bot/message/reply", new { replyToken, messages, notificationDisabled }), stopping);

    /// <summary>Sends messages to one user; counts against the quota. 200 means accepted, even if the user has blocked the account.</summary>
    /// <param name="retryKey">The same for every attempt of the same messages; LINE keeps it for 24 hours.</param>
    /// <param name="notificationDisabled">The message arrives without a sound.</param>
    public Task<LineAnswer> Push(string to, IReadOnlyList<LineMessage> messages, Guid retryKey, bool notificationDisabled,
        CancellationToken stopping) => Send(() =>
    {
        var request = Post("v2/bot/message/push", new { to, messages, notificationDisabled });
        request.Headers.Add(RetryKey, retryKey.ToString());
        return request;
    }, stopping);

    /// <summary>
    /// Shows a loading animation in the conversation, if the user has it open, until the next message or the given time; at most 100 times a second.
    /// </summary>
    /// <param name="seconds">5 to 60, in steps of 5.</param>
    public Task<LineAnswer> StartLoading(string chatId, int seconds, CancellationToken stopping) =>
        Send(() => Post("v2/bot/chat/loading/start", new { chatId, loadingSeconds = seconds }), stopping);

    /// <summary>
    /// Reads a picture, video, voice or file of a client. LINE deletes contents after an undocumented time, so they must be fetched at once.
    /// </summary>
    /// <param name="into">Gets the bytes, which are valid only if the result is complete.</param>
    /// <param name="largest">The size limit in bytes; a larger content is not read to its end.</param>
    public Task<LineContent> Content(string messageId, Stream into, long largest, CancellationToken stopping) =>
        Read(ContentPath(messageId), into, largest, stopping);

    /// <summary>Reads LINE's preview of a picture or video; other contents have none (400).</summary>
    public Task<LineContent> Preview(string messageId, Stream into, long largest, CancellationToken stopping) =>
        Read(ContentPath(messageId) + "/preview", into, largest, stopping);

    /// <summary>
    /// Returns the state of preparing a video or voice: <c>processing</c>, <c>succeeded</c>, <c>failed</c>; null if LINE does not tell.
    /// </summary>
    public async Task<string?> Transcoding(string messageId, CancellationToken stopping) =>
        (await Get<Prepared>(new Uri(addresses.Data, ContentPath(messageId) + "/transcoding"), stopping)).Value?.Status;

    /// <summary>Returns the bot's data, including whether chat is on in LINE's console; 401 if LINE rejects the token, or issues none.</summary>
    public Task<LineFact<BotInfo>> BotInfo(CancellationToken stopping) => Get<BotInfo>(new Uri(addresses.Api, "v2/bot/info"), stopping);

    /// <summary>Returns how many messages may be pushed this month; null if LINE does not tell.</summary>
    public async Task<Quota?> Quota(CancellationToken stopping) => (await Get<Quota>(new Uri(addresses.Api, "v2/bot/message/quota"), stopping)).Value;

    /// <summary>Returns the approximate number of messages pushed this month; null if LINE does not tell.</summary>
    public async Task<QuotaUse?> QuotaUse(CancellationToken stopping) =>
        (await Get<QuotaUse>(new Uri(addresses.Api, "v2/bot/message/quota/consumption"), stopping)).Value;

    /// <summary>Returns the address to which LINE posts events, and whether it does; 404 if none is set.</summary>
    public Task<LineFact<WebhookSetting>> WebhookSetting(CancellationToken stopping) => Get<WebhookSetting>(new Uri(addresses.Api, EndpointPath), stopping);

    /// <summary>
    /// Sets the address to which LINE posts events (https), effective within a minute. Posting as such can be switched in LINE's console only.
    /// </summary>
    public Task<LineAnswer> SetWebhook(Uri endpoint, CancellationToken stopping) => Send(() => Json(HttpMethod.Put, EndpointPath, new { endpoint }), stopping);

    /// <summary>Makes LINE post an empty webhook to the address and returns the result; at most 60 times an hour.</summary>
    public async Task<WebhookTrial?> TestWebhook(CancellationToken stopping) =>
        (await Get<WebhookTrial>(() => Post("v2/bot/channel/webhook/test", new { }), TestWithin, stopping)).Value;

    private static string ContentPath(string messageId) => $"v2/bot/message/{Uri.EscapeDataString(messageId)}/content";

    private TimeSpan Within => TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    private async Task<LineContent> Read(string path, Stream into, long largest, CancellationToken stopping)
    {
        try
        {
            using var response = await Authorized(() => new(HttpMethod.Get, new Uri(addresses.Data, path)), Within, stopping);
            if (response.StatusCode != HttpStatusCode.OK)
                return new(response.StatusCode);

            return new(response.StatusCode, TooLarge: !await CopyAtMost(response.Content, into, largest, stopping));
        }
        catch (Exception exception) when (IsSilence(exception, stopping))
        {
            return new((HttpStatusCode?)null);
        }
    }

    private Task<LineFact<T>> Get<T>(Uri from, CancellationToken stopping) where T : class => Get<T>(() => new(HttpMethod.Get, from), Within, stopping);

    private async Task<LineFact<T>> Get<T>(Func<HttpRequestMessage> request, TimeSpan within, CancellationToken stopping) where T : class
    {
        try
        {
            using var response = await Authorized(request, within, stopping);
            using var patience = Patience(BodyWithin, stopping);
            return new(response.StatusCode, response.IsSuccessStatusCode ? await LineJson.Read<T>(response.Content, patience.Token) : null);
        }
        catch (Exception exception) when (IsSilence(exception, stopping))
        {
            return new((exception as HttpRequestException)?.StatusCode, null);
        }
    }

    private HttpRequestMessage Post(string path, object body) => Json(HttpMethod.Post, path, body);

    private HttpRequestMessage Json(HttpMethod method, string path, object body) => new(method, new Uri(addresses.Api, path))
    {
        Content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(body, LineJson.Options))
        { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
    };

    private Task<LineAnswer> Send(Func<HttpRequestMessage> request, CancellationToken stopping) => Send(request, Within, stopping);

    private async Task<LineAnswer> Send(Func<HttpRequestMessage> request, TimeSpan within, CancellationToken stopping)
    {
        try
        {
            using var response = await Authorized(request, within, stopping);
            var requestId = response.Headers.TryGetValues(RequestId, out var ids) ? ids.FirstOrDefault() : null;
            var body = await ReadBody(response, stopping);
            return new(response.StatusCode, false, requestId, body?.Message, body?.SentMessages ?? []);
        }
        catch (HttpRequestException exception)
            when (exception.HttpRequestError is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new(exception.StatusCode, true, null, null, []); // with the status if LINE refused a token
        }
        catch (Exception exception) when (IsSilence(exception, stopping))
        {
            return new(null, false, null, null, []);
        }
    }

    private async Task<HttpResponseMessage> Authorized(Func<HttpRequestMessage> request, TimeSpan within, CancellationToken stopping)
    {
        var token = await Token(stopping);
        var response = await SendWith(request(), token, within, stopping);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        tokens.Discard(token);
        var renewed = await Token(stopping);
        if (renewed == token)
            return response;

        response.Dispose();
        return await SendWith(request(), renewed, within, stopping);
    }

    /// <summary>
    /// Throws a connection error if there is no token, because the call was then certainly not made; with status 401 if LINE refused to issue one.
    /// </summary>
    private async Task<string> Token(CancellationToken stopping)
    {
        try
        {
            return await tokens.Current(stopping);
        }
        catch (Exception exception) when (IsSilence(exception, stopping))
        {
            var isRefused = exception is HttpRequestException { StatusCode: { } status } && (int)status is >= 400 and < 500;
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No channel access token could be had.", exception,
                isRefused ? HttpStatusCode.Unauthorized : null);
        }
    }

    private async Task<HttpResponseMessage> SendWith(HttpRequestMessage request, string token, TimeSpan within, CancellationToken stopping)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var patience = Patience(within, stopping);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Conflict) || response.Headers.Contains(RequestId))
                return response;

            // For example a proxy's sign-in page. What became of the call is unknown, so it counts as no response.
            response.Dispose();
            throw new HttpRequestException("Somebody else than LINE answered.");
        }
    }

    private async Task<Body?> ReadBody(HttpResponseMessage response, CancellationToken stopping)
    {
        try
        {
            using var patience = Patience(BodyWithin, stopping);
            return await LineJson.Read<Body>(response.Content, patience.Token);
        }
        catch (Exception exception) when (IsSilence(exception, stopping))
        {
            return null; // the status alone decides
        }
    }

    /// <returns>False if the content is larger or incomplete.</returns>
    private async Task<bool> CopyAtMost(HttpContent content, Stream into, long largest, CancellationToken stopping)
    {
        if (content.Headers.ContentLength > largest)
            return false;

        using var patience = Patience(ContentWithin, stopping);
        await using var stream = await content.ReadAsStreamAsync(patience.Token);
        var buffer = new byte[81920];
        var length = 0L;
        for (int read; (read = await ReadPiece(stream, buffer, patience.Token)) > 0;)
        {
            if ((length += read) > largest)
                return false;
            await into.WriteAsync(buffer.AsMemory(0, read), patience.Token);
        }
        return content.Headers.ContentLength is not { } told || told == length;
    }

    /// <summary>Reads with a time-out for each piece: a slow transfer is no failure as long as bytes arrive.</summary>
    private async Task<int> ReadPiece(Stream stream, byte[] buffer, CancellationToken stopping)
    {
        using var patience = Patience(PieceWithin, stopping);
        return await stream.ReadAsync(buffer, patience.Token);
    }

    private ClockedCancellation Patience(TimeSpan within, CancellationToken stopping) => new(within, clock, stopping);

    private static bool IsSilence(Exception exception, CancellationToken stopping) =>
        exception is HttpRequestException or IOException || (exception is OperationCanceledException && !stopping.IsCancellationRequested);

    private sealed record Body(string? Message, IReadOnlyList<SentMessage>? SentMessages);

    private sealed record Prepared(string? Status);
}
