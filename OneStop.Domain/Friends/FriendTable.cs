using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Friends;

internal sealed class FriendTable : IEntityTypeConfiguration<Friend>
{
    public void Configure(EntityTypeBuilder<Friend> friend)
    {
        friend.Announces(ConversationTopics.Inbox, f => f.CalledAs); // the inbox shows the name; a block is shown by the conversation
        friend.Versioned(); // a colleague and the person may set the name at the same time
        friend.NotInTimeline("what happened in LINE stands in the conversation");
        friend.HasIndex(f => f.LineUserId).IsUnique();
        friend.HasIndex(f => f.Number).IsUnique();
        friend.HasIndex(f => new { f.FoldedName, f.Id }).HasFilter("\"FoldedName\" IS NOT NULL"); // few friends have a name, and a search reads all of them
        friend.Property(f => f.LineUserId).DigestInTrail();
        friend.Property(f => f.CalledAs).HasMaxLength(Friend.LongestNameUnits);
        friend.Property(f => f.FoldedName).HasMaxLength(8 * Friend.LongestNameUnits).NotInTrail(); // folding can make several characters of one (㌔)
    }
}
