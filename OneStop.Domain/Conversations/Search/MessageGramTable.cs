using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Search;

/// <summary>The table is clustered by its key, on SQLite too (WITHOUT ROWID), and has no other index.</summary>
internal sealed class MessageGramTable : IEntityTypeConfiguration<MessageGram>
{
    public void Configure(EntityTypeBuilder<MessageGram> gram)
    {
        gram.NobodyWatches("worked out from messages");
        gram.NotInTrail("worked out from messages");
        gram.HasKey(g => new { g.Gram, g.Order, g.FriendNumber });
        gram.Property(g => g.Gram).ValueGeneratedNever();
        gram.Property(g => g.By).HasConversion<byte>();
        gram.Property(g => g.Kind).HasConversion<byte>();
    }
}

internal sealed class UnindexedMessageTable : IEntityTypeConfiguration<UnindexedMessage>
{
    public void Configure(EntityTypeBuilder<UnindexedMessage> waiting)
    {
        waiting.NobodyWatches("the index hears of each message through the inbox");
        waiting.NotInTrail("worked out from messages");
        waiting.NotInTimeline("worked out from messages");
        waiting.NotDisclosed("worked out from messages");
        waiting.HasKey(w => w.MessageId);
        waiting.HasOne<Message>().WithOne(m => m.Unindexed).HasForeignKey<UnindexedMessage>(w => w.MessageId).OnDelete(DeleteBehavior.Cascade);
        waiting.HasIndex(w => w.Order);
    }
}
