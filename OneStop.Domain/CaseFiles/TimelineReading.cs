using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Search;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

/// <summary>Puts what the features know of a person into one order.</summary>
internal static class TimelineReading
{
    extension(IEnumerable<ITimelineSource> sources)
    {
        /// <summary>
        /// Returns the next entries after a place, newest first. Each feature is asked for as many as the whole part needs. Entries of one instant stay
        /// in the order in which the features return them, so that a part can begin among them.
        /// </summary>
        public async Task<(IReadOnlyList<TimelineEntry> Entries, TimelinePlace? Next)> Read(OneStopDb db, CasePerson person, TimelineFilter filter,
            TimelinePlace from, int take)
        {
            var words = new FoldedText(filter.Words).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var kinds = filter.Kind is { } kind ? new HashSet<string> { kind } : null;
            var query = new TimelineQuery(person, from.At, take + from.Skip + 1, kinds, words) { InFull = filter.InFull };
            var all = new List<TimelineEntry>();
            foreach (var source in sources)
                all.AddRange(await source.Read(db, query));
            var ordered = all.OrderByDescending(e => e.At).ToList(); // stable
            var part = ordered.Skip(from.Skip).Take(take).ToList();
            return (part, ordered.Count <= from.Skip + take ? null : PlaceAfter(part, from));
        }

        /// <summary>Returns all entries with their whole texts, newest first.</summary>
        /// <param name="atOnce">How many are read at a time.</param>
        public async Task<IReadOnlyList<TimelineEntry>> ReadAll(OneStopDb db, CasePerson person, int atOnce)
        {
            var all = new List<TimelineEntry>();
            for (TimelinePlace? place = new(DateTimeOffset.MaxValue, 0); place is not null;)
            {
                (var part, place) = await sources.Read(db, person, new() { InFull = true }, place, atOnce);
                all.AddRange(part);
            }
            return all;
        }

        /// <summary>Finds one entry; null if it does not exist any more.</summary>
        public async Task<TimelineEntry?> Find(OneStopDb db, CasePerson person, string kind, Guid id, DateTimeOffset at)
        {
            const int SameInstant = 20;
            var query = new TimelineQuery(person, at, SameInstant, new HashSet<string> { kind }, []);
            foreach (var source in sources.Where(s => s.Kinds.Any(k => k.Code == kind)))
                if ((await source.Read(db, query)).FirstOrDefault(e => e.Id == id) is { } found)
                    return found;
            return null;
        }

        /// <summary>Returns the pinned entries that still exist, newest first.</summary>
        public async Task<IReadOnlyList<TimelineEntry>> PinnedOf(OneStopDb db, Guid clientId, CasePerson person)
        {
            var found = new List<TimelineEntry>();
            foreach (var pin in await db.TimelinePins.AsNoTracking().Where(p => p.ClientId == clientId).OrderByDescending(p => p.EntryAt).ToListAsync())
                if (await sources.Find(db, person, pin.Kind, pin.EntryId, pin.EntryAt) is { } entry)
                    found.Add(entry);
            return found;
        }
    }

    private static TimelinePlace PlaceAfter(List<TimelineEntry> part, TimelinePlace from)
    {
        var last = part[^1].At;
        return new(last, part.Count(e => e.At == last) + (last == from.At ? from.Skip : 0));
    }
}
