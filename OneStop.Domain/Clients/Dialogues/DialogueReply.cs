using OneStop.Domain.Channels;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>What the service has to say to a step of a dialogue; the channel finds the words.</summary>
public abstract record DialogueReply
{
    /// <summary>What of a booking it confirms: that is said once more where nobody knows whether it arrived.</summary>
    public virtual Confirmation? Confirms => null;
}

/// <summary>An old button: what it speaks of is over.</summary>
public sealed record IsOver : DialogueReply;
