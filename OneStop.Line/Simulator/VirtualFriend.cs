using System.Text.Json.Nodes;

namespace OneStop.Line.Simulator;

/// <summary>A bubble of a virtual person's conversation, theirs or the bot's, as LINE's message object.</summary>
public sealed record Bubble(string Id, bool IsMine, JsonObject Message, DateTimeOffset At)
{
    /// <summary>Whether the sender has unsent it.</summary>
    public bool IsUnsent { get; init; }

    /// <summary>Whether it arrived without a sound.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>A virtual person with a telephone, played by the user of the telephone page or by a test.</summary>
public sealed class VirtualFriend(string userId, string name)
{
    public string UserId => userId;

    /// <summary>Shown on the telephone only; the service never gets it.</summary>
    public string Name => name;

    public bool IsFriend { get; internal set; }
    public bool HasBlocked { get; internal set; }

    /// <summary>The number of messages accepted while the account was blocked, and never delivered.</summary>
    public int Lost { get; internal set; }

    /// <summary>Until when the conversation shows the loading animation.</summary>
    public DateTimeOffset? LoadingUntil { get; internal set; }

    /// <summary>Restores the state before a restart of the simulator.</summary>
    public void Restore(bool isFriend, bool hasBlocked) => (IsFriend, HasBlocked) = (isFriend, hasBlocked);

    internal List<Bubble> Bubbles { get; } = [];
}
