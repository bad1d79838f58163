using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Search;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>
/// Deletes messages with their rows in the search index, which refer to them by order and friend's number. They are looked up by the pairs of characters
/// of each text, as when a message is unsent: the index has no other key, and reading all of it would stop everybody's writing.
/// </summary>
internal sealed class MessageStep : IErasureStep
{
    private const int AtOnce = 100;
    private const int PairsAtOnce = 500;

    /// <inheritdoc/>
    public string Table => nameof(Message);

    /// <inheritdoc/>
    public async Task<ErasurePortion> Next(OneStopDb db, ErasedPerson person)
    {
        var messages = await (from m in db.Messages
                              join c in db.Conversations on m.ConversationId equals c.Id
                              where person.Friends.Contains(c.FriendId)
                              orderby m.Order
                              select new { m.Id, m.Order, m.Text, c.Friend.Number }).Take(AtOnce).ToListAsync();
        var ids = messages.ConvertAll(m => m.Id);
        return new(ids.Count, 0, async () =>
        {
            foreach (var m in messages)
                foreach (var pairs in Bigrams.OfAnyFolding(m.Text).Chunk(PairsAtOnce))
                    await db.MessageGrams.Where(g => pairs.Contains(g.Gram) && g.Order == m.Order && g.FriendNumber == m.Number).ExecuteDeleteAsync();
            await db.UnindexedMessages.Where(w => ids.Contains(w.MessageId)).ExecuteDeleteAsync();
            await db.Messages.Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync();
        }, HasMore: ids.Count == AtOnce);
    }
}
