namespace OneStop.Domain.Channels;

/// <summary>How what came in is read.</summary>
public static class IncomingEventQueries
{
    private const int LookedThrough = 5000;

    extension(IQueryable<IncomingEvent> events)
    {
        /// <summary>What could not be processed after all attempts.</summary>
        public IQueryable<IncomingEvent> PutAside() => events.Where(e => e.PutAsideAt != null && e.ProcessedAt == null);

        /// <summary>What belongs to no friend's conversation, the newest first, among the last few thousand: there is no index for so few.</summary>
        public IQueryable<IncomingEvent> Unplaced() =>
            events.OrderByDescending(e => e.Sequence).Take(LookedThrough)
            .Where(e => e.Sender == null && e.ProcessedAt != null).OrderByDescending(e => e.Sequence);

        /// <summary>What waits to be processed, as it came.</summary>
        public IQueryable<IncomingEvent> Waiting() => events.Where(e => e.ProcessedAt == null && e.PutAsideAt == null).OrderBy(e => e.Sequence);

        /// <summary>
        /// Of these, what may be processed now: nothing that waits for its next try, and nothing that its friend said after something that does.
        /// </summary>
        public IQueryable<IncomingEvent> Ready(DateTimeOffset now) => events.Waiting()
            .Where(e => e.NextTryAt == null || e.NextTryAt <= now)
            .Where(e => e.Sender == null
                || !events.Any(earlier => earlier.Sender == e.Sender && earlier.NextTryAt > now && earlier.ProcessedAt == null && earlier.PutAsideAt == null
                && (earlier.OccurredAt < e.OccurredAt || (earlier.OccurredAt == e.OccurredAt && earlier.Sequence < e.Sequence))));
    }
}
