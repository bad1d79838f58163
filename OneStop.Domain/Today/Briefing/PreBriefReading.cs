using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;

namespace OneStop.Domain.Today.Briefing;

/// <summary>The bookings of a client that are in one state.</summary>
/// <param name="Last">The begin of the last one.</param>
internal sealed record EndedBookings(BookingState State, int Count, DateTimeOffset Last);

/// <summary>Reads the parts of a brief. The query filters of the context leave out what the actor may not see.</summary>
internal static class PreBriefReading
{
    private const int MostTalks = 2;
    private const int MostTexts = 3;

    extension(IQueryable<Booking> bookings)
    {
        /// <summary>
        /// Counts the bookings of a client besides one by state: without those that were annulled, and without the former times of those that we moved.
        /// </summary>
        public IQueryable<EndedBookings> Ended(Guid clientId, Guid besides, OneStopDb db) => bookings
            .Where(b => b.ClientId == clientId && b.Id != besides && !b.IsAnnulled
                && (b.State != BookingState.Cancelled || b.EndedBy == null || !db.Bookings.Any(next => next.MovedFrom == b.Id)))
            .GroupBy(b => b.State).Select(g => new EndedBookings(g.Key, g.Count(), g.Max(b => b.Slot.Start)));
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns the client's conversation; null if there is none.</summary>
        public Task<Conversation?> MarksOf(ClientRow client) =>
            db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == client.ConversationId);

        /// <summary>Returns what has to be minded.</summary>
        public async Task<BriefFlags> FlagsOf(ClientRow client, Conversation? talk)
        {
            var contact = (await db.ClientContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ClientId == client.Id))?.Facts;
            var care = (await db.ClientHealth.AsNoTracking().SingleOrDefaultAsync(h => h.ClientId == client.Id))?.Facts.Care;
            return new(talk?.DangerAt, talk?.Caution?.Reason, talk?.Discretion?.Reason, talk?.NoContact, contact, care is { Length: > 0 } ? care : null,
                talk?.IsBlocked == true);
        }

        /// <summary>Returns what waits for an answer.</summary>
        public async Task<Unanswered?> UnansweredOf(Conversation? talk) => talk is not { AskedAt: { } since, AnswerDue: { } until } ? null
            : new(talk.Id, since, until, await db.Messages
                .Where(m => m.ConversationId == talk.Id && m.By == Speaker.Client && m.Kind == MessageKind.Text && m.At >= since && m.Text != null)
                .OrderBy(m => m.Order).Take(MostTexts).Select(m => new SaidWords(m.Text!, m.At)).ToListAsync());

        /// <summary>Returns the questionnaires that are out and can still be answered, or wait for a decision.</summary>
        public async Task<IReadOnlyList<OpenSheet>> SheetsOf(Guid clientId)
        {
            var sheets = await (from q in db.ClientQuestionnaires
                                join l in db.ClientLinks on q.LinkId equals l.Id
                                where q.ClientId == clientId && q.WithdrawnBy == null
                                    && (q.ReceivedAt == null ? q.SentAt != null && l.WithdrawnAt == null : q.Answers.Any(a => a.Decision == null))
                                orderby q.CreatedAt descending
                                select new { Sheet = q, Undecided = q.Answers.Count(a => a.Decision == null) }).AsNoTracking().ToListAsync();
            return sheets.ConvertAll(q => new OpenSheet(q.Sheet.Id, q.Sheet.CreatedAt, q.Sheet.Questions.Count, q.Sheet.ReceivedAt, q.Undecided));
        }

        /// <summary>Returns the last recorded talks.</summary>
        public async Task<IReadOnlyList<PastTalk>> PastTalksOf(Guid clientId)
        {
            var rows = await db.Consultations.Standing().Where(c => c.ClientId == clientId).OrderByDescending(c => c.Begin).ThenByDescending(c => c.Id)
                .Take(MostTalks).ToRows(db).ToListAsync();
            var ids = rows.SelectMany(r => r.Words?.SubjectIds ?? []).Distinct().ToList();
            var subjects = ids.Count == 0 ? [] : await db.ConsultationSubjects.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name);
            return [.. rows.OrderByDescending(r => r.Begin).ThenByDescending(r => r.Id).Select(r => new PastTalk(r.Id, r.Begin, r.Method, r.StaffName,
                r.State == ConsultationState.Draft, [.. (r.Words?.SubjectIds ?? []).Select(s => subjects.GetValueOrDefault(s)).OfType<string>()], r.Words,
                r.NextStepDoneAt is not null))];
        }

        /// <summary>Returns how the client's other bookings ended.</summary>
        public async Task<PastBookings> PastBookingsOf(Guid clientId, Guid bookingId)
        {
            var ended = await db.Bookings.Ended(clientId, bookingId, db).ToDictionaryAsync(g => g.State);
            return new(Of(BookingState.Held), ended.GetValueOrDefault(BookingState.Held)?.Last, Of(BookingState.Missed),
                ended.GetValueOrDefault(BookingState.Missed)?.Last, Of(BookingState.Cancelled), Of(BookingState.CalledOff));

            int Of(BookingState state) => ended.GetValueOrDefault(state)?.Count ?? 0;
        }
    }
}
