namespace OneStop.Line.Simulator;

/// <summary>Where the simulator plays LINE's two hosts on this one, and the channel that it knows.</summary>
public static class SimulatorPaths
{
    /// <summary>In place of https://api.line.me/.</summary>
    public const string Api = "simulator/line/api/";

    /// <summary>In place of https://api-data.line.me/.</summary>
    public const string Data = "simulator/line/data/";

    /// <summary>The telephone page.</summary>
    public const string Telephone = "simulator";

    public const string ChannelId = "1000000000";

    /// <summary>No secret: it opens nothing but the simulator on a developer's own machine.</summary>
    public const string ChannelSecret = "00000000000000000000000000000000";

    public const string BotUserId = "U00000000000000000000000000000000";
}
