using System.Net;
using System.Xml;
using Microsoft.Extensions.Options;
using OneStop.Domain.JobOpenings.Importing;

namespace OneStop.Portal.HelloWork;

/// <summary>
/// The calls of ハローワーク求人・求職情報提供サービス（求人情報提供サービスAPIインタフェース仕様書 1.4版）: a token of the day, the list of data sets, a
/// data set page by page, and the end of the token. All are POST with a form in the body, so that no secret is part of an address. No call is
/// repeated, but for one with a new token after the old one was refused: who starts the delivery decides whether to try again.
/// </summary>
internal sealed class HelloWorkApi(HttpClient http, IOptions<HelloWorkOptions> options, TimeProvider clock, ILogger<HelloWorkApi> log)
{
    /// <summary>Whether the service can be called: id and password are set.</summary>
    public bool IsOn => options.Value.IsSet;

    /// <summary>Signs in with a token, which the session gives back when it is disposed of.</summary>
    /// <exception cref="HelloWorkTrouble">The service is off, closed, not reachable, or refuses.</exception>
    public async Task<HelloWorkSession> Open(CancellationToken stopping) => new(this, await Token(stopping), options, clock);

    /// <summary>POST /auth/getToken: returns a token for the present day in Japan.</summary>
    internal async Task<string> Token(CancellationToken stopping)
    {
        if (!IsOn)
            throw HelloWorkTrouble.Off();
        var answer = await Post("auth/getToken", new() { ["id"] = options.Value.UserId!, ["pass"] = options.Value.Password! }, stopping);
        return answer?.Values.GetValueOrDefault("token") is { Length: > 0 } token ? token.Trim()
            : throw (answer is null or { IsError: true } ? HelloWorkTrouble.Refused() : HelloWorkTrouble.Broken());
    }

    /// <summary>POST /auth/delToken: gives a token back. A failure is only logged; the token ends with the day.</summary>
    internal async Task Return(string token)
    {
        try
        {
            await Post("auth/delToken", new() { ["token"] = token }, CancellationToken.None);
        }
        catch (HelloWorkTrouble trouble)
        {
            log.LogWarning("The token of Hello Work's service could not be given back: {Failure}.", trouble.Failure);
        }
    }

    /// <summary>Makes one call.</summary>
    /// <returns>Null if there is nothing at the address (404).</returns>
    /// <exception cref="HelloWorkTrouble">It failed.</exception>
    internal async Task<HelloWorkAnswer?> Post(string path, Dictionary<string, string> form, CancellationToken stopping)
    {
        if (!HelloWorkHours.IsOpen(clock.GetUtcNow()))
            throw Closed();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Value.BaseUrl.TrimEnd('/')}/{path}");
            request.Content = new FormUrlEncodedContent(form);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await Read(response, path, either.Token);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            throw new OperationCanceledException(stopping);
        }
        catch (XmlException)
        {
            log.LogWarning("Hello Work's service sent for {Path} what could not be read.", path);
            throw HelloWorkTrouble.Broken();
        }
        catch (Exception silence) when (IsSilence(silence, stopping))
        {
            log.LogWarning("Hello Work's service did not answer {Path}: {Kind}.", path, silence.GetType().Name);
            throw HelloWorkTrouble.Unreachable();
        }
    }

    private async Task<HelloWorkAnswer?> Read(HttpResponseMessage response, string path, CancellationToken stopping)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            log.LogWarning("Hello Work's service answered {Path} with {Status}.", path, (int)response.StatusCode);
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                await using (var body = await response.Content.ReadAsStreamAsync(stopping))
                await using (var cancelled = stopping.Register(response.Dispose)) // the XML reader takes no token
                    return await HelloWorkXml.Read(body, options.Value.LargestPage);
            case HttpStatusCode.NotFound:
                return null;
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw HelloWorkTrouble.Refused();
            case HttpStatusCode.ServiceUnavailable:
                throw Closed();
            default:
                throw HelloWorkTrouble.Unreachable();
        }
    }

    /// <summary>Whether the service did not answer, or not to the end. Where the reading was given up, its stream ends in ways of its own.</summary>
    private static bool IsSilence(Exception exception, CancellationToken stopping) => !stopping.IsCancellationRequested
        && exception is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException;

    private HelloWorkTrouble Closed()
    {
        var (now, opens) = (clock.GetUtcNow(), HelloWorkHours.NextOpening(clock.GetUtcNow()));
        return HelloWorkTrouble.Closed(opens > now ? opens : now.AddHours(1)); // closed though it should be open
    }
}
