using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>予約のボタン: registers the booking dialogue with the gate.</summary>
internal sealed class BookingButtons : IDialogue
{
    private static readonly DialogueNeeds BeforeBooking = new(true, ConsentPurpose.Consultation);

    /// <inheritdoc/>
    public string Prefix => BookingStep.Prefix;

    /// <inheritdoc/>
    public DialogueStep? Read(string words) => BookingStep.Read(words);

    /// <summary>Asks for eligibility and consent before a new booking or a wait, and for nothing when the client moves or cancels a booking.</summary>
    public DialogueNeeds NeedsOf(DialogueStep step, Client? client) => step
        is Chooses { Wish.Moves: null } or Confirms { Wish.Moves: null } or LooksAtFull { Wish.Moves: null } or WantsToWait or TakesOffer or WantsNow
        ? BeforeBooking : DialogueNeeds.Nothing;

    /// <inheritdoc/>
    public Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn) => new BookingDialogue(turn).Answer((BookingStep)step);
}
