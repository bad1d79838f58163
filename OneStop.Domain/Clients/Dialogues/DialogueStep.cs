namespace OneStop.Domain.Clients.Dialogues;

/// <summary>What a button of a dialogue asks for. What comes back is no more trusted than what somebody types: everything is looked at anew.</summary>
public abstract record DialogueStep
{
    /// <summary>What the button posts back: the dialogue's prefix, and all that the step has to know.</summary>
    public abstract string Data { get; }
}
