using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

internal sealed class StaffPreferencesTable : IEntityTypeConfiguration<StaffPreferences>
{
    public void Configure(EntityTypeBuilder<StaffPreferences> preferences)
    {
        preferences.AnnouncesOne(PreferencesDesk.One, p => p.StaffId);
        preferences.OpenToAll("how the own screen of somebody who works here looks and rings");
        preferences.NotInTrail("how one's own screen looks and rings");
        preferences.HasKey(p => p.StaffId);
        preferences.HasOne<StaffMember>().WithOne().HasForeignKey<StaffPreferences>(p => p.StaffId).OnDelete(DeleteBehavior.Cascade);
        preferences.ComplexProperty(p => p.Chosen);
    }
}
