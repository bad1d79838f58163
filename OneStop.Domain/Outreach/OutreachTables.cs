using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Employers;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Outreach;

internal sealed class OutreachContactTable : IEntityTypeConfiguration<OutreachContact>
{
    public void Configure(EntityTypeBuilder<OutreachContact> contact)
    {
        contact.Announces(EmployerDesk.Topic);
        contact.OpenTo([Duty.OutreachOfficer], "contacts with employers are their work; they name no client");
        contact.ConcernsNobody("about an employer; it names no client");
        contact.Versioned();
        contact.Property(c => c.With).HasMaxLength(OutreachWish.LongestWith);
        contact.Property(c => c.Words).HasMaxLength(OutreachWish.LongestWords);
        contact.Property(c => c.Before).HasConversion<JsonColumnConverter<EmployerCourse>>().NotInTrail();
        contact.Property(c => c.After).HasConversion<JsonColumnConverter<EmployerCourse>>().NotInTrail(); // the employer's row has it
        contact.ComplexProperty(c => c.Annulment);
        contact.HasIndex(c => new { c.EmployerId, c.At });
        contact.HasIndex(c => c.At);
        contact.HasOne<Employer>().WithMany().HasForeignKey(c => c.EmployerId).OnDelete(DeleteBehavior.Restrict);
        contact.HasOne<EmployerPerson>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        contact.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
