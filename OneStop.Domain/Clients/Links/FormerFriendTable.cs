using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Links;

internal sealed class FormerFriendTable : IEntityTypeConfiguration<FormerFriend>
{
    public void Configure(EntityTypeBuilder<FormerFriend> former)
    {
        former.Announces(ClientDesk.Topic);
        former.HasOne<Client>().WithMany().HasForeignKey(f => f.ClientId).OnDelete(DeleteBehavior.Restrict);
        former.HasOne<Friend>().WithMany().HasForeignKey(f => f.FriendId).OnDelete(DeleteBehavior.Restrict);
        former.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.By).OnDelete(DeleteBehavior.Restrict);
        former.HasIndex(f => f.FriendId).IsUnique(); // a telephone was one person's
    }
}
