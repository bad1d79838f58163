namespace OneStop.Domain.Clients.Dialogues;

/// <summary>All dialogues, found by the prefix of their buttons.</summary>
public sealed class DialogueRegistry(IEnumerable<IDialogue> all)
{
    /// <summary>LINE posts back no more than this.</summary>
    public const int LongestData = 300;

    /// <summary>Reads what was posted back; null where no dialogue knows it: a card of before, or a button that was made up.</summary>
    public DialogueStep? Read(string data) => data.Length <= LongestData && Find(data) is { } dialogue ? dialogue.Read(data[dialogue.Prefix.Length..]) : null;

    /// <summary>The dialogue of a step.</summary>
    public IDialogue Of(DialogueStep step) => Find(step.Data) ?? throw new InvalidOperationException($"No dialogue has {step.GetType().Name}.");

    private IDialogue? Find(string data) => all.FirstOrDefault(d => data.StartsWith(d.Prefix, StringComparison.Ordinal));
}
