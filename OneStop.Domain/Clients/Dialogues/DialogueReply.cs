using OneStop.Domain.Channels;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>The service's reply to a step of a dialogue, without words: the channel adds them.</summary>
public abstract record DialogueReply
{
    /// <summary>The booking that the reply confirms; null if none. A confirmation is repeated if its delivery is unknown.</summary>
    public virtual Confirmation? Confirms => null;
}

/// <summary>The button is outdated: what it refers to is over.</summary>
public sealed record IsOver : DialogueReply;
