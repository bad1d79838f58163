namespace OneStop.Domain.Clients.Dialogues;

/// <summary>
/// A dialogue in buttons: one subject about which a client and the service talk by pressing. It lies with its feature, is registered by
/// convention, and meets a step only after the gate has asked for what the step needs.
/// </summary>
public interface IDialogue
{
    /// <summary>With what each of its buttons begins, such as <c>book/</c>. No other dialogue's begins with it.</summary>
    string Prefix { get; }

    /// <summary>Reads what a button carries behind the prefix; null where it is none of this dialogue's.</summary>
    DialogueStep? Read(string words);

    /// <summary>What has to be settled before a step.</summary>
    /// <param name="client">Who pressed; null of whom nothing is known yet.</param>
    DialogueNeeds NeedsOf(DialogueStep step, Client? client);

    /// <summary>Does what a step asks for, within the save of its turn.</summary>
    /// <exception cref="RuleException">It breaks a rule: it is answered like an old button, and nothing of it is kept.</exception>
    Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn);
}

/// <summary>What has to be settled before a step of a dialogue; the gate asks for what is missing.</summary>
/// <param name="Eligibility">対象者の確認 was answered, with whatever answer: nobody is refused.</param>
/// <param name="Consents">The purposes to which the client agrees, in the order in which they are asked.</param>
public sealed record DialogueNeeds(bool Eligibility, params IReadOnlyList<ConsentPurpose> Consents)
{
    /// <summary>The step can be taken by whoever presses.</summary>
    public static DialogueNeeds Nothing { get; } = new(false);
}
