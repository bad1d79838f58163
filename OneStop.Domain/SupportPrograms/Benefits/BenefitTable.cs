using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Benefits;

internal sealed class BenefitEventTable : IEntityTypeConfiguration<BenefitEvent>
{
    public void Configure(EntityTypeBuilder<BenefitEvent> entry)
    {
        entry.Announces(ProgramDesk.Topic);
        entry.AnnouncesOne(ProgramDesk.OneTopic, e => e.ProgramId);
        entry.OnlyForSupport("tells of a loan and of the income");
        entry.Versioned();
        entry.Ignore(e => e.Wish);
        entry.ComplexProperty(e => e.Annulment);
        entry.ComplexProperty(e => e.Check);
        entry.ComplexProperty(e => e.Look);
        entry.HasOne<SupportProgram>().WithMany().HasForeignKey(e => e.ProgramId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.NotedBy).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.ChangedBy).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.ProgramId, e.On });
    }
}
