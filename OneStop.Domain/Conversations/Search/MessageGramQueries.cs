using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Search;

/// <summary>A place in what is found, newest first: the message's order, and whose conversation, for two at the same microsecond.</summary>
public sealed record SearchPlace(long Order, int FriendNumber);

/// <summary>How the index is read. Each answers from the key alone, as a range of it.</summary>
internal static class MessageGramQueries
{
    extension(IQueryable<MessageGram> grams)
    {
        /// <summary>Messages with this bigram, narrowed by the filters, from the place after which to look down to another, itself included.</summary>
        public IQueryable<MessageGram> Holding(int gram, SearchQuery query, SearchPlace? downTo = null)
        {
            // One lower and one upper bound: of several, an engine may walk along the widest.
            var (low, high) = (Math.Max(query.FromOrder, downTo?.Order ?? 0), Math.Min(query.ToOrder, query.After?.Order ?? long.MaxValue));
            var found = grams.Where(g => g.Gram == gram && g.Order >= low && g.Order <= high);
            if (query.After is var (after, number))
                found = found.Where(g => g.Order < after || g.FriendNumber < number);
            if (downTo is var (last, lastNumber))
                found = found.Where(g => g.Order > last || g.FriendNumber >= lastNumber);
            found = query.By is { } by ? found.Where(g => g.By == by) : found;
            return query.Kind is { } kind ? found.Where(g => g.Kind == kind) : found;
        }

        /// <summary>Messages with this bigram too.</summary>
        public IQueryable<MessageGram> AlsoHolding(int gram, OneStopDb db) =>
            grams.Where(g => db.MessageGrams.Any(other => other.Gram == gram && other.Order == g.Order && other.FriendNumber == g.FriendNumber));

        public IQueryable<MessageGram> NewestFirst() => grams.OrderByDescending(g => g.Order).ThenByDescending(g => g.FriendNumber);

        /// <summary>The messages themselves, newest first.</summary>
        /// <param name="most">More than there can be: with a limit SQLite looks all pairs up first, else it reads each message before.</param>
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

        /// <summary>With the messages, and whose they are.</summary>
        public IQueryable<WaitingMessage> WithMessages(OneStopDb db) =>
            from w in waiting
            join m in db.Messages on w.MessageId equals m.Id
            join c in db.Conversations on m.ConversationId equals c.Id
            select new WaitingMessage(w, m, c.Friend.Number);
    }
}

/// <summary>A message that waits, and whose it is.</summary>
internal sealed record WaitingMessage(UnindexedMessage Waiting, Conversations.Message Message, int FriendNumber);

/// <summary>A message that may be what is looked for.</summary>
internal sealed record SearchRow(
    Guid ConversationId, int FriendNumber, string? CalledAs, long Order, DateTimeOffset At, Conversations.Speaker By, string? StaffName,
    Conversations.MessageKind Kind, string? Text);
