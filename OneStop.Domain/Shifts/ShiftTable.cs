using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OneStop.Domain.Data;
using OneStop.Domain.Imports;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts;

internal sealed class WeeklyShiftTable : IEntityTypeConfiguration<WeeklyShift>
{
    public void Configure(EntityTypeBuilder<WeeklyShift> shift)
    {
        shift.Announces(ShiftDesk.Topic);
        shift.ConcernsNobody("when a member of staff works");
        shift.OpenTo([Duty.Administrator], "who leaves hands over work to those who are on shift; times of staff only");
        shift.Property(s => s.Times).HasConversion<WorkingTimesConverter>().HasMaxLength(200);
        shift.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
        shift.HasDateOfEffect(s => s.StaffId, s => s.Weekday);
    }
}

internal sealed class ShiftExceptionTable : IEntityTypeConfiguration<ShiftException>
{
    public void Configure(EntityTypeBuilder<ShiftException> shift)
    {
        shift.Announces(ShiftDesk.Topic);
        shift.ConcernsNobody("when a member of staff works");
        shift.OpenTo([Duty.Administrator], "who leaves hands over work to those who are on shift; times of staff only");
        shift.Property(s => s.Times).HasConversion<WorkingTimesConverter>().HasMaxLength(200);
        shift.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
        shift.HasIndex(s => new { s.StaffId, s.Date }).IsUnique();
        shift.HasIndex(s => s.Date);
        shift.HasIndex(s => s.ImportId);
    }
}

internal sealed class ShiftImportDayTable : IEntityTypeConfiguration<ShiftImportDay>
{
    public void Configure(EntityTypeBuilder<ShiftImportDay> day)
    {
        day.NobodyWatches("written once, with its import");
        day.ToTable("ShiftImportDays");
        day.NotInTrail("written once, with its import; what it changes is in the trail");
        day.HasKey(d => new { d.ImportId, d.StaffId, d.Date });
        day.HasOne<ImportBatch>().WithMany().HasForeignKey(d => d.ImportId).OnDelete(DeleteBehavior.Cascade);
        day.Ignore(d => d.Edit);
        day.Property(d => d.Before).HasConversion<WorkingTimesConverter>().HasMaxLength(200);
        day.Property(d => d.After).HasConversion<WorkingTimesConverter>().HasMaxLength(200);
    }
}

internal sealed class WorkingTimesConverter() : ValueConverter<WorkingTimes, string>(times => times.ToString(), text => WorkingTimes.Read(text));
