using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Partners.Cards;

/// <summary>Asks how the client wants to see the partner: on a page, or in the conversation.</summary>
/// <param name="PageKey">A placeholder for the key of the page's address.</param>
public sealed record AsksWhereToSee(Guid CardId, string PageKey) : DialogueReply;

/// <summary>The card that names the partner.</summary>
public sealed record ShowsPartner(CardContent Card) : DialogueReply;

/// <summary>The client does not want to see it now.</summary>
public sealed record PartnerIsLeft : DialogueReply;

/// <summary>The card is too old, or the partner is no longer on offer.</summary>
public sealed record PartnerIsGone : DialogueReply;

/// <summary>The dialogue of a card that asks before it names a partner.</summary>
internal sealed class PartnerDialogue : IDialogue
{
    /// <inheritdoc/>
    public string Prefix => PartnerStep.Prefix;

    /// <inheritdoc/>
    public DialogueStep? Read(string words) => PartnerStep.Read(words);

    /// <summary>Nothing: whoever needs help is told where to find it, whatever else is open.</summary>
    public DialogueNeeds NeedsOf(DialogueStep step, Client? client) => DialogueNeeds.Nothing;

    /// <inheritdoc/>
    public async Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn)
    {
        var id = ((PartnerStep)step).CardId;
        var card = await turn.Db.PartnerCards.SingleOrDefaultAsync(c => c.Id == id && c.ConversationId == turn.Conversation.Id);
        if (card?.IsAnswerable(turn.Now) != true)
            return new PartnerIsGone();
        var partner = await turn.Db.Partners.SingleAsync(p => p.Id == card.PartnerId);
        if (step is SaysToPartnerCard { IsYes: false })
        {
            card.Reply(false, turn.Now);
            return new PartnerIsLeft();
        }
        if (partner.Closing is not null)
            return new PartnerIsGone();
        card.Reply(true, turn.Now);
        return step is ShowsPartnerHere ? new ShowsPartner(PartnerCardWords.Of(partner)) : new AsksWhereToSee(card.Id, LinkKeys.PlaceFor(card.Id));
    }
}
