using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace OneStop.Line.Api;

/// <summary>
/// The few Messaging API calls that the service makes. There is no call for a user's profile here, on purpose:
/// nothing but the LINE ID may be collected automatically (仕様書 7(1)①(サ)). No call is repeated here but once after a 401,
/// which LINE refused; retries belong to the outbox.
/// </summary>
public sealed class LineApi(HttpClient http, LineAddresses addresses, LineTokens tokens)
{
    private const string RetryKey = "X-Line-Retry-Key";
    private static readonly TimeSpan BodyWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ContentWithin = TimeSpan.FromMinutes(2);

    /// <summary>Answers an event by its reply token: free, once, within a minute, and without a retry key.</summary>
    public Task<LineAnswer> Reply(string replyToken, IReadOnlyList<LineMessage> messages, CancellationToken stopping) =>
        Send(() => Post("v2/bot/message/reply", new { replyToken, messages }), stopping);

    /// <summary>Sends to one user; counts against the quota. 200 means accepted, also where the user has blocked the account.</summary>
    /// <param name="retryKey">The same for every try of the same message; LINE keeps it for 24 hours.</param>
    public Task<LineAnswer> Push(string to, IReadOnlyList<LineMessage> messages, Guid retryKey, CancellationToken stopping) => Send(() =>
    {
        var request = Post("v2/bot/message/push", new { to, messages });
        request.Headers.Add(RetryKey, retryKey.ToString());
        return request;
    }, stopping);

    /// <summary>The bytes of a client's picture or file. They vanish after a time that LINE does not tell: fetch at once.</summary>
    /// <param name="largest">In bytes; a larger content is not read.</param>
    public async Task<LineContent> Content(string messageId, long largest, CancellationToken stopping)
    {
        try
        {
            using var response = await Authorized(() => new(HttpMethod.Get, new Uri(addresses.Data, $"v2/bot/message/{Uri.EscapeDataString(messageId)}/content")), stopping);
            if (response.StatusCode != HttpStatusCode.OK)
                return new(response.StatusCode, null, false);

            var bytes = await ReadAtMost(response.Content, largest, stopping);
            return new(response.StatusCode, bytes, bytes is null);
        }
        catch (Exception exception) when (IsSilence(exception, stopping))
        {
            return new(null, null, false);
        }
    }

    /// <summary>The bot's own data; null if LINE gives none. Tells whether chat is off in LINE's console.</summary>
    public Task<BotInfo?> BotInfo(CancellationToken stopping) => Get<BotInfo>("v2/bot/info", stopping);

    /// <summary>How many messages may be pushed this month.</summary>
    public Task<Quota?> Quota(CancellationToken stopping) => Get<Quota>("v2/bot/message/quota", stopping);

    /// <summary>How many were pushed this month, about.</summary>
    public Task<QuotaUse?> QuotaUse(CancellationToken stopping) => Get<QuotaUse>("v2/bot/message/quota/consumption", stopping);

    private async Task<T?> Get<T>(string path, CancellationToken stopping) where T : class
    {
        try
        {
            using var response = await Authorized(() => new(HttpMethod.Get, new Uri(addresses.Api, path)), stopping);
            return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<T>(LineJson.Options, stopping) : null;
        }
        catch (Exception exception) when (IsSilence(exception, stopping) || exception is JsonException)
        {
            return null;
        }
    }

    private HttpRequestMessage Post(string path, object body) => new(HttpMethod.Post, new Uri(addresses.Api, path))
    {
        Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, LineJson.Options)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
    };

    private async Task<LineAnswer> Send(Func<HttpRequestMessage> request, CancellationToken stopping)
    {
        try
        {
            using var response = await Authorized(request, stopping);
            var requestId = response.Headers.TryGetValues("x-line-request-id", out var ids) ? ids.FirstOrDefault() : null;
            var body = await ReadBody(response, stopping);
            return new(response.StatusCode, false, requestId, body?.Message, body?.SentMessages ?? []);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new(null, true, null, null, []);
        }
        catch (Exception exception) when (IsSilence(exception, stopping))
        {
            return new(null, false, null, null, []);
        }
    }

    private async Task<HttpResponseMessage> Authorized(Func<HttpRequestMessage> request, CancellationToken stopping)
    {
        var token = await Token(stopping);
        var response = await SendWith(request(), token, stopping);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        tokens.Discard(token);
        var renewed = await Token(stopping);
        if (renewed == token)
            return response;

        response.Dispose();
        return await SendWith(request(), renewed, stopping);
    }

    /// <summary>Where no token is to be had, the call itself was certainly not made.</summary>
    private async Task<string> Token(CancellationToken stopping)
    {
        try
        {
            return await tokens.Current(stopping);
        }
        catch (Exception exception) when (IsSilence(exception, stopping))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No channel access token could be had.", exception);
        }
    }

    private async Task<HttpResponseMessage> SendWith(HttpRequestMessage request, string token, CancellationToken stopping)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping);
        }
    }

    private static async Task<Body?> ReadBody(HttpResponseMessage response, CancellationToken stopping)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            patience.CancelAfter(BodyWithin);
            return await response.Content.ReadFromJsonAsync<Body>(LineJson.Options, patience.Token);
        }
        catch (Exception exception) when (exception is JsonException || IsSilence(exception, stopping))
        {
            return null; // the status alone decides
        }
    }

    private static async Task<byte[]?> ReadAtMost(HttpContent content, long largest, CancellationToken stopping)
    {
        if (content.Headers.ContentLength > largest)
            return null;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(ContentWithin);
        await using var stream = await content.ReadAsStreamAsync(patience.Token);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, patience.Token)) > 0;)
        {
            if (bytes.Length + read > largest)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static bool IsSilence(Exception exception, CancellationToken stopping) =>
        exception is HttpRequestException or IOException || (exception is OperationCanceledException && !stopping.IsCancellationRequested);

    private sealed record Body(string? Message, IReadOnlyList<SentMessage>? SentMessages);
}
