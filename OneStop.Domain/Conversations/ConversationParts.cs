using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations;

/// <summary>Reads the parts of an open conversation.</summary>
internal static class ConversationParts
{
    extension(OneStopDb db)
    {
        /// <summary>Returns messages before a place and from it on.</summary>
        /// <param name="each">The most messages on each side.</param>
        public async Task<List<MessageRow>> Around(Guid conversationId, long place, int each) =>
        [
            .. await db.Messages.Of(conversationId, place).Take(each).ToRows(db).ToListAsync(),
            .. await db.Messages.From(conversationId, place).Take(each).ToRows(db).ToListAsync(),
        ];

        /// <summary>Adds the quoted messages. A separate query and no join, because LINE does not promise that a message id is unique.</summary>
        public async Task<IReadOnlyList<MessageRow>> WithQuoted(Guid conversationId, List<MessageRow> rows)
        {
            var ids = rows.Select(r => r.Quotes).OfType<string>().Distinct().ToList();
            if (ids.Count == 0)
                return rows;

            var quoted = await db.Messages.Where(m => m.ConversationId == conversationId && ids.Contains(m.LineMessageId!))
                .Select(m => new { m.LineMessageId, Row = new QuotedRow(m.Id, m.Order, m.By, m.Kind, m.Text, m.UnsentAt != null) }).ToListAsync();
            return [.. rows.Select(r => r with { Quoted = quoted.FirstOrDefault(q => q.LineMessageId == r.Quotes)?.Row })];
        }

        /// <summary>Returns what staff keeps about the person, with the names of the writers.</summary>
        public async Task<ClientCard> CardOf(Conversation c)
        {
            var writers = new[] { c.Caution?.StaffId, c.Discretion?.StaffId, c.Memo?.StaffId }.OfType<Guid>().Distinct().ToList();
            var names = writers.Count == 0 ? [] : await db.Users.Where(u => writers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name);
            return new(c.Friend.Number, c.Friend.CalledAs, c.Friend.FollowedAt, c.Friend.BlockedAt, c.Friend.MetAt)
            {
                Caution = c.Caution is { } caution ? new(caution.Reason, names.GetValueOrDefault(caution.StaffId), caution.At) : null,
                Discretion = c.Discretion is { } discretion ? new(discretion.Reason, names.GetValueOrDefault(discretion.StaffId), discretion.At) : null,
                NoContact = c.NoContact,
                Memo = c.Memo is { } memo ? new(memo.Text, names.GetValueOrDefault(memo.StaffId), memo.At) : null,
                Tags = await db.Taggings.Where(t => t.ConversationId == c.Id).Join(db.Tags, t => t.TagId, t => t.Id, (_, tag) => tag)
                    .OrderBy(t => t.Name).Select(t => new TagRow(t.Id, t.Name)).ToListAsync(),
            };
        }
    }
}
