using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Stages;

namespace OneStop.Domain.CaseFiles;

/// <summary>Queries over the clients of the list.</summary>
internal static class ClientListQueries
{
    extension(IQueryable<Client> clients)
    {
        /// <summary>The clients who meet the conditions.</summary>
        public IQueryable<Client> That(OneStopDb db, ClientFilter filter, DateTimeOffset now) => clients.Standing.Where(c =>
            (filter.Ward == null || db.ClientAddresses.Any(a => a.ClientId == c.Id && a.Facts.Ward == filter.Ward))
            && (filter.Eligibility == null || c.Eligibility == filter.Eligibility)
            && (!filter.IsErasure || c.ErasureAskedAt != null)
            && (filter.Line == null || (filter.Line == LineUse.None) == (c.FriendId == null))
            && (filter.Line == null || filter.Line == LineUse.None
                || db.Friends.Any(f => f.Id == c.FriendId && (f.BlockedAt != null) == (filter.Line == LineUse.Blocked)))
            && (filter.Person == null || db.CaseAssignments.Any(a => a.ClientId == c.Id && a.Until == null && a.StaffId == filter.Person))
            && (!filter.IsUncharged || (!db.CaseAssignments.Any(a => a.ClientId == c.Id && a.Until == null)
                && !db.CaseClosings.Any(e => e.ClientId == c.Id && e.ReopenedAt == null)))
            && (filter.Tag == null || db.ClientTaggings.Any(x => x.ClientId == c.Id && x.TagId == filter.Tag)
                || db.Conversations.Any(t => t.FriendId == c.FriendId && db.Taggings.Any(x => x.ConversationId == t.Id && x.TagId == filter.Tag)))
            && (filter.Booking == null || (filter.Booking == ComingBooking.Some) == db.Bookings.Any(b => b.ClientId == c.Id && b.Slot.End > now
                && (b.State == BookingState.Confirmed || (b.State == BookingState.Tentative && b.HeldUntil == null)))));

        /// <summary>The clients whose case has come to a stage and no further.</summary>
        /// <param name="stage">Null for all.</param>
        public IQueryable<Client> At(OneStopDb db, CaseStage? stage, IEnumerable<ICaseTrack> tracks)
        {
            if (stage is not { } sought)
                return clients;
            if (sought == CaseStage.Closed)
                return clients.Where(c => db.CaseClosings.Any(e => e.ClientId == c.Id && e.ReopenedAt == null));
            clients = clients.Where(c => !db.CaseClosings.Any(e => e.ClientId == c.Id && e.ReopenedAt == null))
                .Where(tracks.Where(t => t.Stage > sought).IsOnNone(db));
            return sought == CaseStage.Registered ? clients : clients.Where(tracks.Where(t => t.Stage == sought).IsOnAny(db));
        }

        /// <summary>Selects the rows; tags are added by <see cref="WithTags"/>.</summary>
        public IQueryable<ClientListRow> ToListRows(OneStopDb db, DateTimeOffset now) =>
            from c in clients
            join f in db.Friends on c.FriendId equals (Guid?)f.Id into friends
            from f in friends.DefaultIfEmpty()
            join t in db.Conversations on f.Id equals t.FriendId into talks
            from t in talks.DefaultIfEmpty()
            join a in db.ClientAddresses on c.Id equals a.ClientId into addresses
            from a in addresses.DefaultIfEmpty()
            select new ClientListRow
            {
                Id = c.Id,
                Number = c.Number,
                Name = c.FullName ?? c.Name,
                Kana = c.Kana,
                FriendNumber = f == null ? null : f.Number,
                CalledAs = f == null ? null : f.CalledAs,
                Ward = a == null ? null : a.Facts.Ward,
                Eligibility = c.Eligibility,
                Since = c.BornAt,
                ErasureAskedAt = c.ErasureAskedAt,
                ConversationId = t == null ? null : t.Id,
                IsBlocked = f != null && f.BlockedAt != null,
                LastTalkAt = t == null ? null : t.SpokenAt,
                ChargeId = db.CaseAssignments.Where(m => m.ClientId == c.Id && m.Until == null).Select(m => (Guid?)m.StaffId).FirstOrDefault(),
                ChargeName = db.CaseAssignments.Where(m => m.ClientId == c.Id && m.Until == null)
                    .Join(db.Users, m => m.StaffId, s => s.Id, (_, s) => s.Name).FirstOrDefault(),
                NextBooking = db.Bookings.Where(b => b.ClientId == c.Id && b.Slot.End > now
                    && (b.State == BookingState.Confirmed || (b.State == BookingState.Tentative && b.HeldUntil == null)))
                    .Min(b => (DateTimeOffset?)b.Slot.Start),
                Tags = Array.Empty<string>(),
            };
    }

    extension(IQueryable<ClientListRow> rows)
    {
        /// <summary>Sorts by a column; what is not known comes last, and the newest client first among equals.</summary>
        public IQueryable<ClientListRow> Sorted(string? column, bool isDescending) => (column switch
        {
            "name" when isDescending => rows.OrderByDescending(r => r.Kana ?? r.Name ?? r.CalledAs),
            "name" => rows.OrderBy(r => r.Kana == null).ThenBy(r => r.Kana ?? r.Name ?? r.CalledAs),
            "ward" => isDescending ? rows.OrderByDescending(r => r.Ward) : rows.OrderBy(r => r.Ward == null).ThenBy(r => r.Ward),
            "talk" => isDescending ? rows.OrderByDescending(r => r.LastTalkAt) : rows.OrderBy(r => r.LastTalkAt == null).ThenBy(r => r.LastTalkAt),
            "booking" => isDescending ? rows.OrderByDescending(r => r.NextBooking) : rows.OrderBy(r => r.NextBooking == null).ThenBy(r => r.NextBooking),
            "number" when !isDescending => rows.OrderBy(r => r.Number),
            _ => rows.OrderByDescending(r => r.Number),
        }).ThenByDescending(r => r.Number);
    }

    extension(OneStopDb db)
    {
        /// <summary>Adds the tags to the rows of a page: those of the conversation, and the client's own.</summary>
        public async Task<IReadOnlyList<ClientListRow>> WithTags(IReadOnlyList<ClientListRow> rows)
        {
            var (ids, talks) = (rows.Select(r => r.Id).ToList(), rows.Select(r => r.ConversationId).OfType<Guid>().ToList());
            var ofTalks = await (from x in db.Taggings
                                 join t in db.Tags on x.TagId equals t.Id
                                 where talks.Contains(x.ConversationId)
                                 select new { Of = x.ConversationId, t.Name }).ToListAsync();
            var own = await (from x in db.ClientTaggings
                             join t in db.Tags on x.TagId equals t.Id
                             where ids.Contains(x.ClientId)
                             select new { Of = x.ClientId, t.Name }).ToListAsync();
            var tags = ofTalks.Concat(own).ToLookup(t => t.Of, t => t.Name);
            return [.. rows.Select(r => r with
            {
                Tags = [.. tags[r.Id].Concat(r.ConversationId is { } talk ? tags[talk] : []).Distinct().Order(StringComparer.Ordinal)],
            })];
        }
    }
}
