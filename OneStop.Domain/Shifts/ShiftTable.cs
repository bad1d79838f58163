using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts;

internal sealed class WeeklyShiftTable : IEntityTypeConfiguration<WeeklyShift>
{
    public void Configure(EntityTypeBuilder<WeeklyShift> shift)
    {
        shift.InTrail();
        shift.Property(s => s.Times).HasConversion<WorkingTimesConverter>().HasMaxLength(200);
        shift.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
        shift.HasIndex(s => new { s.StaffId, s.Weekday, s.EffectiveFrom }).IsUnique();
    }
}

internal sealed class ShiftExceptionTable : IEntityTypeConfiguration<ShiftException>
{
    public void Configure(EntityTypeBuilder<ShiftException> shift)
    {
        shift.InTrail();
        shift.Property(s => s.Times).HasConversion<WorkingTimesConverter>().HasMaxLength(200);
        shift.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
        shift.HasIndex(s => new { s.StaffId, s.Date }).IsUnique();
        shift.HasIndex(s => s.Date);
        shift.HasIndex(s => s.ImportId);
    }
}

internal sealed class WorkingTimesConverter() : ValueConverter<WorkingTimes, string>(times => times.ToString(), text => WorkingTimes.Read(text));
