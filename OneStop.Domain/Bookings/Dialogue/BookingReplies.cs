using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>A booking as its client sees it.</summary>
/// <param name="With">The family name of who holds it.</param>
/// <param name="CanChange">Early enough for the client to change it by themselves; what is only proposed can always be answered.</param>
/// <param name="LacksPhone">It is held by telephone, and the number is not known.</param>
/// <param name="IsProposal">Staff proposed it; it waits for the client's word.</param>
public sealed record BookingView(Guid Id, BookingKind Kind, ContactMethod Method, Slot Slot, string With, bool CanChange, bool IsAcknowledged,
    bool LacksPhone, bool IsProposal);

/// <param name="OffersNow">今すぐ相談 is switched on, and talks are held now.</param>
public sealed record AsksMethod(BookingWish Wish, IReadOnlyList<ContactMethod> Methods, bool OffersNow = false) : DialogueReply;

/// <param name="Later">From how many days on there is more; null if there is none.</param>
/// <param name="Full">Of the days shown, those on whose list one can be.</param>
/// <param name="OffersNow">As for <see cref="AsksMethod"/>.</param>
public sealed record AsksDay(BookingWish Wish, IReadOnlyList<(ServiceDay Day, int Count)> Days, int? Later, IReadOnlyList<ServiceDay> Full,
    bool OffersNow = false) : DialogueReply;

/// <summary>The days of the same weeks that are full, to wait for room on one of them.</summary>
public sealed record AsksFullDay(BookingWish Wish, IReadOnlyList<ServiceDay> Days) : DialogueReply;

public sealed record AsksTime(BookingWish Wish, IReadOnlyList<TimeSpan> Times) : DialogueReply;

/// <summary>No room in the weeks shown, or on the day chosen; where a time was chosen, it was the last.</summary>
public sealed record IsFull(BookingWish Wish) : DialogueReply;

/// <summary>On the day chosen nothing can be booked, and nothing will be: nobody is let wait for it.</summary>
public sealed record HasNothing(BookingWish Wish, WhyNothing Why) : DialogueReply;

/// <summary>Why nothing can be booked on a day, whoever may cancel.</summary>
public enum WhyNothing
{
    /// <summary>It is past, or what is left of it is too near.</summary>
    Over,

    /// <summary>年末年始 or 休業: nothing is held, or not in this way.</summary>
    Closed,

    /// <summary>Its bookings are not taken yet.</summary>
    TooFar,
}

/// <summary>Somebody was quicker, or it is too soon now.</summary>
/// <param name="Near">The nearest free times of the same day; never none: then the day is full, or nothing is to be had on it.</param>
public sealed record IsGone(BookingWish Wish, IReadOnlyList<TimeSpan> Near) : DialogueReply;

/// <param name="HeldId">What is held meanwhile; for a move the booking that moves, which stays until then.</param>
/// <param name="HeldFor">How long it is held; null for a move.</param>
/// <param name="Methods">Which can be had; another than the one chosen can be taken here.</param>
public sealed record AsksToConfirm(BookingWish Wish, Guid HeldId, Slot Slot, TimeSpan? HeldFor, IReadOnlyList<ContactMethod> Methods) : DialogueReply;

/// <param name="IsMoved">It took the place of another.</param>
/// <param name="FormKey">The key of a one-time page on which to leave a telephone number, or what they wish to be called, where it is not known.</param>
public sealed record IsBooked(BookingView Booking, bool IsMoved, string? FormKey = null) : DialogueReply
{
    public override Confirmation? Confirms => new(Booking.Id, Stands: true);
}

/// <summary>Pressed twice, or on two telephones: it is booked already.</summary>
/// <param name="IsMoved">It took the place of another.</param>
public sealed record WasBooked(BookingView Booking, bool IsMoved = false) : DialogueReply
{
    public override Confirmation? Confirms => new(Booking.Id, Stands: true);
}

/// <summary>Just this was proposed to them and waits for their word.</summary>
public sealed record IsProposed(BookingView Booking) : DialogueReply;

/// <summary>At this time the client already has another.</summary>
public sealed record HasAnother(BookingView Booking, BookingWish Wish) : DialogueReply;

/// <summary>More are not taken at once.</summary>
public sealed record HasEnough(IReadOnlyList<BookingView> Bookings) : DialogueReply;

public sealed record ShowsMine(IReadOnlyList<BookingView> Bookings, IReadOnlyList<WaitingView> Waiting) : DialogueReply;

/// <summary>A day on whose list the client is.</summary>
public sealed record WaitingView(Guid Id, BookingKind Kind, ContactMethod Method, ServiceDay Day);

public sealed record AsksToCancel(BookingView Booking) : DialogueReply;

public sealed record IsCancelled(BookingView Booking) : DialogueReply
{
    public override Confirmation? Confirms => new(Booking.Id, Stands: false);
}

public sealed record IsExplained : DialogueReply;

/// <summary>Too near to its start for the client to change it by themselves: a person does.</summary>
public sealed record IsTooLate(BookingView Booking, int LimitMinutes) : DialogueReply;

/// <summary>Staff know that they do not come, or want another time, and see to it.</summary>
/// <param name="Booking">Null where none is coming that the service knows of.</param>
public sealed record IsPassedOn(BookingView? Booking, bool WantsOtherTime) : DialogueReply;

/// <summary>An old button: what it speaks of was moved.</summary>
/// <param name="Booking">What holds now.</param>
public sealed record IsReplaced(BookingView Booking) : DialogueReply;

public sealed record IsAcknowledged(BookingView Booking) : DialogueReply;

/// <summary>空いたら知らせる: on the list.</summary>
public sealed record IsWaiting(WaitingView Waiting) : DialogueReply;

/// <summary>For more days one cannot wait at once.</summary>
public sealed record WaitsForEnough(IReadOnlyList<WaitingView> Waiting) : DialogueReply;

public sealed record WaitsNoMore(WaitingView Waiting) : DialogueReply;

/// <summary>今すぐ相談 cannot be had.</summary>
/// <param name="OpensAt">Where talks are not held now: when they are again, if that is known.</param>
public sealed record NotNow(WhyNotNow Why, DateTimeOffset? OpensAt = null) : DialogueReply;

/// <summary>Why nobody can be talked to at once.</summary>
public enum WhyNotNow
{
    /// <summary>The office does not offer it.</summary>
    SwitchedOff,

    /// <summary>No talk that began now would lie within the hours.</summary>
    Closed,

    /// <summary>Everybody is in a talk, or nobody is on shift.</summary>
    Busy,
}
