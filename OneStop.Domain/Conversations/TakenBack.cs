using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations;

/// <summary>What is left of what a client took back: nothing that can be read.</summary>
internal static class TakenBack
{
    extension(OneStopDb db)
    {
        /// <summary>The raw events of a message lose their contents.</summary>
        public async Task WipeEvents(string lineMessageId)
        {
            foreach (var incoming in await db.IncomingEvents.Where(e => e.MessageId == lineMessageId).ToListAsync())
                incoming.Wipe();
        }

        /// <summary>
        /// Is a message in the talk before it comes? Changed before, it stands there as it was changed; taken back before, its event is wiped too.
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
