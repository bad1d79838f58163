using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations;

/// <summary>Knows whether a booked talk runs in a conversation. Bookings know it, a later feature.</summary>
public interface IBookedTalks
{
    /// <summary>Whether a booked talk runs in the conversation, within the time that it may last.</summary>
    Task<bool> RunIn(OneStopDb db, Guid conversationId, DateTimeOffset now);
}
