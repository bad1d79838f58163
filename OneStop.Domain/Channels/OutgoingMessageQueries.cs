namespace OneStop.Domain.Channels;

/// <summary>How the outbox is read.</summary>
public static class OutgoingMessageQueries
{
    extension(IQueryable<OutgoingMessage> messages)
    {
        /// <summary>What has not been settled.</summary>
        public IQueryable<OutgoingMessage> Outstanding() => messages.Where(m => m.State == Delivery.Waiting);

        /// <summary>What failed or is unknown, and nobody has decided about.</summary>
        public IQueryable<OutgoingMessage> Asking() => messages.Where(m => (m.State == Delivery.Failed || m.State == Delivery.Unknown) && m.DecidedAt == null);

        /// <summary>
        /// What may go out now: in each conversation only the first that waits, so that the order is kept and a stuck one holds up
        /// no other conversation; and nothing that another portal has in hand.
        /// </summary>
        public IQueryable<OutgoingMessage> Due(DateTimeOffset now) => messages.Outstanding()
            .Where(m => m.NextTryAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now))
            .Where(m => !messages.Any(earlier => earlier.State == Delivery.Waiting && earlier.ConversationId == m.ConversationId && earlier.Order < m.Order))
            .OrderBy(m => m.NextTryAt);
    }
}
