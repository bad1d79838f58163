using Microsoft.Extensions.Options;
using OneStop.Line.Simulator;

namespace OneStop.Line;

/// <summary>The addresses of LINE's two hosts, or of the simulator on this host; and the channel's id and secret there.</summary>
public sealed class LineAddresses(IOptions<LineOptions> options, PublicAddress own, LineMode mode)
{
    /// <summary>The host for everything but contents.</summary>
    public Uri Api => Of(options.Value.ApiBaseUrl, SimulatorPaths.Api, "https://api.line.me/");

    /// <summary>The host for contents, previews and rich menu pictures.</summary>
    public Uri Data => Of(options.Value.DataApiBaseUrl, SimulatorPaths.Data, "https://api-data.line.me/");

    public string ChannelId => options.Value.ChannelId ?? SimulatorPaths.ChannelId;

    public string ChannelSecret => options.Value.ChannelSecret ?? SimulatorPaths.ChannelSecret;

    private Uri Of(string? set, string simulated, string real) =>
        new(set is { Length: > 0 } ? set.TrimEnd('/') + "/" : mode.IsSimulated ? own.Below(simulated).ToString() : real);
}

/// <summary>Whether the simulator plays LINE in this host.</summary>
public sealed record LineMode(bool IsSimulated);
