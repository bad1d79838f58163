using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>
/// Tells the reception in LINE of the talks that run, so that the bot does not answer into them. One that nobody has ended counts for an hour: after
/// that, what staff write tells whether they are still there, and a talk that was forgotten does not silence the bot for days.
/// </summary>
internal sealed class BookedTalks : IBookedTalks
{
    /// <inheritdoc/>
    public Task<bool> RunIn(OneStopDb db, Guid conversationId, DateTimeOffset now)
    {
        var since = now - LiveTalk.Longest;
        return db.LiveTalks.AnyAsync(t => t.ConversationId == conversationId && t.EndedAt == null && t.BeganAt > since);
    }
}
