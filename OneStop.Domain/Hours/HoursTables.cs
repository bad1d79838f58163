using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Hours;

internal sealed class HoursSettingTable : IEntityTypeConfiguration<HoursSetting>
{
    public void Configure(EntityTypeBuilder<HoursSetting> hours)
    {
        hours.Announces(HoursDesk.Topic);
        hours.OpenToAll("when the service is open, as it is published");
        hours.Property(h => h.Opens).HasConversion<MinutesConverter>();
        hours.Property(h => h.Closes).HasConversion<MinutesConverter>();
        hours.Property(h => h.Reason).HasMaxLength(HoursSetting.LongestReason);
        hours.HasDateOfEffect(h => h.Method);
    }
}

internal sealed class ClosureTable : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> closure)
    {
        closure.Announces(HoursDesk.Topic);
        closure.OpenToAll("when the service is closed, as it is published");
        closure.Property(c => c.Reason).HasMaxLength(HoursSetting.LongestReason);
        closure.HasIndex(c => c.Until);
    }
}
