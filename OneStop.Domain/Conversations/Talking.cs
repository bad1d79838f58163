using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations;

/// <summary>Whether staff is in a running exchange with the client; the bot is then silent.</summary>
public sealed class Talking(IBookedTalks booked)
{
    /// <summary>Whether a member of staff has written within the last hour, or a booked talk runs, in which the client may write first.</summary>
    public async Task<bool> Runs(OneStopDb db, Conversation conversation, DateTimeOffset now)
    {
        var since = now - Conversation.ExchangeRunsFor;
        var mayRun = conversation.LastHumanAt > since; // a cheap check before the messages are queried
        return (mayRun && await db.Messages.AnyAsync(m => m.ConversationId == conversation.Id && m.By == Speaker.Staff && m.Kind != MessageKind.Note
            && m.At > since)) || await IsBooked(db, conversation, now);
    }

    /// <summary>Whether a booked talk runs: somebody is there for the client, so that not even their first message gets a receipt.</summary>
    public Task<bool> IsBooked(OneStopDb db, Conversation conversation, DateTimeOffset now) => booked.RunIn(db, conversation.Id, now);
}
