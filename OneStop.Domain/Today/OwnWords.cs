using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;

namespace OneStop.Domain.Today;

/// <summary>What a client wishes for, and what they last wrote.</summary>
/// <param name="Wish">仕事の希望 of the case file in one line; null if none is known.</param>
/// <param name="Said">The client's last message, if it is a text that only a person can answer and was not unsent.</param>
public sealed record OwnWords(string? Wish, SaidWords? Said)
{
    /// <summary>Nothing is known.</summary>
    public static OwnWords None { get; } = new(null, null);
}

/// <summary>A text that a client wrote.</summary>
public sealed record SaidWords(string Text, DateTimeOffset At);

/// <summary>Reads what clients wish for in their own words.</summary>
internal static class OwnWordsReading
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the words of each of these clients.</summary>
        /// <param name="clients">The clients with their conversations, as rows on screen name them.</param>
        public async Task<IReadOnlyDictionary<Guid, OwnWords>> OwnWordsOf(IReadOnlyDictionary<Guid, Guid?> clients, DateOnly today)
        {
            if (clients.Count == 0)
                return new Dictionary<Guid, OwnWords>();
            var (ids, talks) = (clients.Keys.ToList(), clients.Values.OfType<Guid>().ToList());
            var wishes = await db.ClientWishes.AsNoTracking().Where(w => ids.Contains(w.ClientId)).ToDictionaryAsync(w => w.ClientId, w => w.Facts);
            var said = talks.Count == 0 ? [] : await db.LastWords(talks).Select(m => new { m.ConversationId, m.Text, m.At })
                .ToDictionaryAsync(m => m.ConversationId, m => new SaidWords(m.Text!, m.At));
            return clients.ToDictionary(c => c.Key, c => new OwnWords(wishes.TryGetValue(c.Key, out var facts) ? InOneLine(facts, today) : null,
                c.Value is { } talk ? said.GetValueOrDefault(talk) : null));
        }

        /// <summary>The last message of the client in each of these conversations, if it is a text. An unsent one has none any more.</summary>
        public IQueryable<Message> LastWords(IReadOnlyList<Guid> talks) =>
            from c in db.Conversations
            where talks.Contains(c.Id)
            join m in db.Messages on new { ConversationId = c.Id, Order = c.HeardOrder } equals new { m.ConversationId, m.Order }
            where m.Kind == MessageKind.Text && m.Text != null
            select m;
    }

    private static string? InOneLine(WishFacts facts, DateOnly today) =>
        FactWords.Rows(facts, today) is { Count: > 0 } rows ? string.Join('・', rows.Select(r => $"{r.Label} {r.Words}")) : null;
}
