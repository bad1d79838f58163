using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations;

/// <summary>Whether staff is in a running exchange with the client.</summary>
internal static class Talking
{
    extension(OneStopDb db)
    {
        /// <summary>Whether a member of staff has written within the last hour; the bot is then silent.</summary>
        public async Task<bool> IsTalking(Conversation conversation, DateTimeOffset now)
        {
            var since = now - Conversation.ExchangeRunsFor;
            return conversation.LastHumanAt > since // a cheap check before the messages are queried
                && await db.Messages.AnyAsync(m => m.ConversationId == conversation.Id && m.By == Speaker.Staff && m.Kind != MessageKind.Note && m.At > since);
        }
    }
}
