using System.ComponentModel.DataAnnotations;

namespace OneStop.Line;

/// <summary>
/// The LINE channel's settings (<c>Line:…</c>). If neither secret nor id is set, the simulator plays LINE in Development; Production refuses to
/// start.
/// </summary>
public sealed class LineOptions
{
    /// <summary>The Messaging API channel's id. Together with the secret it suffices: stateless tokens are fetched and renewed.</summary>
    public string? ChannelId { get; set; }

    /// <summary>32 hexadecimal characters, used as text. The key of webhook signatures; never logged.</summary>
    public string? ChannelSecret { get; set; }

    /// <summary>A long-lived token; used if set.</summary>
    public string? ChannelAccessToken { get; set; }

    /// <summary>LINE's own host by default.</summary>
    [Url]
    public string? ApiBaseUrl { get; set; }

    /// <summary>LINE's own host for contents by default.</summary>
    [Url]
    public string? DataApiBaseUrl { get; set; }

    /// <summary>The time-out of a call, in seconds.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// How long a portal claims a message: longer than two token requests, two attempts and reading a response can take, so that only the claim of a
    /// dead portal runs out.
    /// </summary>
    public TimeSpan ClaimFor => TimeSpan.FromSeconds((4 * TimeoutSeconds) + 15);

    /// <summary>Whether a LINE channel is set.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(ChannelSecret) && (!string.IsNullOrWhiteSpace(ChannelAccessToken) || !string.IsNullOrWhiteSpace(ChannelId));
}
