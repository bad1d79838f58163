namespace OneStop.Domain.Channels;

/// <summary>How what came in is read.</summary>
public static class IncomingEventQueries
{
    extension(IQueryable<IncomingEvent> events)
    {
        /// <summary>What could not be processed after all attempts.</summary>
        public IQueryable<IncomingEvent> PutAside() => events.Where(e => e.PutAsideAt != null && e.ProcessedAt == null);

        /// <summary>What waits to be processed, as it came.</summary>
        public IQueryable<IncomingEvent> Waiting() => events.Where(e => e.ProcessedAt == null && e.PutAsideAt == null).OrderBy(e => e.Sequence);
    }
}
