using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Feeds;

internal sealed class FeedSwitchTable : IEntityTypeConfiguration<FeedSwitch>
{
    public void Configure(EntityTypeBuilder<FeedSwitch> change)
    {
        change.Announces(BookingFeedDesk.Topic);
        change.ConcernsNobody("a setting of the office");
        change.HasIndex(c => c.Number).IsUnique();
        change.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.SetBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BookingFeedTable : IEntityTypeConfiguration<BookingFeed>
{
    public void Configure(EntityTypeBuilder<BookingFeed> feed)
    {
        feed.Announces(BookingFeedDesk.Topic);
        feed.ConcernsNobody("the address of a member of staff");
        feed.Versioned();
        feed.HasKey(f => f.StaffId);
        feed.Property(f => f.Digest).HasMaxLength(64).DigestInTrail();
        feed.HasIndex(f => f.Digest).IsUnique();
        feed.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
