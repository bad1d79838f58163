namespace OneStop.Domain.Channels;

/// <summary>Queries over incoming events.</summary>
public static class IncomingEventQueries
{
    private const int LookedThrough = 5000;

    extension(IQueryable<IncomingEvent> events)
    {
        /// <summary>Events that failed at all attempts.</summary>
        public IQueryable<IncomingEvent> PutAside() => events.Where(e => e.PutAsideAt != null && e.ProcessedAt == null);

        /// <summary>
        /// Events without a friend's conversation, the newest first, among the last few thousand: they are too few to have an index. Without those of
        /// somebody who was erased.
        /// </summary>
        public IQueryable<IncomingEvent> Unplaced() =>
            events.OrderByDescending(e => e.Sequence).Take(LookedThrough)
            .Where(e => e.Sender == null && e.ProcessedAt != null && e.Body != IncomingEvent.Wiped).OrderByDescending(e => e.Sequence);

        /// <summary>Events that wait to be processed, in order of arrival.</summary>
        public IQueryable<IncomingEvent> Waiting() => events.Where(e => e.ProcessedAt == null && e.PutAsideAt == null).OrderBy(e => e.Sequence);

        /// <summary>
        /// Waiting events that may be processed now: those whose next attempt is not in the future, and whose friend has no earlier event with one.
        /// </summary>
        public IQueryable<IncomingEvent> Ready(DateTimeOffset now) => events.Waiting()
            .Where(e => e.NextTryAt == null || e.NextTryAt <= now)
            .Where(e => e.Sender == null
                || !events.Any(earlier => earlier.Sender == e.Sender && earlier.NextTryAt > now && earlier.ProcessedAt == null && earlier.PutAsideAt == null
                && (earlier.OccurredAt < e.OccurredAt || (earlier.OccurredAt == e.OccurredAt && earlier.Sequence < e.Sequence))));
    }
}
