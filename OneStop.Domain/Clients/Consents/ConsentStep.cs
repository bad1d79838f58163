using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;

namespace OneStop.Domain.Clients.Consents;

/// <summary>The answer to a card that asks for one consent.</summary>
/// <param name="Purpose">The code of the purpose.</param>
/// <param name="Edition">The edition of the wording on the card: an outdated card gives no consent to other words.</param>
public sealed record AnswersConsent(bool Agrees, string Purpose, string Edition) : DialogueStep
{
    /// <summary>The prefix of the data of these buttons.</summary>
    public const string Prefix = "consent/";

    /// <inheritdoc/>
    public override string Data => $"{Prefix}{(Agrees ? "yes" : "no")}/{Purpose}/{Edition}";

    /// <summary>Parses what follows the prefix; null if it is no step.</summary>
    public static DialogueStep? Read(string words) =>
        words.Split('/') is ["yes" or "no", { Length: > 0 } purpose, { Length: > 0 } edition] ? new AnswersConsent(words[0] == 'y', purpose, edition) : null;
}

/// <summary>The consent is recorded.</summary>
public sealed record ConsentIsGiven(ConsentPurpose Purpose) : DialogueReply;

/// <summary>今はいいえ: nothing changes.</summary>
public sealed record ConsentIsLeft : DialogueReply;

/// <summary>The card that asks for one consent.</summary>
public static class ConsentCards
{
    /// <summary>The card with the whole wording and two buttons. Its notification does not name the subject.</summary>
    public static CardContent Asking(ConsentPurpose purpose) => new("お知らせがあります", $"{purpose.InJapanese}について", purpose.Text,
        [Step("はい", new(true, purpose.Code, purpose.Wording)), Step("今はいいえ", new(false, purpose.Code, purpose.Wording))]);

    private static Choice Step(string label, AnswersConsent step) => new(label, Says: label, Data: step.Data);
}

/// <summary>The dialogue of cards that ask for one consent.</summary>
internal sealed class ConsentDialogue(IEnumerable<ConsentPurpose> purposes) : IDialogue
{
    /// <inheritdoc/>
    public string Prefix => AnswersConsent.Prefix;

    /// <inheritdoc/>
    public DialogueStep? Read(string words) => AnswersConsent.Read(words);

    /// <summary>Nothing: the step itself is the answer.</summary>
    public DialogueNeeds NeedsOf(DialogueStep step, Client? client) => DialogueNeeds.Nothing;

    /// <inheritdoc/>
    public async Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn)
    {
        var said = (AnswersConsent)step;
        if (await turn.Client() is not { } client || purposes.FirstOrDefault(p => p.Code == said.Purpose && p.FitsOnCard) is not { } purpose
            || purpose.Wording != said.Edition)
            return new IsOver();
        if (!said.Agrees) // an outdated button withdraws nothing without a confirmation
            return await turn.Db.Agrees(client.Id, purpose, turn.Now) ? new AsksToWithdraw(purpose, 0) : new ConsentIsLeft();
        await turn.Db.GiveOnce(purpose, client.Id, null, turn.Now);
        return new ConsentIsGiven(purpose);
    }
}
