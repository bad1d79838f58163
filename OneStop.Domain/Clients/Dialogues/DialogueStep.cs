namespace OneStop.Domain.Clients.Dialogues;

/// <summary>What a button of a dialogue asks for. Its data are untrusted like typed input: everything is checked again.</summary>
public abstract record DialogueStep
{
    /// <summary>The data of the button: the dialogue's prefix and all parameters of the step.</summary>
    public abstract string Data { get; }
}
