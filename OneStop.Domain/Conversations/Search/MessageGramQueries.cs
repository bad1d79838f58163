using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Search;

/// <summary>A place in the results, newest first: the message's order key, and the friend's number in case two keys are equal.</summary>
public sealed record SearchPlace(long Order, int FriendNumber);

/// <summary>Queries on the index. Each one reads a range of the primary key.</summary>
internal static class MessageGramQueries
{
    extension(IQueryable<MessageGram> grams)
    {
        /// <summary>The messages with this bigram that match the filters, after the place of the query and down to another place (inclusive).</summary>
        public IQueryable<MessageGram> Holding(int gram, SearchQuery query, SearchPlace? downTo = null)
        {
            // One lower and one upper bound: with several, an engine may scan the widest range.
            var (low, high) = (Math.Max(query.FromOrder, downTo?.Order ?? 0), Math.Min(query.ToOrder, query.After?.Order ?? long.MaxValue));
            var found = grams.Where(g => g.Gram == gram && g.Order >= low && g.Order <= high);
            if (query.After is var (after, number))
                found = found.Where(g => g.Order < after || g.FriendNumber < number);
            if (downTo is var (last, lastNumber))
                found = found.Where(g => g.Order > last || g.FriendNumber >= lastNumber);
            found = query.By is { } by ? found.Where(g => g.By == by) : found;
            return query.Kind is { } kind ? found.Where(g => g.Kind == kind) : found;
        }

        /// <summary>Those that contain this bigram too.</summary>
        public IQueryable<MessageGram> AlsoHolding(int gram, OneStopDb db) =>
            grams.Where(g => db.MessageGrams.Any(other => other.Gram == gram && other.Order == g.Order && other.FriendNumber == g.FriendNumber));

        public IQueryable<MessageGram> NewestFirst() => grams.OrderByDescending(g => g.Order).ThenByDescending(g => g.FriendNumber);

        /// <summary>Selects the messages themselves, newest first.</summary>
        /// <param name="most">A limit above the possible number of rows: with a limit SQLite evaluates the bigrams first, without one it reads each
        /// message first.</param>
        public IQueryable<SearchRow> ToRows(OneStopDb db, int most) =>
            from g in grams.NewestFirst().Take(most)
            join f in db.Friends on g.FriendNumber equals f.Number
            join c in db.Conversations on f.Id equals c.FriendId
            join m in db.Messages on new { ConversationId = c.Id, g.Order } equals new { m.ConversationId, m.Order }
            join s in db.Users on m.StaffId equals s.Id into author
            from s in author.DefaultIfEmpty()
            orderby g.Order descending, g.FriendNumber descending
            select new SearchRow(c.Id, g.FriendNumber, f.CalledAs, g.Order, m.At, m.By, s.Name, m.Kind, m.Text);
    }

    extension(IQueryable<UnindexedMessage> waiting)
    {
        public IQueryable<UnindexedMessage> NewestFirst() => waiting.OrderByDescending(w => w.Order);

        /// <summary>Selects the waiting rows with their messages and friend numbers.</summary>
        public IQueryable<WaitingMessage> WithMessages(OneStopDb db) =>
            from w in waiting
            join m in db.Messages on w.MessageId equals m.Id
            join c in db.Conversations on m.ConversationId equals c.Id
            select new WaitingMessage(w, m, c.Friend.Number);
    }
}

/// <summary>A message that waits for the index, with the friend's number.</summary>
internal sealed record WaitingMessage(UnindexedMessage Waiting, Conversations.Message Message, int FriendNumber);

/// <summary>A message that contains the bigrams and may contain the words.</summary>
internal sealed record SearchRow(
    Guid ConversationId, int FriendNumber, string? CalledAs, long Order, DateTimeOffset At, Conversations.Speaker By, string? StaffName,
    Conversations.MessageKind Kind, string? Text);
