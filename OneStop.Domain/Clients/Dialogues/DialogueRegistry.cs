namespace OneStop.Domain.Clients.Dialogues;

/// <summary>All dialogues, by the prefix of their buttons.</summary>
public sealed class DialogueRegistry(IEnumerable<IDialogue> all)
{
    /// <summary>The most characters of LINE's postback data.</summary>
    public const int LongestData = 300;

    /// <summary>Parses the data of a postback; null if no dialogue knows it, because the card is outdated or the button forged.</summary>
    public DialogueStep? Read(string data) => data.Length <= LongestData && Find(data) is { } dialogue ? dialogue.Read(data[dialogue.Prefix.Length..]) : null;

    /// <summary>Returns the dialogue of a step.</summary>
    public IDialogue Of(DialogueStep step) => Find(step.Data) ?? throw new InvalidOperationException($"No dialogue has {step.GetType().Name}.");

    private IDialogue? Find(string data) => all.FirstOrDefault(d => data.StartsWith(d.Prefix, StringComparison.Ordinal));
}
