namespace OneStop.Line.Simulator;

/// <summary>The paths at which the simulator plays LINE's two hosts, and its channel.</summary>
public static class SimulatorPaths
{
    /// <summary>Replaces https://api.line.me/.</summary>
    public const string Api = "simulator/line/api/";

    /// <summary>Replaces https://api-data.line.me/.</summary>
    public const string Data = "simulator/line/data/";

    /// <summary>The telephone page.</summary>
    public const string Telephone = "simulator";

    public const string ChannelId = "1000000000";

    /// <summary>Not secret: it gives access only to the simulator on a developer's machine.</summary>
    public const string ChannelSecret = "00000000000000000000000000000000";

    public const string BotUserId = "U00000000000000000000000000000000";
}
