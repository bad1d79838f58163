using System.Text.Json.Nodes;

namespace OneStop.Line.Simulator;

/// <summary>A bubble of a virtual person's talk: theirs or the bot's, as LINE's message object.</summary>
public sealed record Bubble(string Id, bool IsMine, JsonObject Message, DateTimeOffset At)
{
    /// <summary>The sender took it back.</summary>
    public bool IsUnsent { get; init; }

    /// <summary>It came without a sound.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>A person with a telephone, played by whoever opens the telephone page or by a test.</summary>
public sealed class VirtualFriend(string userId, string name)
{
    public string UserId => userId;

    /// <summary>Only the telephone shows it; the service never learns it.</summary>
    public string Name => name;

    public bool IsFriend { get; internal set; }
    public bool HasBlocked { get; internal set; }

    /// <summary>Received while the account was blocked: accepted by LINE, never delivered.</summary>
    public int Lost { get; internal set; }

    /// <summary>Until when the talk shows that somebody is writing.</summary>
    public DateTimeOffset? LoadingUntil { get; internal set; }

    /// <summary>As it was before the simulator stopped.</summary>
    public void Restore(bool isFriend, bool hasBlocked) => (IsFriend, HasBlocked) = (isFriend, hasBlocked);

    internal List<Bubble> Bubbles { get; } = [];
}
