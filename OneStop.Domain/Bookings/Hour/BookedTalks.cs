using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>Tells the reception in LINE of the talks that run, so that the bot does not answer into them.</summary>
internal sealed class BookedTalks : IBookedTalks
{
    /// <inheritdoc/>
    public Task<bool> RunIn(OneStopDb db, Guid conversationId) => db.LiveTalks.AnyAsync(t => t.ConversationId == conversationId && t.EndedAt == null);
}
