using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Approvals;

internal sealed class ApprovalTable : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> approval)
    {
        approval.Announces(ApprovalDesk.Topic);
        approval.ConcernsNobody("what may be done; its title and words name nobody who is supported");
        approval.OpenTo([Duty.City], "the City decides; its title and words name nobody who is supported");
        approval.Versioned();
        approval.Ignore(a => a.State);
        approval.Property(a => a.Kind).HasMaxLength(Approval.LongestKind);
        approval.Property(a => a.Title).HasMaxLength(Approval.LongestTitle);
        approval.Property(a => a.Digest).HasMaxLength(ContentDigest.Length);
        approval.Property(a => a.Remark).HasMaxLength(Approval.LongestWords);
        approval.ComplexProperty(a => a.Decision, decision =>
        {
            decision.Property(d => d!.Digest).HasMaxLength(ContentDigest.Length);
            decision.Property(d => d!.Number).HasMaxLength(ApprovalLetter.LongestNumber);
            decision.Property(d => d!.By).HasMaxLength(ApprovalLetter.LongestName);
        });
        approval.ComplexProperty(a => a.Return, back => back.Property(r => r!.Reason).HasMaxLength(Approval.LongestWords));
        approval.ComplexProperty(a => a.Withdrawal);
        approval.HasIndex(a => new { a.Kind, a.Number }).IsUnique();
        approval.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.AskedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
