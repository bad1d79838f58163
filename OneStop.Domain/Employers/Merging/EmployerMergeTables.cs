using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Employers.Merging;

internal sealed class EmployerMergeTable : IEntityTypeConfiguration<EmployerMerge>
{
    public void Configure(EntityTypeBuilder<EmployerMerge> merge)
    {
        merge.Announces(EmployerDesk.Topic);
        merge.OpenTo([Duty.OutreachOfficer], "employers are their work");
        merge.ConcernsNobody("which entries of employers are one; the ids of moved rows are opaque");
        merge.Versioned();
        merge.Property(m => m.Number).HasMaxLength(CorporateNumber.Digits);
        merge.Property(m => m.Before).HasConversion<JsonColumnConverter<EmployerWish>>().NotInTrail();
        merge.Property(m => m.After).HasConversion<JsonColumnConverter<EmployerWish>>().NotInTrail(); // the changed rows are in the trail themselves
        merge.Property(m => m.Rows).HasConversion<JsonListConverter<MovedRow>>().NotInTrail();
        merge.ComplexProperty(m => m.Undoing);
        merge.HasIndex(m => m.SurvivorId);
        merge.HasIndex(m => m.MergedId);
        merge.HasOne<Employer>().WithMany().HasForeignKey(m => m.SurvivorId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<Employer>().WithMany().HasForeignKey(m => m.MergedId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DistinctEmployersTable : IEntityTypeConfiguration<DistinctEmployers>
{
    public void Configure(EntityTypeBuilder<DistinctEmployers> pair)
    {
        pair.Announces(EmployerDesk.Topic);
        pair.OpenTo([Duty.OutreachOfficer], "employers are their work");
        pair.ConcernsNobody("two entries that are two employers");
        pair.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        pair.HasOne<Employer>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne<Employer>().WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.By).OnDelete(DeleteBehavior.Restrict);
    }
}
