using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Partners;

internal sealed class PartnerTable : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.Announces(PartnerDesk.Topic);
        partner.ConcernsNobody("an office; whom it was named to is in other tables");
        partner.Versioned();
        partner.Property(p => p.Name).HasMaxLength(PartnerWish.LongestName);
        partner.Property(p => p.Kana).HasMaxLength(PartnerWish.LongestName);
        partner.Ignore(p => p.Kinds);
        partner.PrimitiveCollection<List<PartnerKind>>(PartnerQueries.Kinds).HasColumnName("Kinds").ElementType(e => e.HasConversion<string>());
        partner.Property(p => p.ForWhom).HasMaxLength(PartnerWish.LongestForWhom);
        partner.Property(p => p.Hours).HasMaxLength(PartnerWish.LongestHours);
        partner.Property(p => p.Phone).HasMaxLength(PhoneNumber.LongestTyped);
        partner.Property(p => p.Address).HasMaxLength(PartnerWish.LongestAddress);
        partner.Property(p => p.MapLink).HasMaxLength(PartnerWish.LongestLink);
        partner.Property(p => p.WebAddress).HasMaxLength(PartnerWish.LongestLink);
        partner.Property(p => p.HowToRefer).HasMaxLength(PartnerWish.LongestHow);
        partner.Property(p => p.Reading).HasMaxLength(4 * PartnerWish.LongestName).NotInTrail(); // folding can make several characters of one (㌔)
        partner.Property(p => p.Folded).NotInTrail();
        partner.ComplexProperty(p => p.Check);
        partner.ComplexProperty(p => p.Closing);
        partner.HasIndex(p => p.Reading);
        partner.HasIndex(p => p.CheckDueAt);
        partner.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.EnteredBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PartnerNoteTable : IEntityTypeConfiguration<PartnerNote>
{
    public void Configure(EntityTypeBuilder<PartnerNote> note)
    {
        note.Announces(PartnerDesk.Topic);
        note.ConcernsNobody("about an office; it names no client");
        note.Property(n => n.Text).HasMaxLength(PartnerNote.Longest);
        note.ComplexProperty(n => n.Withdrawal);
        note.HasIndex(n => new { n.PartnerId, n.At });
        note.HasOne<Partner>().WithMany().HasForeignKey(n => n.PartnerId).OnDelete(DeleteBehavior.Cascade);
        note.HasOne<StaffMember>().WithMany().HasForeignKey(n => n.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
