using OneStop.Domain.Clients;
using OneStop.Domain.Friends;
using OneStop.Domain.Hours;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Bookings;

/// <summary>What a promised booking lies outside of. It stays valid; somebody has to see to it.</summary>
public enum Outside
{
    /// <summary>It lies within everything.</summary>
    Nothing,

    /// <summary>時間外: the hours of its method, or a day that is closed now.</summary>
    Hours,

    /// <summary>勤務外: its person's shift.</summary>
    Shift,
}

/// <summary>A booking as a list shows it.</summary>
/// <param name="ConversationId">The talk in LINE, if the client has one.</param>
/// <param name="CanBeTold">They have a talk in LINE and have not blocked the account: what is sent reaches them.</param>
/// <param name="PhoneEnd">The last four digits of the telephone number, if one is known; the whole is asked of the desk, which writes down the look.</param>
/// <param name="Moves">How often it was moved.</param>
/// <param name="MovedTo">When the booking that took its place begins.</param>
/// <param name="ByStaff">Entered by a member of staff, not by the client in LINE.</param>
/// <param name="IsInvitedAgain">声かけ済.</param>
/// <param name="HasLater">After a talk to which they did not come, another one stands, was held or missed.</param>
public sealed record BookingRow(Guid Id, BookingKind Kind, ContactMethod Method, DateTimeOffset Start, DateTimeOffset End, BookingState State, DateTimeOffset? HeldUntil, Guid StaffId, string StaffName,
    Guid ClientId, int ClientNumber, string? ClientName, int? FriendNumber, string? CalledAs, Guid? ConversationId, bool CanBeTold, string? PhoneEnd, int Moves, bool IsAcknowledged, CancelReason? Reason, DateTimeOffset? MovedTo, bool ByStaff, bool IsInvitedAgain, bool HasLater) : IBookedTime
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);

    /// <summary>What it lies outside of, where it is promised and ahead.</summary>
    public Outside Outside { get; init; }

    /// <summary>Its time.</summary>
    public Slot Slot => new(Start, (int)(End - Start).TotalMinutes);

    /// <summary>What the client is called on screen.</summary>
    public string Alias => ClientName is { } name ? $"{name}（{Client.NumberOf(ClientNumber)}）"
        : FriendNumber is { } friend ? Friend.AliasOf(friend, CalledAs)
        : $"利用者 {Client.NumberOf(ClientNumber)}";

    /// <summary>It will be held, or may.</summary>
    public bool Stands => State is BookingState.Tentative or BookingState.Confirmed;

    /// <summary>They did not come not long ago, have no other talk since, are reached in LINE, and nobody has sent them a kind word yet.</summary>
    public bool CanBeInvitedAgain(DateTimeOffset now) => State == BookingState.Missed && CanBeTold && !IsInvitedAgain && !HasLater && now <= Start + Booking.InvitableFor;

    /// <summary>Its time has come: whether the client came can be noted.</summary>
    public bool HasBegun(DateTimeOffset now) => now >= Start;

    /// <summary>10月7日(水) 24:00〜25:00</summary>
    public string When => $"{ServiceDay.Of(Start)} {Times}";

    /// <summary>14:00〜15:00, 24:00〜25:00</summary>
    public string Times => $"{ServiceDay.SayTime(Start)}〜{ServiceDay.SayTime(ServiceDay.Of(Start).TimeOf(End))}";
}

/// <summary>A booking that staff entered or moved.</summary>
/// <param name="IsTold">The client is told in LINE. Not always where that was wished: they may have blocked the account meanwhile.</param>
public sealed record EnteredBooking(Guid Id, bool IsTold);
