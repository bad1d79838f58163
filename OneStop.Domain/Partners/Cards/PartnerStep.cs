using OneStop.Domain.Clients.Dialogues;

namespace OneStop.Domain.Partners.Cards;

/// <summary>A button of a card that asks before it names a partner.</summary>
public abstract record PartnerStep(Guid CardId) : DialogueStep
{
    /// <summary>The prefix of the data of these buttons.</summary>
    public const string Prefix = "partner/";

    /// <inheritdoc/>
    public sealed override string Data => $"{Prefix}{Verb}/{CardId:N}";

    protected abstract string Verb { get; }

    /// <summary>Parses what follows the prefix; null if it is no step.</summary>
    public static DialogueStep? Read(string words) =>
        words.Split('/') is [var verb, var id] && Guid.TryParseExact(id, "N", out var card) ? verb switch
        {
            "yes" => new SaysToPartnerCard(card, IsYes: true),
            "no" => new SaysToPartnerCard(card, IsYes: false),
            "here" => new ShowsPartnerHere(card),
            _ => null,
        }
        : null;
}

/// <summary>はい、見ます; 今はいいです.</summary>
public sealed record SaysToPartnerCard(Guid CardId, bool IsYes) : PartnerStep(CardId)
{
    protected override string Verb => IsYes ? "yes" : "no";
}

/// <summary>ここで見る: the client wants the card in the conversation, where it stays.</summary>
public sealed record ShowsPartnerHere(Guid CardId) : PartnerStep(CardId)
{
    protected override string Verb => "here";
}
