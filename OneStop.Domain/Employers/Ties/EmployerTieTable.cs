using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Employers.Ties;

internal sealed class EmployerTieTable : IEntityTypeConfiguration<EmployerTie>
{
    public void Configure(EntityTypeBuilder<EmployerTie> tie)
    {
        tie.AnnouncesOne(CasePerson.Topic, t => t.ClientId);
        tie.Announces(EmployerDesk.Topic);
        tie.Property(t => t.Words).HasMaxLength(TieWish.LongestWords).DigestInTrail();
        tie.ComplexProperty(t => t.End);
        tie.HasIndex(t => t.ClientId);
        tie.HasIndex(t => t.EmployerId);
        tie.HasOne<Client>().WithMany().HasForeignKey(t => t.ClientId).OnDelete(DeleteBehavior.Restrict);
        tie.HasOne<Employer>().WithMany().HasForeignKey(t => t.EmployerId).OnDelete(DeleteBehavior.Restrict);
        tie.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
