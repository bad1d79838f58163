using OneStop.Domain.Channels;
using OneStop.Domain.Clients;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>What the service has to say to a step of the dialogue; the channel finds the words.</summary>
public abstract record DialogueReply
{
    /// <summary>What of a booking it confirms: that is said once more where nobody knows whether it arrived.</summary>
    public virtual Confirmation? Confirms => null;
}

/// <summary>A booking as its client sees it.</summary>
/// <param name="With">The family name of who holds it.</param>
/// <param name="CanChange">Early enough for the client to change it by themselves; what is only proposed can always be answered.</param>
/// <param name="LacksPhone">It is held by telephone, and the number is not known.</param>
/// <param name="IsProposal">Staff proposed it; it waits for the client's word.</param>
public sealed record BookingView(Guid Id, BookingKind Kind, ContactMethod Method, Slot Slot, string With, bool CanChange, bool IsAcknowledged, bool LacksPhone, bool IsProposal);

/// <summary>対象者の確認: once, before the first booking.</summary>
public sealed record AsksEligibility(BookingWish Wish) : DialogueReply;

/// <summary>対象者の確認 and 個人情報の取り扱い together, before the first booking, where the City approved it.</summary>
public sealed record AsksOnOneCard(BookingWish Wish) : DialogueReply;

/// <summary>An old card would change an answer that stands: asked once more first.</summary>
public sealed record AsksToChangeAnswer(Eligibility Answer, BookingWish Wish) : DialogueReply;

/// <summary>個人情報の取り扱い: before the first booking, and again when its wording changed or consent was withdrawn.</summary>
/// <param name="Wish">What they wish to book; null on the way to the page for a telephone number.</param>
public sealed record AsksConsent(BookingWish? Wish) : DialogueReply;

/// <summary>A person takes over, with a way on all the same: nobody is refused.</summary>
public sealed record LedToPerson(Eligibility Answer, BookingWish Wish) : DialogueReply;

/// <summary>Without consent nothing is kept, so nothing can be booked; a person can still be asked.</summary>
/// <param name="Wish">As for <see cref="AsksConsent"/>.</param>
public sealed record NoConsent(BookingWish? Wish) : DialogueReply;

/// <param name="OffersNow">今すぐ相談 is switched on, and talks are held now.</param>
public sealed record AsksMethod(BookingWish Wish, IReadOnlyList<ContactMethod> Methods, bool OffersNow = false) : DialogueReply;

/// <param name="Later">From how many days on there is more; null if there is none.</param>
/// <param name="Full">Of the days shown, those on whose list one can be.</param>
/// <param name="OffersNow">As for <see cref="AsksMethod"/>.</param>
public sealed record AsksDay(BookingWish Wish, IReadOnlyList<(ServiceDay Day, int Count)> Days, int? Later, IReadOnlyList<ServiceDay> Full, bool OffersNow = false) : DialogueReply;

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

/// <param name="FormKey">The key of a one-time page for the telephone number.</param>
public sealed record OffersForm(string FormKey) : DialogueReply;

/// <summary>Who has booked nothing yet is asked for a number when they book a talk by telephone.</summary>
public sealed record AsksPhoneLater : DialogueReply;

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

/// <summary>An old button: what it speaks of is over.</summary>
/// <param name="Instead">Where it was moved: what holds now.</param>
public sealed record IsOver(BookingView? Instead = null) : DialogueReply;

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

/// <summary>Asked once more before consent is withdrawn or records are to be deleted.</summary>
public sealed record AsksIfSure(bool ForErasure, int Bookings) : DialogueReply;

/// <summary>There is no consent that could be withdrawn.</summary>
public sealed record HasNoConsent : DialogueReply;

public sealed record ConsentIsWithdrawn(int CancelledBookings) : DialogueReply
{
    public override Confirmation? Confirms => CancelledBookings > 0 ? new(null, Stands: false) : null;
}

public sealed record ErasureIsAsked : DialogueReply;
