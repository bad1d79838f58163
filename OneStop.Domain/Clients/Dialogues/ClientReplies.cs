using OneStop.Domain.Channels;

namespace OneStop.Domain.Clients.Dialogues;

/// <param name="FormKey">The key of a one-time page for the telephone number.</param>
public sealed record OffersForm(string FormKey) : DialogueReply;

/// <summary>Who has booked nothing yet is asked for a number when they book a talk by telephone.</summary>
public sealed record AsksPhoneLater : DialogueReply;

/// <summary>Several consents could be withdrawn: which?</summary>
public sealed record AsksWhichConsent(IReadOnlyList<ConsentPurpose> Purposes) : DialogueReply;

/// <summary>Asked once more before consent is withdrawn.</summary>
/// <param name="Purpose">Null for all.</param>
/// <param name="Bookings">How many bookings would be cancelled.</param>
public sealed record AsksToWithdraw(ConsentPurpose? Purpose, int Bookings) : DialogueReply;

/// <summary>There is no consent that could be withdrawn.</summary>
public sealed record HasNoConsent : DialogueReply;

/// <summary>It is withdrawn, and what rested on it has ended.</summary>
public sealed record ConsentIsWithdrawn(int CancelledBookings) : DialogueReply
{
    public override Confirmation? Confirms => CancelledBookings > 0 ? new(null, Stands: false) : null;
}

/// <summary>Asked once more before records are to be deleted.</summary>
public sealed record AsksToErase : DialogueReply;

/// <summary>A person decides what the law lets go.</summary>
public sealed record ErasureIsAsked : DialogueReply;
