using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations;

/// <summary>Whether a person is there.</summary>
internal static class Talking
{
    extension(OneStopDb db)
    {
        /// <summary>Has a member of staff spoken within the hour? Then the bot does not talk in between.</summary>
        public async Task<bool> IsTalking(Conversation conversation, DateTimeOffset now)
        {
            var since = now - Conversation.ExchangeRunsFor;
            return conversation.LastHumanAt > since // else nobody did, and their messages need not be looked through
                && await db.Messages.AnyAsync(m => m.ConversationId == conversation.Id && m.By == Speaker.Staff && m.Kind != MessageKind.Note && m.At > since);
        }
    }
}
