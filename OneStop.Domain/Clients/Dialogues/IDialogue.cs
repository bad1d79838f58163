namespace OneStop.Domain.Clients.Dialogues;

/// <summary>
/// A dialogue in buttons on one subject. It lies with its feature and is registered by convention. It gets a step only after the gate has asked for
/// everything that the step needs.
/// </summary>
public interface IDialogue
{
    /// <summary>The prefix of the data of its buttons, such as <c>book/</c>. No other dialogue has a prefix that begins with it.</summary>
    string Prefix { get; }

    /// <summary>Parses the data behind the prefix; null if it is no step of this dialogue.</summary>
    DialogueStep? Read(string words);

    /// <summary>Returns what has to be settled before a step.</summary>
    /// <param name="client">The client who pressed; null if the friend is no client yet.</param>
    DialogueNeeds NeedsOf(DialogueStep step, Client? client);

    /// <summary>Does what a step asks for, within the save of its turn.</summary>
    /// <exception cref="RuleException">The step breaks a rule. The client gets the reply for an outdated button, and none of its changes are
    /// saved.</exception>
    Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn);
}

/// <summary>What has to be settled before a step of a dialogue; the gate asks for what is missing.</summary>
/// <param name="Eligibility">対象者の確認 must be answered; any answer will do, since nobody is refused.</param>
/// <param name="Consents">The purposes to which the client must have consented, in the order in which they are asked.</param>
public sealed record DialogueNeeds(bool Eligibility, params IReadOnlyList<ConsentPurpose> Consents)
{
    /// <summary>The step needs nothing.</summary>
    public static DialogueNeeds Nothing { get; } = new(false);
}
