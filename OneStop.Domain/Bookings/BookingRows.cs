using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Clients;
using OneStop.Domain.Friends;
using OneStop.Domain.Hours;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Bookings;

/// <summary>What a coming booking lies outside of, after hours or shifts have changed. The booking stays valid; somebody has to deal with it.</summary>
public enum Outside
{
    /// <summary>Within the service hours and the shift.</summary>
    Nothing,

    /// <summary>時間外: outside the hours of its method, or on a day that is closed now.</summary>
    Hours,

    /// <summary>勤務外: outside its person's shift.</summary>
    Shift,
}

/// <summary>A booking as a row of a list.</summary>
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

    /// <summary>The client's conversation in LINE; null if there is none.</summary>
    public required Guid? ConversationId { get; init; }

    /// <summary>Whether a notice reaches the client: they have a conversation in LINE and have not blocked the account.</summary>
    public required bool CanBeTold { get; init; }

    /// <summary>
    /// The last four digits of the telephone number; null if none is known. The whole number is read through the desk, which records the look.
    /// </summary>
    public required string? PhoneEnd { get; init; }

    /// <summary>Why staff booked it outside the person's shift or beside another booking; null if it is neither.</summary>
    public required string? BeyondReason { get; init; }

    /// <summary>How often the booking was moved.</summary>
    public required int Moves { get; init; }

    public required bool IsAcknowledged { get; init; }
    public required CancelReason? Reason { get; init; }

    /// <summary>The start of the booking that took its place; null if it was not moved.</summary>
    public required DateTimeOffset? MovedTo { get; init; }

    /// <summary>Whether a member of staff entered the booking, not the client in LINE.</summary>
    public required bool ByStaff { get; init; }

    /// <summary>声かけ済.</summary>
    public required bool IsInvitedAgain { get; init; }

    /// <summary>Whether the client, who did not come to this one, has or had a later booking that was not cancelled.</summary>
    public required bool HasLater { get; init; }

    /// <summary>How often we called at the time of a booking by telephone: evidence that it was not we who missed it.</summary>
    public required int Calls { get; init; }

    /// <summary>通話中: whether a talk by telephone about it runs.</summary>
    public bool IsOnThePhone { get; init; }

    /// <summary>When its リアルタイム相談 was begun and ended; null if it was not.</summary>
    public DateTimeOffset? TalkBeganAt { get; init; }

    public DateTimeOffset? TalkEndedAt { get; init; }

    /// <summary>遅れます: how many minutes later we come, as announced; null if nothing was.</summary>
    public int? LateMinutes { get; init; }

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);

    /// <summary>What the booking lies outside of; <see cref="Outside.Nothing"/> unless it stands and is in the future.</summary>
    public Outside Outside { get; init; }

    /// <summary>The time of the talk.</summary>
    public Slot Slot => new(Start, (int)(End - Start).TotalMinutes);

    /// <summary>The name of the client on screen.</summary>
    public string Alias => ClientName is { } name ? $"{name}（{Client.NumberOf(ClientNumber)}）"
        : FriendNumber is { } friend ? Friend.AliasOf(friend, CalledAs)
        : $"利用者 {Client.NumberOf(ClientNumber)}";

    /// <summary>The name alone, where there is little room; the alias if there is none.</summary>
    public string Called => ClientName ?? Alias;

    /// <summary>Whether the booking is tentative or confirmed.</summary>
    public bool Stands => State is BookingState.Tentative or BookingState.Confirmed;

    /// <summary>Whether staff can choose another time, person or method: no client is choosing it just now, and its talk does not run.</summary>
    public bool MayMove => Stands && HeldUntil is null && !IsTalking;

    /// <summary>
    /// Whether 声かけ can be sent: the client recently did not come, has no later booking, can be reached in LINE, and has not had it yet.
    /// </summary>
    public bool CanBeInvitedAgain(DateTimeOffset now) =>
        State == BookingState.Missed && CanBeTold && !IsInvitedAgain && !HasLater && now <= Start + Booking.InvitableFor;

    /// <summary>相談中: whether its リアルタイム相談 runs.</summary>
    public bool IsTalking => TalkBeganAt is not null && TalkEndedAt is null;

    /// <summary>Whether its hour has come: from a quarter of an hour before the start until the end.</summary>
    public bool IsNear(DateTimeOffset now) => State == BookingState.Confirmed && now >= Start - LiveTalk.EarlyBy && now < End;

    /// <summary>Whether the start has come, so that 来談 or 無断 can be recorded.</summary>
    public bool HasBegun(DateTimeOffset now) => now >= Start;

    /// <summary>Whether calls can be recorded: a telephone booking, from an hour before its start until the end of its day.</summary>
    public bool TakesCalls(DateTimeOffset now) => CallTry.IsTakenBy(Method, State, Start, now);

    /// <summary>10月7日(水) 24:00〜25:00</summary>
    public string When => $"{ServiceDay.Of(Start)} {Times}";

    /// <summary>14:00〜15:00, 24:00〜25:00</summary>
    public string Times => $"{ServiceDay.SayTime(Start)}〜{ServiceDay.SayTime(ServiceDay.Of(Start).TimeOf(End))}";
}

/// <summary>A booking that staff entered or moved.</summary>
/// <param name="IsTold">Whether the client is notified in LINE. False even though staff wished it if the client cannot be reached any more.</param>
public sealed record EnteredBooking(Guid Id, bool IsTold);
