using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

internal sealed class FormDraftTable : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> draft)
    {
        draft.OpenTo([Duty.OutreachOfficer], "one's own, encrypted for its writer; their forms are about employers");
        draft.NotInTrail("what is typed and not saved");
        draft.NotInTimeline("what is typed and not saved");
        draft.NotDisclosed("what is typed and not saved, encrypted for its writer");
        draft.NobodyWatches("one's own, and read when its form is opened");
        draft.HasKey(d => new { d.StaffId, d.Key });
        draft.Property(d => d.Key).HasMaxLength(FormDraft.LongestKey);
        draft.HasIndex(d => d.At);
        draft.HasIndex(d => d.ConversationId);
        draft.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
