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
            events.OrderByDescending(e => e.Sequence).Take(LookedThrough).Where(e => e.Sender == null && e.ProcessedAt != null).OrderByDescending(e => e.Sequence);

        /// <summary>What waits to be processed, as it came.</summary>
        public IQueryable<IncomingEvent> Waiting() => events.Where(e => e.ProcessedAt == null && e.PutAsideAt == null).OrderBy(e => e.Sequence);
    }
}
