using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Consultations;

/// <summary>Queries over records of consultations.</summary>
public static class ConsultationQueries
{
    extension(IQueryable<Consultation> consultations)
    {
        /// <summary>Records that were not removed.</summary>
        public IQueryable<Consultation> Standing() => consultations.Where(c => c.Removal == null);

        /// <summary>確定した記録: what counts.</summary>
        public IQueryable<Consultation> Confirmed() => consultations.Where(c => c.Confirmation != null && c.Removal == null);

        /// <summary>The records of some service days; the first and the last are included.</summary>
        public IQueryable<Consultation> OnDays(DateOnly from, DateOnly until) =>
            consultations.Where(c => c.Day.ServiceDay >= from && c.Day.ServiceDay <= until);

        /// <summary>The records of clients found by a number or by a part of the name.</summary>
        public IQueryable<Consultation> OfSought(OneStopDb db, string words)
        {
            var sought = db.Clients.Sought(db, words).Select(c => c.Id);
            return consultations.Where(c => sought.Contains(c.ClientId));
        }

        /// <summary>The records that a filter shows.</summary>
        public IQueryable<Consultation> Matching(ConsultationFilter filter, OneStopDb db)
        {
            var rows = filter.State switch
            {
                ConsultationState.Draft => consultations.Standing().Where(c => c.Confirmation == null),
                ConsultationState.Confirmed => consultations.Confirmed(),
                ConsultationState.Removed => consultations.Where(c => c.Removal != null),
                _ => consultations.Standing(),
            };
            if (filter.Client is { } client)
                rows = rows.Where(c => c.ClientId == client);
            if (filter.Person is { } person)
                rows = rows.Where(c => c.StaffId == person);
            if (filter.From is { } from)
                rows = rows.Where(c => c.Day.ServiceDay >= from);
            if (filter.Until is { } until)
                rows = rows.Where(c => c.Day.ServiceDay <= until);
            if (filter.Method is { } method)
                rows = rows.Where(c => c.Method == method);
            if (filter.Subject is { } subject)
                rows = rows.Where(c => db.ConsultationVersions.Any(v => v.ConsultationId == c.Id && v.Number == c.Edition && v.SubjectIds.Contains(subject)));
            return rows;
        }

        /// <summary>Selects the rows of a screen. The words come only to who may read them.</summary>
        public IQueryable<ConsultationRow> ToRows(OneStopDb db) =>
            from c in consultations
            join p in db.Clients on c.ClientId equals p.Id
            join s in db.Users on c.StaffId equals s.Id
            join f in db.Friends on p.FriendId equals (Guid?)f.Id into friends
            from f in friends.DefaultIfEmpty()
            join t in db.Conversations on f.Id equals t.FriendId into talks
            from t in talks.DefaultIfEmpty()
            join v in db.ConsultationVersions on new { Id = c.Id, Number = c.Edition } equals new { Id = v.ConsultationId, v.Number } into versions
            from v in versions.DefaultIfEmpty()
            select new ConsultationRow
            {
                Id = c.Id,
                ClientId = p.Id,
                ClientNumber = p.Number,
                ClientName = p.FullName ?? p.Name,
                FriendNumber = f == null ? null : f.Number,
                CalledAs = f == null ? null : f.CalledAs,
                ConversationId = t == null ? null : t.Id,
                BookingId = c.BookingId,
                Method = c.Method,
                Begin = c.Begin,
                End = c.End,
                Minutes = c.Minutes,
                StaffId = c.StaffId,
                StaffName = s.Name,
                StartedBy = c.StartedBy,
                Edition = c.Edition,
                ConfirmedAt = c.Confirmation == null ? null : c.Confirmation!.At,
                RemovedAt = c.Removal == null ? null : c.Removal!.At,
                Words = v == null ? null
                    : new() { SubjectIds = v.SubjectIds, Complaint = v.Complaint, NextStep = v.NextStep, NextStepOn = v.NextStepOn },
                NextStepDoneAt = c.NextStepDone == null ? null : c.NextStepDone!.At,
                NewComments = db.ConsultationComments.Count(k => k.ConsultationId == c.Id && k.Acknowledgement == null && k.TakenBackAt == null),
            };
    }

    extension(OneStopDb db)
    {
        /// <summary>The newest versions of these records, as far as the actor may read words.</summary>
        public IQueryable<ConsultationVersion> NewestOf(IQueryable<Consultation> consultations) =>
            from c in consultations
            join v in db.ConsultationVersions on new { c.Id, Number = c.Edition } equals new { Id = v.ConsultationId, v.Number }
            select v;

        /// <summary>Booked consultations that were held.</summary>
        public IQueryable<Booking> BookedAndHeld() =>
            db.Bookings.Where(b => b.State == BookingState.Held && b.Kind == BookingKind.Consultation && !b.IsAnnulled);

        /// <summary>Booked consultations that were held and have no confirmed record.</summary>
        public IQueryable<Booking> HeldWithoutRecord() => db.BookedAndHeld().Where(b =>
            !db.Consultations.Any(c => c.BookingId == b.Id && c.Confirmation != null && c.Removal == null));
    }
}
