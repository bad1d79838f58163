using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Tags;

internal sealed class TagTable : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.Announces(TagDesk.Topic);
        tag.Announces(ConversationTopics.Inbox); // the rows of the inbox show its name
        tag.ConcernsNobody("a word for many; who has it is the tagging");
        tag.Versioned();
        tag.Property(t => t.Name).HasMaxLength(Tag.LongestName);
        tag.HasIndex(t => t.Name).IsUnique();
    }
}

internal sealed class TaggingTable : IEntityTypeConfiguration<Tagging>
{
    public void Configure(EntityTypeBuilder<Tagging> tagging)
    {
        tagging.AnnouncesConversation(t => t.ConversationId);
        tagging.Announces(TagDesk.Topic); // how often a tag is used, and the list of clients
        tagging.NotInTimeline("a mark that is there or not; who set it is in the trail");
        tagging.HasKey(t => new { t.ConversationId, t.TagId });
        tagging.HasIndex(t => t.TagId);
        tagging.HasOne<Conversation>().WithMany().HasForeignKey(t => t.ConversationId).OnDelete(DeleteBehavior.Cascade);
        tagging.HasOne<Tag>().WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
    }
}
