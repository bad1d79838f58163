using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients;

internal sealed class ClientTable : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> client)
    {
        client.Announces(ClientDesk.Topic);
        client.Versioned();
        client.HasIndex(c => c.Number).IsUnique();
        client.HasIndex(c => c.Number, "IX_Clients_Standing").HasFilter("\"MergedIntoId\" IS NULL AND \"ErasedAt\" IS NULL"); // the list, in its order
        client.HasIndex(c => c.MergedIntoId).HasFilter("\"MergedIntoId\" IS NOT NULL"); // without it SQLite reads all who stand by this index, and sorts them
        client.HasIndex(c => c.FriendId).IsUnique();
        client.HasOne<Friend>().WithMany().HasForeignKey(c => c.FriendId).OnDelete(DeleteBehavior.Restrict);
        client.HasOne<Client>().WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        client.StaysInMerge("it says itself where it went; former merges into it stay with it");
        client.KeptAtErasure("a person counts once in each figure (8(2), 10(2)); nothing but the number, and that they were of the target group, is left of them", null,
            c => c.Number, c => c.BornAt, c => c.Arrival, c => c.Eligibility, c => c.EligibilityAt, c => c.EligibilityRule, c => c.RegisteredBy,
            c => c.MergedIntoId, c => c.ErasedAt);
        client.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.RegisteredBy).OnDelete(DeleteBehavior.Restrict);
        client.Property(c => c.Name).HasMaxLength(Friend.LongestNameUnits);
        client.Property(c => c.FoldedName).HasMaxLength(8 * Friend.LongestNameUnits).NotInTrail(); // folding can make several characters of one (㌔)
        client.Property(c => c.Phone).HasMaxLength(20).DigestInTrail();
        client.HasIndex(c => c.Phone);
        client.Property(c => c.PhoneRemark).HasMaxLength(FactTexts.LongestShort);
        client.Ignore(c => c.Identity);
        client.Property(c => c.FullName).HasMaxLength(FactTexts.LongestShort);
        client.Property(c => c.Kana).HasMaxLength(FactTexts.LongestShort);
        client.Property(c => c.FoldedFullName).HasMaxLength(8 * FactTexts.LongestShort).NotInTrail();
        client.Property(c => c.FoldedKana).HasMaxLength(8 * FactTexts.LongestShort).NotInTrail();
        client.HasIndex(c => c.FoldedKana);
        client.HasIndex(c => c.BirthDate);
        client.Property(c => c.EligibilityRule).HasMaxLength(EligibilityQuestion.LongestRule);
    }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.Announces(ClientDesk.Topic);
        consent.Versioned();
        consent.Property(c => c.Purpose).HasMaxLength(ConsentPurpose.LongestCode);
        consent.Property(c => c.Wording).HasMaxLength(40);
        consent.Property(c => c.WordingDigest).HasMaxLength(64);
        consent.Property(c => c.Witness).HasMaxLength(Consent.LongestWitness).DigestInTrail();
        consent.Property(c => c.ObjectName).HasMaxLength(Consent.LongestObject).DigestInTrail();
        consent.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.WithdrawnBy).OnDelete(DeleteBehavior.Restrict);
        consent.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        consent.HasOne<ClientFile>().WithMany().HasForeignKey(c => c.ScanId).OnDelete(DeleteBehavior.Restrict);
        consent.HasIndex(c => new { c.ClientId, c.GivenAt });
    }
}

internal sealed class ClientLinkTable : IEntityTypeConfiguration<ClientLink>
{
    public void Configure(EntityTypeBuilder<ClientLink> link)
    {
        link.AnnouncesOne(CasePerson.Topic, l => l.ClientId, l => l.OfferedBy, l => l.SubmittedAt, l => l.WithdrawnAt);
        link.Versioned();
        link.Property(l => l.Kind).HasMaxLength(ClientLink.LongestKind);
        link.Property(l => l.Purpose).HasMaxLength(ConsentPurpose.LongestCode);
        link.Property(l => l.DeviceDigest).HasMaxLength(64).NotInTrail();
        link.Property(l => l.Draft).NotInTrail(); // encrypted, and deleted when the form is sent
        link.HasOne<Client>().WithMany().HasForeignKey(l => l.ClientId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.OfferedBy).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => new { l.ClientId, l.OfferedAt });
    }
}
