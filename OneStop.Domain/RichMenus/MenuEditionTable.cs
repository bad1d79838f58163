using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.RichMenus;

internal sealed class MenuEditionTable : IEntityTypeConfiguration<MenuEdition>
{
    private const int DigestLength = 64;

    public void Configure(EntityTypeBuilder<MenuEdition> edition)
    {
        edition.ConcernsNobody("the same for all clients");
        edition.OpenTo([Duty.City], "the City approves the menu; it is the same for all clients");
        edition.Versioned();
        edition.Ignore(e => e.Buttons);
        edition.Ignore(e => e.State);
        edition.Property<string>("buttons").HasColumnName("Buttons");
        edition.Property(e => e.Picture).NotInTrail(); // its digest is
        edition.Property(e => e.BusyUntil).NotInTrail();
        edition.Property(e => e.ContentType).HasMaxLength(20);
        edition.Property(e => e.ChatBarText).HasMaxLength(40);
        edition.Property(e => e.Remark).HasMaxLength(MenuEdition.LongestRemark);
        edition.Property(e => e.Digest).HasMaxLength(DigestLength);
        edition.ComplexProperty(e => e.Approval, approval =>
        {
            approval.Property(a => a!.Digest).HasMaxLength(DigestLength);
            approval.Property(a => a!.Number).HasMaxLength(ApprovalLetter.LongestNumber);
            approval.Property(a => a!.By).HasMaxLength(ApprovalLetter.LongestName);
        });
        edition.ComplexProperty(e => e.Return, back => back.Property(r => r!.Reason).HasMaxLength(MenuEdition.LongestRemark));
        edition.ComplexProperty(e => e.Withdrawal);
        edition.ComplexProperty(e => e.Display, display => display.Property(d => d!.LineId).HasMaxLength(60));
        edition.ComplexProperty(e => e.Removal);
        edition.HasIndex(e => e.Number).IsUnique();
        edition.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.ProposedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
