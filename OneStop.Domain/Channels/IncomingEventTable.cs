using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Channels;

internal sealed class IncomingEventTable : IEntityTypeConfiguration<IncomingEvent>
{
    public void Configure(EntityTypeBuilder<IncomingEvent> incoming)
    {
        incoming.Wakes(typeof(IncomingSignal), e => e.PutAsideAt); // for a retry by hand; new events are inserted without EF
        incoming.NotInTrail("what LINE sent, kept as it came; written past EF");
        incoming.HasKey(e => e.Sequence);
        incoming.Ignore(e => e.IsAtLastAttempt);
        incoming.Property(e => e.Sequence).ValueGeneratedOnAdd();
        incoming.Property(e => e.EventId).HasMaxLength(64);
        incoming.HasIndex(e => e.EventId).IsUnique();
        incoming.Property(e => e.Sender).HasMaxLength(33);
        incoming.Property(e => e.MessageId).HasMaxLength(40);
        incoming.HasIndex(e => e.MessageId);
        incoming.Property(e => e.Failure).HasMaxLength(200);
        incoming.Property(e => e.ProcessedAt).IsConcurrencyToken();
        incoming.HasIndex(e => new { e.ProcessedAt, e.PutAsideAt, e.Sequence });
        // a partial index: only failed events write to it
        incoming.HasIndex(e => new { e.Sender, e.NextTryAt }).HasFilter("\"NextTryAt\" IS NOT NULL");
    }
}
