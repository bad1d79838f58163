using System.ComponentModel.DataAnnotations;

namespace OneStop.Line;

/// <summary>
/// The LINE channel's settings (<c>Line:…</c>). With neither a secret nor an id set, the simulator plays LINE; Production refuses to start so.
/// </summary>
public sealed class LineOptions
{
    /// <summary>The Messaging API channel's id; with the secret it suffices, short stateless tokens are fetched and renewed.</summary>
    public string? ChannelId { get; set; }

    /// <summary>32 hexadecimal characters, used as characters. Signs webhooks; never logged.</summary>
    public string? ChannelSecret { get; set; }

    /// <summary>A long-lived token, taken if given.</summary>
    public string? ChannelAccessToken { get; set; }

    /// <summary>Default: LINE's own host.</summary>
    [Url]
    public string? ApiBaseUrl { get; set; }

    /// <summary>Default: LINE's own host for contents.</summary>
    [Url]
    public string? DataApiBaseUrl { get; set; }

    /// <summary>How long a call may take, in seconds.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// How long a portal has a sending in hand: longer than two tokens, two tries and the reading
    /// of an answer take, so that only one that has died lets it run out.
    /// </summary>
    public TimeSpan ClaimFor => TimeSpan.FromSeconds((4 * TimeoutSeconds) + 15);

    /// <summary>Is there a channel of LINE's?</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(ChannelSecret) && (!string.IsNullOrWhiteSpace(ChannelAccessToken) || !string.IsNullOrWhiteSpace(ChannelId));
}
