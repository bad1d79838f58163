using OneStop.Domain.Clients;
using OneStop.Domain.Friends;
using OneStop.Domain.Search;

namespace OneStop.Domain.Bookings;

/// <summary>A booking as a list shows it.</summary>
/// <param name="ConversationId">The talk in LINE, if the client has one.</param>
/// <param name="Moves">How often it was moved.</param>
/// <param name="ByStaff">Entered by a member of staff, not by the client in LINE.</param>
public sealed record BookingRow(Guid Id, BookingKind Kind, ContactMethod Method, DateTimeOffset Start, DateTimeOffset End, BookingState State, DateTimeOffset? HeldUntil, Guid StaffId, string StaffName,
    Guid ClientId, int ClientNumber, string? ClientName, int? FriendNumber, string? CalledAs, Guid? ConversationId, string? Phone, int Moves, bool IsAcknowledged, CancelReason? Reason, bool ByStaff)
{
    /// <summary>Its time.</summary>
    public Slot Slot => new(Start, (int)(End - Start).TotalMinutes);

    /// <summary>What the client is called on screen.</summary>
    public string Alias => ClientName is { } name ? $"{name}（{Client.NumberOf(ClientNumber)}）"
        : FriendNumber is { } friend ? Friend.AliasOf(friend, CalledAs)
        : $"利用者 {Client.NumberOf(ClientNumber)}";

    /// <summary>Is it this person that somebody looks for, by a number or a part of the name?</summary>
    public bool IsMeantBy(string words) => new FoldedText(words).Text is { Length: > 0 } sought
        && new FoldedText($"{Alias} {Client.NumberOf(ClientNumber)} {(FriendNumber is { } friend ? Friend.NumberOf(friend) : "")} {StaffName}").Text.Contains(sought, StringComparison.Ordinal);

    /// <summary>14:00〜15:00, 24:00〜25:00</summary>
    public string Times => $"{ServiceDay.SayTime(Start)}〜{ServiceDay.SayTime(ServiceDay.Of(Start).TimeOf(End))}";
}
