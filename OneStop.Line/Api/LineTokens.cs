using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace OneStop.Line.Api;

/// <summary>The channel access token: the long-lived one if it is set, else a stateless one (15 minutes), fetched and renewed early.</summary>
public sealed class LineTokens(IHttpClientFactory https, LineAddresses addresses, IOptions<LineOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim gate = new(1);
    private string? token;
    private DateTimeOffset renewAt;

    /// <summary>Which kind is used.</summary>
    public TokenKind Kind => options.Value.ChannelAccessToken is { Length: > 0 } ? TokenKind.LongLived : TokenKind.Stateless;

    /// <summary>The token to use now.</summary>
    /// <exception cref="HttpRequestException">LINE gave none.</exception>
    public async Task<string> Current(CancellationToken stopping)
    {
        if (options.Value.ChannelAccessToken is { Length: > 0 } longLived)
            return longLived;

        await gate.WaitAsync(stopping);
        try
        {
            if (token is null || clock.GetUtcNow() >= renewAt)
                await Renew(stopping);
            return token!;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>LINE did not take this token (401): the next call fetches a new one.</summary>
    public void Discard(string refused) => Interlocked.CompareExchange(ref token, null, refused);

    private async Task Renew(CancellationToken stopping)
    {
        using var http = https.CreateClient(nameof(LineTokens));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = addresses.ChannelId,
            ["client_secret"] = addresses.ChannelSecret,
        });
        var askedAt = clock.GetUtcNow();
        using var patience = new ClockedCancellation(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), clock, stopping);
        using var response = await http.PostAsync(new Uri(addresses.Api, "oauth2/v3/token"), form, patience.Token);
        response.EnsureSuccessStatusCode();
        var issued = await response.Content.ReadFromJsonAsync<Issued>(LineJson.Options, patience.Token);
        (token, renewAt) = (issued!.Access_token, askedAt + TimeSpan.FromSeconds(issued.Expires_in) - Early);
    }

    public void Dispose() => gate.Dispose();

    private sealed record Issued(string Access_token, int Expires_in);
}

/// <summary>The kinds of channel access tokens that the service uses.</summary>
public enum TokenKind
{
    /// <summary>Fifteen minutes, fetched and renewed by itself.</summary>
    Stateless,

    /// <summary>Given in the settings; it holds until it is reissued in LINE's console.</summary>
    LongLived,
}
