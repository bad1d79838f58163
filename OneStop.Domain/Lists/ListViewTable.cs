using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Lists;

internal sealed class ListViewTable : IEntityTypeConfiguration<ListView>
{
    public void Configure(EntityTypeBuilder<ListView> view)
    {
        view.NobodyWatches("one's own, and read when its list is opened");
        view.OpenToAll("what somebody who works here calls a part of a list; only they read it");
        view.NotInTrail("how one looks at a list oneself");
        view.Versioned();
        view.Property(v => v.List).HasMaxLength(ListLayout.LongestList);
        view.Property(v => v.Name).HasMaxLength(ListView.LongestName);
        view.Property(v => v.Address).HasMaxLength(ListView.LongestAddress);
        view.HasIndex(v => new { v.StaffId, v.List, v.Name }).IsUnique();
        view.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
