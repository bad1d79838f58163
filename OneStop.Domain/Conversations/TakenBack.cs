using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations;

/// <summary>Removes everything readable of messages that a client unsent.</summary>
internal static class TakenBack
{
    extension(OneStopDb db)
    {
        /// <summary>Deletes the contents of a message's raw events.</summary>
        public async Task WipeEvents(string lineMessageId)
        {
            foreach (var incoming in await db.IncomingEvents.Where(e => e.MessageId == lineMessageId).ToListAsync())
                incoming.Wipe();
        }

        /// <summary>
        /// Whether a message is in the conversation before its own event arrives, because it was edited or unsent first. If it was unsent, its event
        /// is wiped too.
        /// </summary>
        public async Task<bool> IsKnown(Guid conversationId, string lineMessageId)
        {
            var known = await db.Messages.Where(m => m.ConversationId == conversationId && m.LineMessageId == lineMessageId && m.By == Speaker.Client)
                .Select(m => new { m.UnsentAt }).ToListAsync();
            if (known.Exists(m => m.UnsentAt is not null))
                await db.WipeEvents(lineMessageId);
            return known.Count > 0;
        }
    }
}
