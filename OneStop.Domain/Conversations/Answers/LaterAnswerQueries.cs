using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>Queries over planned answers.</summary>
public static class LaterAnswerQueries
{
    private static readonly TimeSpan GaveWayShownFor = TimeSpan.FromDays(7);

    extension(OneStopDb db)
    {
        /// <summary>
        /// Reads planned answers and those cancelled automatically within the last days, of one conversation or of all. One query, so that no
        /// answer appears in both states.
        /// </summary>
        internal Task<List<LaterRow>> PlannedIn(Guid? conversationId, Guid me, DateTimeOffset now)
        {
            var of = conversationId is { } id ? db.LaterAnswers.Where(l => l.ConversationId == id) : db.LaterAnswers;
            return of.PlannedOrGivenWaySince(now - GaveWayShownFor).ToRows(db, me).ToListAsync();
        }

        /// <summary>Cancels the answers that were planned only in case the client stays silent, because the client has made contact.</summary>
        internal async Task GiveWay(Conversation conversation, DateTimeOffset at, DateTimeOffset now)
        {
            var planned = await db.LaterAnswers.Planned().Where(l => l.ConversationId == conversation.Id && l.UnlessClientWrites).ToListAsync();
            planned.RemoveAll(l => l.CancelledAt is not null); // cancelled in this save, which the database does not know yet
            planned.ForEach(l => l.GiveWay(now));
            if (planned.Count > 0)
                db.Messages.Add(conversation.AddEvent($"送信予約{planned.Count}件を取りやめました（相談者から先に連絡があったため）", at));
        }
    }

    extension(IQueryable<LaterAnswer> answers)
    {
        /// <summary>Answers that wait for their time, the earliest first.</summary>
        public IQueryable<LaterAnswer> Planned() => answers.Where(l => l.SentAt == null && l.CancelledAt == null).OrderBy(l => l.SendAt);

        /// <summary>The same, followed by those cancelled automatically since then: their writer may still want to send them.</summary>
        public IQueryable<LaterAnswer> PlannedOrGivenWaySince(DateTimeOffset since) => answers
            .Where(l => l.SentAt == null && (l.CancelledAt == null || (l.CancelledAt >= since && l.CancelledBy == null)))
            .OrderBy(l => l.CancelledAt != null).ThenBy(l => l.SendAt);

        /// <summary>Selects the rows of a screen.</summary>
        public IQueryable<LaterRow> ToRows(OneStopDb db, Guid me) =>
            from l in answers
            join c in db.Conversations on l.ConversationId equals c.Id
            join s in db.Users on l.StaffId equals s.Id
            select new LaterRow(l.Id, l.ConversationId, c.Friend.Number, c.Friend.CalledAs, s.Name, l.StaffId == me, l.Text, l.SendAt,
                l.UnlessClientWrites, l.CancelledAt != null, l.LostAt != null);
    }
}
