using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>A booking as shown to its client.</summary>
/// <param name="With">The family name of the member of staff who holds it.</param>
/// <param name="CanChange">Whether the client can still change it without staff; a proposal can always be answered.</param>
/// <param name="LacksPhone">Whether the talk is by telephone and the number is not known.</param>
/// <param name="IsProposal">Whether staff proposed it and the client has not answered.</param>
public sealed record BookingView(Guid Id, BookingKind Kind, ContactMethod Method, Slot Slot, string With, bool CanChange, bool IsAcknowledged,
    bool LacksPhone, bool IsProposal);

/// <param name="OffersNow">Whether 今すぐ相談 is switched on and talks are held now.</param>
public sealed record AsksMethod(BookingWish Wish, IReadOnlyList<ContactMethod> Methods, bool OffersNow = false) : DialogueReply;

/// <summary>The kind is offered by no method at present: a person helps.</summary>
public sealed record HasNoMethod(BookingWish Wish) : DialogueReply;

/// <param name="Later">How many days from today the next days to show begin; null if these are the last.</param>
/// <param name="Full">The full days among those shown, for which the client can wait.</param>
/// <param name="OffersNow">As for <see cref="AsksMethod"/>.</param>
public sealed record AsksDay(BookingWish Wish, IReadOnlyList<(ServiceDay Day, int Count)> Days, int? Later, IReadOnlyList<ServiceDay> Full,
    bool OffersNow = false) : DialogueReply;

/// <summary>Asks for one of the full days among those shown, to wait for a free time on it.</summary>
public sealed record AsksFullDay(BookingWish Wish, IReadOnlyList<ServiceDay> Days) : DialogueReply;

public sealed record AsksTime(BookingWish Wish, IReadOnlyList<TimeSpan> Times) : DialogueReply;

/// <summary>There is no free time in the weeks shown or on the chosen day.</summary>
public sealed record IsFull(BookingWish Wish) : DialogueReply;

/// <summary>Nothing can be booked on the chosen day, and cancellations will not change that: the client is not offered to wait.</summary>
public sealed record HasNothing(BookingWish Wish, WhyNothing Why) : DialogueReply;

/// <summary>Why nothing can be booked on a day, even if others cancel.</summary>
public enum WhyNothing
{
    /// <summary>The day is past, or the rest of it is within the minimum notice.</summary>
    Over,

    /// <summary>年末年始 or 休業: no talks on this day, or none by this method.</summary>
    Closed,

    /// <summary>The day is beyond the horizon.</summary>
    TooFar,
}

/// <summary>The chosen time was taken by somebody else, or is within the minimum notice by now.</summary>
/// <param name="Near">The nearest free times of the same day; never empty (then the reply is <see cref="IsFull"/> or <see
/// cref="HasNothing"/>).</param>
public sealed record IsGone(BookingWish Wish, IReadOnlyList<TimeSpan> Near) : DialogueReply;

/// <param name="HeldId">The hold; for a move, the booking to be moved, which is unchanged until the client confirms.</param>
/// <param name="HeldFor">How long the hold lasts; null for a move.</param>
/// <param name="Methods">The methods on offer: the client can still take another.</param>
public sealed record AsksToConfirm(BookingWish Wish, Guid HeldId, Slot Slot, TimeSpan? HeldFor, IReadOnlyList<ContactMethod> Methods) : DialogueReply;

/// <param name="IsMoved">Whether it took the place of another booking.</param>
/// <param name="FormKey">The key of a one-time page for the telephone number or the name to be called by; null if both are known.</param>
public sealed record IsBooked(BookingView Booking, bool IsMoved, string? FormKey = null) : DialogueReply
{
    public override Confirmation? Confirms => new(Booking.Id, Stands: true);
}

/// <summary>The button was pressed twice, or on two telephones: the time is booked already.</summary>
/// <param name="IsMoved">Whether it took the place of another booking.</param>
public sealed record WasBooked(BookingView Booking, bool IsMoved = false) : DialogueReply
{
    public override Confirmation? Confirms => new(Booking.Id, Stands: true);
}

/// <summary>Staff has proposed this same time to the client and waits for the answer.</summary>
public sealed record IsProposed(BookingView Booking) : DialogueReply;

/// <summary>The client already has another booking at this time.</summary>
public sealed record HasAnother(BookingView Booking, BookingWish Wish) : DialogueReply;

/// <summary>The client has the most coming bookings that are allowed.</summary>
public sealed record HasEnough(IReadOnlyList<BookingView> Bookings) : DialogueReply;

public sealed record ShowsMine(IReadOnlyList<BookingView> Bookings, IReadOnlyList<WaitingView> Waiting) : DialogueReply;

/// <summary>A day for which the client waits.</summary>
public sealed record WaitingView(Guid Id, BookingKind Kind, ContactMethod Method, ServiceDay Day);

public sealed record AsksToCancel(BookingView Booking) : DialogueReply;

public sealed record IsCancelled(BookingView Booking) : DialogueReply
{
    public override Confirmation? Confirms => new(Booking.Id, Stands: false);
}

public sealed record IsExplained : DialogueReply;

/// <summary>The deadline for changes by the client has passed: staff does it.</summary>
public sealed record IsTooLate(BookingView Booking, int LimitMinutes) : DialogueReply;

/// <summary>Staff has been told that the client does not come, or wants another time.</summary>
/// <param name="Booking">Null if no coming booking is known.</param>
public sealed record IsPassedOn(BookingView? Booking, bool WantsOtherTime) : DialogueReply;

/// <summary>The button is outdated: its booking was moved.</summary>
/// <param name="Booking">The booking that holds now.</param>
public sealed record IsReplaced(BookingView Booking) : DialogueReply;

public sealed record IsAcknowledged(BookingView Booking) : DialogueReply;

/// <summary>空いたら知らせる: the client is on the waiting list.</summary>
public sealed record IsWaiting(WaitingView Waiting) : DialogueReply;

/// <summary>The client waits for the most days that are allowed.</summary>
public sealed record WaitsForEnough(IReadOnlyList<WaitingView> Waiting) : DialogueReply;

public sealed record WaitsNoMore(WaitingView Waiting) : DialogueReply;

/// <summary>今すぐ相談 is not possible.</summary>
/// <param name="OpensAt">When talks begin again; null if they are held now or it is not known.</param>
public sealed record NotNow(WhyNotNow Why, DateTimeOffset? OpensAt = null) : DialogueReply;

/// <summary>Why 今すぐ相談 is not possible.</summary>
public enum WhyNotNow
{
    /// <summary>The manager has switched it off.</summary>
    SwitchedOff,

    /// <summary>A talk that began now would not lie within the service hours.</summary>
    Closed,

    /// <summary>Everybody is in a talk, or nobody has a shift.</summary>
    Busy,
}
