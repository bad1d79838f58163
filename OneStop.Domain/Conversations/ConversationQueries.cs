using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations;

/// <summary>Queries over conversations and messages.</summary>
public static class ConversationQueries
{
    extension(IQueryable<Conversation> conversations)
    {
        /// <summary>要返信: the client is in danger or waits for a person's answer, or a sending to them failed and nobody has decided about it.</summary>
        public IQueryable<Conversation> NeedingAnswer() => conversations.Where(c => EF.Property<int>(c, ConversationTable.NeedsAnswer) >= 1);

        /// <summary>要返信 of some members of staff; of nobody if none are given.</summary>
        public IQueryable<Conversation> NeedingAnswerOf(IReadOnlyList<Guid> staff) => staff.Count == 0 ? conversations.NeedingAnswer().Where(c => c.AssigneeId == null)
            : conversations.NeedingAnswer().Where(c => c.AssigneeId != null && staff.Contains(c.AssigneeId.Value));

        /// <summary>Conversations that are not closed.</summary>
        public IQueryable<Conversation> Open() => conversations.Where(c => EF.Property<int>(c, ConversationTable.IsDone) == 0);

        /// <summary>
        /// The clients who wait for an answer: first those in danger, answered or not, then by the begin of the wait, the latest first.
        /// </summary>
        public IQueryable<WaitingRow> Waiting() =>
            conversations.Where(c => EF.Property<int>(c, ConversationTable.NeedsAnswer) == 1 || EF.Property<int>(c, ConversationTable.NeedsAnswer) == 2)
                .OrderByDescending(c => c.DangerAt).ThenByDescending(c => c.AskedAt).ThenBy(c => c.Id)
                .Select(c => new WaitingRow(c.Id, c.AskedAt == null || c.DangerAt > c.AskedAt ? c.DangerAt!.Value : c.AskedAt!.Value, c.AssigneeId,
                    c.DangerAt != null));

        /// <summary>The conversations of a list of the inbox.</summary>
        /// <param name="mine">The reader, and those for whom they stand in.</param>
        public IQueryable<Conversation> On(InboxList list, IReadOnlyList<Guid> mine) => list switch
        {
            InboxList.NeedsAnswer => conversations.NeedingAnswer(),
            InboxList.Mine when mine is [var me] => conversations.Open().Where(c => c.AssigneeId == me), // the index returns them in order
            InboxList.Mine => conversations.Open().Where(c => c.AssigneeId != null && mine.Contains(c.AssigneeId.Value)),
            InboxList.Unassigned => conversations.Open().Where(c => c.AssigneeId == null && c.LastHumanAt != null),
            InboxList.Trouble => conversations.Where(c => c.TroubleAt != null),
            InboxList.Done => conversations.Where(c => EF.Property<int>(c, ConversationTable.IsDone) == 1),
            _ => conversations,
        };

        /// <summary>The conversations that match a filter.</summary>
        public IQueryable<Conversation> Matching(InboxFilter filter, OneStopDb db)
        {
            if (filter.AssigneeId is { } assignee)
                conversations = conversations.Where(c => c.AssigneeId == assignee);
            if (filter.TagId is { } tag)
                conversations = conversations.Where(c => db.Taggings.Any(t => t.ConversationId == c.Id && t.TagId == tag));
            if (filter.Kind is { } kind)
                conversations = conversations.Where(c => db.Messages.Any(m => m.ConversationId == c.Id && m.Order == c.SpokenOrder && m.Kind == kind));
            if (filter.From is { } from)
            {
                var start = JapanTime.At(from, TimeOnly.MinValue);
                conversations = conversations.Where(c => c.SpokenAt >= start);
            }
            if (filter.Until is { } until)
            {
                var end = JapanTime.At(until.AddDays(1), TimeOnly.MinValue);
                conversations = conversations.Where(c => c.SpokenAt < end);
            }
            return conversations;
        }

        /// <summary>
        /// The order of a list of the inbox. In 要返信: danger first, then waits by their deadline, then failed sendings, and last the clients who
        /// cannot be answered because they block the account. Failed sendings by age; the other lists by the last message.
        /// </summary>
        public IQueryable<Conversation> InOrderOf(InboxList list) => list switch
        {
            InboxList.NeedsAnswer => conversations.OrderBy(c => EF.Property<int>(c, ConversationTable.NeedsAnswer))
                .ThenBy(c => c.AnswerDue).ThenByDescending(c => c.SpokenAt).ThenBy(c => c.Id),
            InboxList.Trouble => conversations.OrderBy(c => c.TroubleAt).ThenBy(c => c.Id),
            _ => conversations.OrderByDescending(c => c.SpokenAt).ThenBy(c => c.Id),
        };

        /// <summary>The conversation with exactly this number, and those in a range of numbers (inclusive); the lowest number first.</summary>
        public IQueryable<Conversation> Numbered(int exactly, int from, int to) =>
            conversations.Where(c => c.Friend.Number == exactly || (c.Friend.Number >= from && c.Friend.Number <= to)).OrderBy(c => c.Friend.Number);

        /// <summary>The conversations of friends whose name contains a text.</summary>
        /// <param name="folded">The text in the form that searches compare.</param>
        public IQueryable<Conversation> Called(string folded) => conversations.Where(c => c.Friend.FoldedName!.Contains(folded)).OrderBy(c => c.Friend.Number);

        /// <summary>Selects the rows of the inbox.</summary>
        public IQueryable<InboxRow> ToRows(OneStopDb db) =>
            from c in conversations
            join m in db.Messages on new { ConversationId = c.Id, Order = c.SpokenOrder } equals new { m.ConversationId, m.Order } into last
            from m in last.DefaultIfEmpty()
            join s in db.Users on c.AssigneeId equals s.Id into assignee
            from s in assignee.DefaultIfEmpty()
            select new InboxRow
            {
                Id = c.Id,
                FriendNumber = c.Friend.Number,
                CalledAs = c.Friend.CalledAs,
                IsBlocked = c.Friend.BlockedAt != null,
                AnswerDue = c.AnswerDue,
                AssigneeId = c.AssigneeId,
                AssigneeName = s.Name,
                IsDone = c.Closing != null,
                HasTrouble = c.TroubleAt != null,
                IsCautioned = c.Caution != null,
                SpokenAt = c.SpokenAt,
                HeardOrder = c.HeardOrder,
                LastBy = (Speaker?)m.By,
                LastKind = (MessageKind?)m.Kind,
                LastText = m.Text,
                LastUnsent = m.UnsentAt != null,
                IsInDanger = c.DangerAt != null,
            };
    }

    extension(IQueryable<Message> messages)
    {
        /// <summary>The messages of one conversation before a place in it; the newest first.</summary>
        public IQueryable<Message> Of(Guid conversationId, long before) =>
            messages.Where(m => m.ConversationId == conversationId && m.Order < before).OrderByDescending(m => m.Order);

        /// <summary>The messages of one conversation from a place in it on; the oldest first.</summary>
        public IQueryable<Message> From(Guid conversationId, long place) =>
            messages.Where(m => m.ConversationId == conversationId && m.Order >= place).OrderBy(m => m.Order);

        /// <summary>The messages of client and staff, without those of the bot, events and notes.</summary>
        public IQueryable<Message> Spoken() => messages.Where(m => m.By == Speaker.Client || (m.By == Speaker.Staff && m.Kind != MessageKind.Note));

        /// <summary>Selects the rows of a thread.</summary>
        public IQueryable<MessageRow> ToRows(OneStopDb db) =>
            from m in messages
            join s in db.Users on m.StaffId equals s.Id into author
            from s in author.DefaultIfEmpty()
            join f in db.StoredFiles on m.FileId equals f.Id into file
            from f in file.DefaultIfEmpty()
            join o in db.OutgoingMessages on m.OutgoingId equals o.Id into outgoing
            from o in outgoing.DefaultIfEmpty()
            select new MessageRow
            {
                Id = m.Id,
                Order = m.Order,
                By = m.By,
                StaffName = s.Name,
                Kind = m.Kind,
                Text = m.Text,
                At = m.At,
                Sticker = m.Sticker,
                Place = m.Place,
                FileId = m.FileId,
                FileState = (FileState?)f.State,
                FileName = f.Name,
                FileReason = f.Reason,
                File = f.Contents,
                OutgoingId = m.OutgoingId,
                Delivery = (Channels.Delivery?)o.State,
                Route = o.Route,
                Reason = o.Reason,
                HoldUntil = o.NextTryAt,
                Attempts = (int?)o.Attempts ?? 0,
                UnsentAt = m.UnsentAt,
                AsksSomebody = (o.State == Channels.Delivery.Failed || o.State == Channels.Delivery.Unknown) && o.DecidedAt == null,
                HasPreview = f.Preview!.StorageName != null,
                Quotes = m.Quotes,
                StaffId = m.StaffId,
                CanBeQuoted = m.QuoteToken != null,
                LinkUntil = f.PublicUntil,
                HinderedBy = o.HinderedBy,
            };
    }
}
