using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Video;

internal sealed class VideoProviderTable : IEntityTypeConfiguration<VideoProvider>
{
    public void Configure(EntityTypeBuilder<VideoProvider> service)
    {
        service.Announces(VideoProviderDesk.Topic);
        service.Announces(TermsDesk.Topic); // the methods on offer have changed
        service.Announces(BookingDialogueDesk.Topic);
        service.Wakes(typeof(BookingSignal));
        service.ConcernsNobody("the same for all clients");
        service.Versioned();
        service.Property(s => s.Name).HasMaxLength(VideoProvider.LongestName);
        service.PrimitiveCollection(s => s.Hosts);
        service.ComplexProperty(s => s.End);
        service.HasOne(s => s.Approval).WithOne().HasForeignKey<VideoProvider>("ApprovalId").OnDelete(DeleteBehavior.Restrict);
        service.Navigation(s => s.Approval).AutoInclude();
    }
}

internal sealed class VideoLinkTable : IEntityTypeConfiguration<VideoLink>
{
    public void Configure(EntityTypeBuilder<VideoLink> link)
    {
        link.Announces(BookingDialogueDesk.Topic);
        link.NotInTimeline("the booking is, and the message that carries it");
        link.Versioned();
        link.Ignore(l => l.Uri);
        link.Ignore(l => l.WasSent);
        link.Property(l => l.Address).HasMaxLength(VideoAddress.Longest).DigestInTrail().NotDisclosed(); // it opens a room
        link.Property(l => l.Digest).HasMaxLength(64).DigestInTrail().NotDisclosed();
        link.HasIndex(l => l.Digest);
        link.HasIndex(l => l.BookingId, "IX_VideoLinks_Valid").IsUnique().HasFilter("\"ReplacedAt\" IS NULL"); // one at a time
        link.HasOne<Booking>().WithMany().HasForeignKey(l => l.BookingId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Message>().WithMany().HasForeignKey(l => l.MessageId).OnDelete(DeleteBehavior.SetNull);
        link.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.EnteredBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GivenAddressTable : IEntityTypeConfiguration<GivenAddress>
{
    public void Configure(EntityTypeBuilder<GivenAddress> given)
    {
        given.NobodyWatches("read when an address is entered");
        given.NotInTimeline("the digest of an address; the booking is in it");
        given.NotDisclosed("the digest of an address, which says nothing");
        given.KeptAtErasure("an address that went to somebody is never given to another, who would meet them", null, g => g.ClientId, g => g.Digest);
        given.Property(g => g.Digest).HasMaxLength(64).DigestInTrail();
        given.HasIndex(g => g.Digest).IsUnique();
        given.HasOne<Client>().WithMany().HasForeignKey(g => g.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VideoTalkTable : IEntityTypeConfiguration<VideoTalk>
{
    public void Configure(EntityTypeBuilder<VideoTalk> talk)
    {
        talk.Announces(BookingDialogueDesk.Topic);
        talk.NotInTimeline("the booking is, and the record of the talk");
        talk.Versioned();
        talk.HasIndex(t => t.BookingId).IsUnique();
        talk.HasOne<Booking>().WithMany().HasForeignKey(t => t.BookingId).OnDelete(DeleteBehavior.Restrict);
        talk.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
