using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>How planned answers are found.</summary>
public static class LaterAnswerQueries
{
    private static readonly TimeSpan GaveWayShownFor = TimeSpan.FromDays(7);

    extension(OneStopDb db)
    {
        /// <summary>
        /// What waits for its time, and what lately gave way to the client's own words; in one
        /// conversation, or in all. One query, so that nothing is seen in both states.
        /// </summary>
        internal Task<List<LaterRow>> PlannedIn(Guid? conversationId, Guid me, DateTimeOffset now)
        {
            var of = conversationId is { } id ? db.LaterAnswers.Where(l => l.ConversationId == id) : db.LaterAnswers;
            return of.PlannedOrGivenWaySince(now - GaveWayShownFor).ToRows(db, me).ToListAsync();
        }

        /// <summary>The client was heard first, in whatever way: what was planned only for the case that they stay silent does not go out.</summary>
        internal async Task GiveWay(Conversation conversation, DateTimeOffset at, DateTimeOffset now)
        {
            var planned = await db.LaterAnswers.Planned().Where(l => l.ConversationId == conversation.Id && l.UnlessClientWrites).ToListAsync();
            planned.RemoveAll(l => l.CancelledAt is not null); // in this save already, which the database does not know yet
            planned.ForEach(l => l.GiveWay(now));
            if (planned.Count > 0)
                db.Messages.Add(conversation.AddEvent($"送信予約{planned.Count}件を取りやめました（相談者から先に連絡があったため）", at));
        }
    }

    extension(IQueryable<LaterAnswer> answers)
    {
        /// <summary>What still waits for its time, the next first.</summary>
        public IQueryable<LaterAnswer> Planned() => answers.Where(l => l.SentAt == null && l.CancelledAt == null).OrderBy(l => l.SendAt);

        /// <summary>That, and after it what since then gave way to the client's own words: its writer may want to say it all the same.</summary>
        public IQueryable<LaterAnswer> PlannedOrGivenWaySince(DateTimeOffset since) => answers
            .Where(l => l.SentAt == null && (l.CancelledAt == null || (l.CancelledAt >= since && l.CancelledBy == null)))
            .OrderBy(l => l.CancelledAt != null).ThenBy(l => l.SendAt);

        /// <summary>The rows of a screen.</summary>
        public IQueryable<LaterRow> ToRows(OneStopDb db, Guid me) =>
            from l in answers
            join c in db.Conversations on l.ConversationId equals c.Id
            join s in db.Users on l.StaffId equals s.Id
            select new LaterRow(l.Id, l.ConversationId, c.Friend.Number, c.Friend.CalledAs, s.Name, l.StaffId == me, l.Text, l.SendAt,
                l.UnlessClientWrites, l.CancelledAt != null, l.LostAt != null);
    }
}
