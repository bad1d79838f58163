namespace OneStop.Domain.Channels;

/// <summary>Queries over the outbox.</summary>
public static class OutgoingMessageQueries
{
    extension(IQueryable<OutgoingMessage> messages)
    {
        /// <summary>Messages that wait to be sent.</summary>
        public IQueryable<OutgoingMessage> Outstanding() => messages.Where(m => m.State == Delivery.Waiting);

        /// <summary>Messages that failed or are unknown and about which nobody has decided.</summary>
        public IQueryable<OutgoingMessage> Asking() => messages.Where(m => (m.State == Delivery.Failed || m.State == Delivery.Unknown) && m.DecidedAt == null);

        /// <summary>
        /// Messages that may be sent now: in each conversation only the first waiting one, so that the order is kept and a stuck message delays no
        /// other conversation; and none that another portal has claimed. A message that was put off on purpose and not tried yet keeps no place: what
        /// is said meanwhile, an answer to words of danger too, would otherwise wait for hours. One that only waits out the usual hold keeps its own.
        /// </summary>
        public IQueryable<OutgoingMessage> Due(DateTimeOffset now)
        {
            var holdsEnd = now + OutgoingMessage.UsualHold;
            return messages.Outstanding()
                .Where(m => m.NextTryAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now))
                .Where(m => !messages.Any(earlier => earlier.State == Delivery.Waiting && earlier.ConversationId == m.ConversationId && earlier.Order < m.Order
                    && (earlier.Attempts > 0 || earlier.NextTryAt <= holdsEnd)))
                .OrderBy(m => m.NextTryAt);
        }
    }
}
