using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>A running talk, as the conversation shows it.</summary>
/// <param name="StaffName">The name of the member of staff who holds it.</param>
/// <param name="Until">The end of its countdown.</param>
public sealed record LiveTalkRow(Guid Id, Guid BookingId, BookingKind Kind, Guid ConversationId, Guid ClientId, string StaffName, DateTimeOffset BeganAt,
    DateTimeOffset Until) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);
}

/// <summary>The outcome of 相談を始める.</summary>
/// <param name="IsNew">False if it was running or goes on: then the client was told before, and nothing can be undone.</param>
/// <param name="HeldBy">The name of the member of staff who holds the talk.</param>
/// <param name="IsMine">Whether the one who pressed holds it.</param>
/// <param name="TakenFrom">The name of the one from whom the booking was taken over; null if from nobody.</param>
public sealed record BegunTalk(Guid Id, bool IsNew, string HeldBy, bool IsMine, string? TakenFrom);
