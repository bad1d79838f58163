using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>予約のボタン: the booking dialogue, as the gate knows it.</summary>
internal sealed class BookingButtons : IDialogue
{
    private static readonly DialogueNeeds BeforeBooking = new(true, ConsentPurpose.Consultation);

    /// <inheritdoc/>
    public string Prefix => BookingStep.Prefix;

    /// <inheritdoc/>
    public DialogueStep? Read(string words) => BookingStep.Read(words);

    /// <summary>Who moves or cancels what they have is asked nothing.</summary>
    public DialogueNeeds NeedsOf(DialogueStep step, Client? client) => step
        is Chooses { Wish.Moves: null } or Confirms { Wish.Moves: null } or LooksAtFull { Wish.Moves: null } or WantsToWait or TakesOffer or WantsNow
        ? BeforeBooking : DialogueNeeds.Nothing;

    /// <inheritdoc/>
    public Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn) => new BookingDialogue(turn).Answer((BookingStep)step);
}
