using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Friends;

internal sealed class FriendTable : IEntityTypeConfiguration<Friend>
{
    public void Configure(EntityTypeBuilder<Friend> friend)
    {
        friend.Announces(ConversationTopics.Inbox, f => f.CalledAs); // the name stands in the rows; a block stands in the conversation
        friend.Versioned(); // a colleague, or the person in a form, may write the name at the same instant
        friend.HasIndex(f => f.LineUserId).IsUnique();
        friend.HasIndex(f => f.Number).IsUnique();
        friend.Property(f => f.LineUserId).DigestInTrail();
        friend.Property(f => f.CalledAs).HasMaxLength(Friend.LongestNameUnits);
        friend.Property(f => f.FoldedName).HasMaxLength(8 * Friend.LongestNameUnits).NotInTrail(); // folding takes ㌔ apart
    }
}
