using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Sittings;

/// <summary>Reads sittings. A message shows only by its neighbours where a sitting begins, so they are read in order and not grouped in the database.</summary>
internal static class SittingQueries
{
    private const int Batch = 500;

    extension(OneStopDb db)
    {
        /// <summary>Returns the newest sittings of a conversation that began up to an instant, newest first, whole even if they go on after it.</summary>
        /// <param name="matches">Which sittings count; the texts are read for it. Null for all, without texts.</param>
        public async Task<IReadOnlyList<Sitting>> SittingsOf(Guid conversationId, DateTimeOffset upTo, int take, Func<Sitting, bool>? matches)
        {
            var messages = db.Messages.AsNoTracking()
                .Where(m => m.ConversationId == conversationId && m.By != Speaker.Event && m.Kind != MessageKind.Note && m.Kind != MessageKind.Event);
            var (found, last, before) = (new List<Sitting>(), (Sitting?)null, Message.OrderAt(upTo) + 1);
            void Close()
            {
                if (last is not null && matches?.Invoke(last) != false)
                    found.Add(last);
            }

            while (found.Count < take)
            {
                var batch = await ToRows(messages.Where(m => m.Order < before).OrderByDescending(m => m.Order), matches is not null);
                foreach (var message in batch)
                {
                    if (last?.AddBefore(message) == true)
                        continue;
                    Close();
                    var isNewest = last is null;
                    last = new(message);
                    if (isNewest)
                        await GoOn(messages, last, matches is not null);
                }
                if (batch.Count < Batch)
                {
                    Close();
                    break;
                }
                before = batch[^1].Order;
            }
            return [.. found.Take(take)];
        }
    }

    /// <summary>Adds the messages after the instant that still belong to the newest sitting.</summary>
    private static async Task GoOn(IQueryable<Message> messages, Sitting newest, bool withTexts)
    {
        while (true)
        {
            var after = newest.Last.Order;
            var batch = await ToRows(messages.Where(m => m.Order > after).OrderBy(m => m.Order), withTexts);
            foreach (var message in batch)
                if (!newest.AddAfter(message))
                    return;
            if (batch.Count < Batch)
                return;
        }
    }

    private static Task<List<SittingMessage>> ToRows(IQueryable<Message> messages, bool withTexts) =>
        messages.Take(Batch).Select(m => new SittingMessage(m.Id, m.Order, m.By, m.StaffId, m.Kind, withTexts ? m.Text : null)).ToListAsync();
}
