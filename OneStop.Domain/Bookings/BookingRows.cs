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
public sealed record BookingRow : IBookedTime
{
    public required Guid Id { get; init; }
    public required BookingKind Kind { get; init; }
    public required ContactMethod Method { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }
    public required BookingState State { get; init; }
    public required DateTimeOffset? HeldUntil { get; init; }
    public required Guid StaffId { get; init; }
    public required string StaffName { get; init; }
    public required Guid ClientId { get; init; }
    public required int ClientNumber { get; init; }
    public required string? ClientName { get; init; }
    public required int? FriendNumber { get; init; }
    public required string? CalledAs { get; init; }

    /// <summary>The talk in LINE, if the client has one.</summary>
    public required Guid? ConversationId { get; init; }

    /// <summary>They have a talk in LINE and have not blocked the account: what is sent reaches them.</summary>
    public required bool CanBeTold { get; init; }

    /// <summary>The last four digits of the telephone number, if one is known; the whole is asked of the desk, which writes down the look.</summary>
    public required string? PhoneEnd { get; init; }

    /// <summary>How often it was moved.</summary>
    public required int Moves { get; init; }

    public required bool IsAcknowledged { get; init; }
    public required CancelReason? Reason { get; init; }

    /// <summary>When the booking that took its place begins.</summary>
    public required DateTimeOffset? MovedTo { get; init; }

    /// <summary>Entered by a member of staff, not by the client in LINE.</summary>
    public required bool ByStaff { get; init; }

    /// <summary>声かけ済.</summary>
    public required bool IsInvitedAgain { get; init; }

    /// <summary>After a talk to which they did not come, another one stands, was held or missed.</summary>
    public required bool HasLater { get; init; }

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
    public bool CanBeInvitedAgain(DateTimeOffset now) =>
        State == BookingState.Missed && CanBeTold && !IsInvitedAgain && !HasLater && now <= Start + Booking.InvitableFor;

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
