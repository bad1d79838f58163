using Microsoft.Extensions.Options;

namespace OneStop.Line.Api;

/// <summary>The channel access token: the long-lived one if it is set, else a stateless one (15 minutes), fetched and renewed early.</summary>
public sealed class LineTokens(IHttpClientFactory https, LineAddresses addresses, IOptions<LineOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private string? token;
    private DateTimeOffset renewAt;
    private Task<string>? renewing;

    /// <summary>Which kind is used.</summary>
    public TokenKind Kind => options.Value.ChannelAccessToken is { Length: > 0 } ? TokenKind.LongLived : TokenKind.Stateless;

    /// <summary>The token to use now. Those who wait for a new one share it, or its failure: in turn, each would wait for LINE's silence again.</summary>
    /// <exception cref="HttpRequestException">LINE gave none; with the status that it answered, if it did.</exception>
    public Task<string> Current(CancellationToken stopping)
    {
        if (options.Value.ChannelAccessToken is { Length: > 0 } longLived)
            return Task.FromResult(longLived);

        lock (gate)
        {
            if (token is not null && clock.GetUtcNow() < renewAt)
                return Task.FromResult(token);
            if (renewing is null or { IsCompleted: true })
                renewing = Task.Run(Renew, CancellationToken.None); // nobody's own: whoever asked for it may leave
            return renewing.WaitAsync(stopping);
        }
    }

    /// <summary>LINE did not take this token (401): the next call fetches a new one.</summary>
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

/// <summary>The kinds of channel access tokens that the service uses.</summary>
public enum TokenKind
{
    /// <summary>Fifteen minutes, fetched and renewed by itself.</summary>
    Stateless,

    /// <summary>Given in the settings; it holds until it is reissued in LINE's console.</summary>
    LongLived,
}
