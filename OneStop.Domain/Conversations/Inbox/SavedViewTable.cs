using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Inbox;

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.NobodyWatches("one's own, and read with the inbox");
        view.NotInTrail("how one looks at the list oneself");
        view.Property(v => v.Name).HasMaxLength(SavedView.LongestName);
        view.ComplexProperty(v => v.Filter);
        view.HasIndex(v => v.StaffId);
        view.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
