using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Tags;

/// <summary>
/// A tag on a client who had no LINE when it was set. Somebody with LINE is tagged on the conversation; both count as the client's tags, so nothing has to be
/// moved when a telephone is linked, removed, or merged.
/// </summary>
public sealed class ClientTagging
{
    private ClientTagging() { }

    /// <summary>Sets a tag on a client.</summary>
    public static ClientTagging Of(Guid clientId, Guid tagId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = clientId, TagId = tagId };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid TagId { get; private set; }
}

internal sealed class ClientTaggingTable : IEntityTypeConfiguration<ClientTagging>
{
    public void Configure(EntityTypeBuilder<ClientTagging> tagging)
    {
        tagging.Announces(ClientDesk.Topic);
        tagging.NotInTimeline("a mark that is there or not; who set it is in the trail");
        tagging.VanishesWhenDoubled("the client has the tag already");
        tagging.HasOne<Client>().WithMany().HasForeignKey(t => t.ClientId).OnDelete(DeleteBehavior.Restrict);
        tagging.HasOne<Tag>().WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
        tagging.HasIndex(t => new { t.ClientId, t.TagId }).IsUnique();
        tagging.HasIndex(t => t.TagId);
    }
}
