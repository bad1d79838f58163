using Microsoft.Extensions.Options;

namespace OneStop.Line.Api;

/// <summary>The channel access token: the long-lived one if it is set, else a stateless one (15 minutes), which is renewed before it expires.</summary>
public sealed class LineTokens(IHttpClientFactory https, LineAddresses addresses, IOptions<LineOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private string? token;
    private DateTimeOffset renewAt;
    private Task<string>? renewing;

    /// <summary>The kind of token in use.</summary>
    public TokenKind Kind => options.Value.ChannelAccessToken is { Length: > 0 } ? TokenKind.LongLived : TokenKind.Stateless;

    /// <summary>
    /// Returns a valid token. Concurrent callers share one request and its failure; otherwise each would wait for the same time-out in turn.
    /// </summary>
    /// <exception cref="HttpRequestException">LINE issued none; with the status of its response, if there was one.</exception>
    public Task<string> Current(CancellationToken stopping)
    {
        if (options.Value.ChannelAccessToken is { Length: > 0 } longLived)
            return Task.FromResult(longLived);

        lock (gate)
        {
            if (token is not null && clock.GetUtcNow() < renewAt)
                return Task.FromResult(token);
            if (renewing is null or { IsCompleted: true })
                renewing = Task.Run(Renew, CancellationToken.None); // not cancelled with a single caller
            return renewing.WaitAsync(stopping);
        }
    }

    /// <summary>Discards a token that LINE has rejected (401): the next call fetches a new one.</summary>
    public void Discard(string refused)
    {
        lock (gate)
            token = token == refused ? null : token;
    }

    private async Task<string> Renew()
    {
        using var http = https.CreateClient(nameof(LineTokens));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = addresses.ChannelId,
            ["client_secret"] = addresses.ChannelSecret,
        });
        var askedAt = clock.GetUtcNow();
        using var patience = new ClockedCancellation(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), clock, CancellationToken.None);
        using var response = await http.PostAsync(new Uri(addresses.Api, "oauth2/v3/token"), form, patience.Token);
        response.EnsureSuccessStatusCode();
        if (await LineJson.Read<Issued>(response.Content, patience.Token) is not { Access_token.Length: > 0 } issued)
            throw new HttpRequestException("Somebody else than LINE answered.");

        lock (gate)
            (token, renewAt) = (issued.Access_token, askedAt + TimeSpan.FromSeconds(issued.Expires_in) - Early);
        return issued.Access_token;
    }

    private sealed record Issued(string? Access_token, int Expires_in);
}

/// <summary>The kinds of channel access tokens.</summary>
public enum TokenKind
{
    /// <summary>Valid for fifteen minutes, fetched and renewed automatically.</summary>
    Stateless,

    /// <summary>Set in the settings; valid until it is reissued in LINE's console.</summary>
    LongLived,
}
