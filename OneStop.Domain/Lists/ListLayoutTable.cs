using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Lists;

internal sealed class ListLayoutTable : IEntityTypeConfiguration<ListLayout>
{
    public void Configure(EntityTypeBuilder<ListLayout> layout)
    {
        layout.NobodyWatches("one's own, and read when its list is opened");
        layout.OpenToAll("which columns somebody who works here looks at");
        layout.NotInTrail("how one looks at a list oneself");
        layout.HasKey(l => new { l.StaffId, l.List });
        layout.Property(l => l.List).HasMaxLength(ListLayout.LongestList);
        layout.Property(l => l.Hidden).HasConversion(columns => columns.ToString(), text => ColumnNames.Read(text)).HasMaxLength(ColumnNames.Longest);
        layout.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
