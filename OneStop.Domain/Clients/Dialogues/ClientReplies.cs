using OneStop.Domain.Channels;

namespace OneStop.Domain.Clients.Dialogues;

/// <param name="FormKey">The key of a one-time page for the telephone number.</param>
public sealed record OffersForm(string FormKey) : DialogueReply;

/// <summary>The person has booked nothing yet, and is told that the number is asked for with a booking by telephone.</summary>
public sealed record AsksPhoneLater : DialogueReply;

/// <summary>Asks which of several consents is to be withdrawn.</summary>
public sealed record AsksWhichConsent(IReadOnlyList<ConsentPurpose> Purposes) : DialogueReply;

/// <summary>Asks for confirmation before a consent is withdrawn.</summary>
/// <param name="Purpose">Null for all.</param>
/// <param name="Bookings">The number of bookings that would be cancelled.</param>
public sealed record AsksToWithdraw(ConsentPurpose? Purpose, int Bookings) : DialogueReply;

/// <summary>There is no consent that could be withdrawn.</summary>
public sealed record HasNoConsent : DialogueReply;

/// <summary>The consent is withdrawn, and what rested on it has ended.</summary>
public sealed record ConsentIsWithdrawn(int CancelledBookings) : DialogueReply
{
    public override Confirmation? Confirms => CancelledBookings > 0 ? new(null, Stands: false) : null;
}

/// <summary>Asks for confirmation before deletion is requested.</summary>
public sealed record AsksToErase : DialogueReply;

/// <summary>The request is passed to staff, who decide what the law allows.</summary>
public sealed record ErasureIsAsked : DialogueReply;
