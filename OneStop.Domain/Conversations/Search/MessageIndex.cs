using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Search;

namespace OneStop.Domain.Conversations.Search;

/// <summary>
/// The search index over all messages: the only class that writes and reads it. New messages are indexed after their save by <see
/// cref="SearchWorker"/>; when a text is changed or deleted, its rows are changed in the same save.
/// </summary>
internal static class MessageIndex
{
    /// <summary>The number of results of a page.</summary>
    public const int PageSize = 50;

    /// <summary>
    /// The number of index rows scanned first; each further step scans four times as many, up to the largest, until the page is full or the maximum
    /// is scanned.
    /// </summary>
    private const int FirstSlice = 2 * PageSize;

    private const int LargestSlice = 20_000;
    private const int MostLooked = 60_000;
    private const int MostCounted = 4000;
    private const int MostWords = 4;
    private const int MostPairs = 6;
    private const int AtOnce = 500; // SQL Server allows 2,100 parameters

    extension(OneStopDb db)
    {
        /// <summary>
        /// Indexes the newest waiting messages. Their rows are inserted by SQL and not through EF: they are many, and nobody else changes them.
        /// </summary>
        /// <returns>The number of messages.</returns>
        public async Task<int> IndexWaiting(int most)
        {
            var waiting = await db.UnindexedMessages.NewestFirst().Take(most).WithMessages(db).ToListAsync();
            var lines = new List<MessageGram>();
            foreach (var (waits, message, friendNumber) in waiting)
            {
                if (!waits.HasLines)
                    lines.AddRange(LinesFor(message, friendNumber));
                else if (!Bigrams.AreAsBefore(message.Text))
                    db.Follow(message, friendNumber, await db.LinesOf(message, friendNumber));
                message.Unindexed = null;
            }
            if (lines.Count > 0)
                db.SaveTogetherWith(() =>
                    db.Database.ExecuteSqlRawAsync(db.InsertGrams,
                        JsonSerializer.Serialize(lines.Select(l => new[] { l.Gram, l.Order, l.FriendNumber, (long)l.By, (long)l.Kind }))));
            return waiting.Count;
        }

        /// <summary>Changes the text of a message, and the index with it.</summary>
        /// <param name="friendNumber">The number of the conversation's friend.</param>
        public async Task Reword(Message message, int friendNumber, Action<Message> change)
        {
            var lines = await db.LinesOf(message, friendNumber);
            change(message);
            db.Follow(message, friendNumber, lines);
        }

        /// <summary>Removes the index rows of a message that is about to be deleted.</summary>
        public async Task Forget(Message message, int friendNumber) => db.RemoveRange(await db.LinesOf(message, friendNumber));

        /// <summary>Returns a page of the messages that contain all words.</summary>
        /// <param name="most">The most index rows to scan before the page is returned incomplete, so that no search takes long.</param>
        public async Task<SearchResult> Find(SearchWords words, SearchQuery query, int most = MostLooked)
        {
            var grams = await db.RarestFirst(words.Grams, query);
            var hits = new List<SearchHit>();
            for (var (looked, size) = (0, FirstSlice); looked < most; looked += size, size = Math.Min(4 * size, LargestSlice))
            {
                var end = await db.MessageGrams.Holding(grams[0], query).NewestFirst()
                    .Skip(size - 1).Select(g => new SearchPlace(g.Order, g.FriendNumber)).FirstOrDefaultAsync();
                // With three more bigrams, few messages remain that do not contain the words.
                var lines = grams.Skip(1).Take(3).Aggregate(db.MessageGrams.Holding(grams[0], query, end), (found, gram) => found.AlsoHolding(gram, db));
                var rows = await lines.ToRows(db, 2 * size).ToListAsync();
                hits.AddRange(rows.Select(r => (Row: r, Snippet: words.SnippetOf(r.Text ?? "")))
                    .Where(r => r.Snippet is not null).Select(r => Hit(r.Row, r.Snippet!)));
                if (hits.Count > PageSize)
                    return new([], [.. hits.Take(PageSize)], new(hits[PageSize - 1].Order, hits[PageSize - 1].FriendNumber));
                if (end is null)
                    return new([], hits);
                query = query with { After = end };
            }
            return new([], hits, query.After, Message.InstantOf(query.After!.Order));
        }

        /// <summary>Returns results in their present state, without those that no longer contain the words.</summary>
        public async Task<IReadOnlyList<SearchHit>> ReadAgain(SearchWords words, IReadOnlyList<SearchHit> found)
        {
            var texts = new Dictionary<(Guid, long), string?>();
            foreach (var hits in found.Chunk(AtOnce))
            {
                var (conversations, orders) = (hits.Select(h => h.ConversationId).Distinct().ToList(), hits.Select(h => h.Order).ToList());
                foreach (var m in await db.Messages.Where(m => conversations.Contains(m.ConversationId) && orders.Contains(m.Order))
                    .Select(m => new { m.ConversationId, m.Order, m.Text }).ToListAsync())
                    texts[(m.ConversationId, m.Order)] = m.Text;
            }
            return [.. found.Select(h => (Hit: h, Snippet: words.SnippetOf(texts.GetValueOrDefault((h.ConversationId, h.Order)) ?? "")))
                .Where(h => h.Snippet is not null).Select(h => h.Hit with { Snippet = h.Snippet! })];
        }

        /// <summary>
        /// Orders the bigrams: first the one with the fewest messages, which is scanned, while the others are only looked up. Then the rarest of each
        /// other word, because the bigrams of one word mostly occur together and exclude little more.
        /// </summary>
        private async Task<IReadOnlyList<int>> RarestFirst(IReadOnlyList<IReadOnlyList<int>> grams, SearchQuery query)
        {
            if (grams is [[var only]])
                return [only];
            var counted = new List<(int Place, int Gram, int Messages)>();
            foreach (var word in grams.Take(MostWords))
            {
                var own = new List<(int Gram, int Messages)>();
                foreach (var gram in word.Take(MostPairs))
                    own.Add((gram, await db.MessageGrams.Holding(gram, query).NewestFirst().Take(MostCounted).CountAsync()));
                counted.AddRange(own.OrderBy(g => g.Messages).Select((g, place) => (place, g.Gram, g.Messages)));
            }
            return [.. counted.OrderBy(c => c.Place).ThenBy(c => c.Messages).Select(c => c.Gram).Distinct()];
        }

        /// <summary>Updates the index to the present text of a message, which no longer waits.</summary>
        /// <param name="lines">The present index rows of the message.</param>
        private void Follow(Message message, int friendNumber, IReadOnlyList<MessageGram> lines)
        {
            var now = LinesFor(message, friendNumber).ToList();
            db.RemoveRange(lines.ExceptBy(now.Select(l => l.Gram), l => l.Gram));
            db.AddRange(now.ExceptBy(lines.Select(l => l.Gram), l => l.Gram));
            message.Unindexed = null;
        }

        /// <summary>
        /// Returns the index rows of a message, by any version of the folding. Also loads its waiting row, so that deleting that shows whether the
        /// worker was faster.
        /// </summary>
        private async Task<IReadOnlyList<MessageGram>> LinesOf(Message message, int friendNumber)
        {
            if (message.Unindexed is null)
                await db.Entry(message).Reference(m => m.Unindexed).LoadAsync();
            var (order, lines) = (message.Order, new List<MessageGram>());
            foreach (var grams in Bigrams.OfAnyFolding(message.Text).Chunk(AtOnce))
                lines.AddRange(await db.MessageGrams.Where(g => grams.Contains(g.Gram) && g.Order == order && g.FriendNumber == friendNumber).ToListAsync());
            return lines;
        }
    }

    /// <summary>Returns the rows that the index should have for a message.</summary>
    private static IEnumerable<MessageGram> LinesFor(Message message, int friendNumber) =>
        Bigrams.Of(message.IsSearchable ? message.Text : null).Select(g => MessageGram.Of(g, message, friendNumber));

    private static SearchHit Hit(SearchRow row, IReadOnlyList<SnippetPart> snippet) =>
        new(row.ConversationId, row.FriendNumber, row.CalledAs, row.Order, row.At, row.By, row.StaffName, row.Kind, snippet);
}
