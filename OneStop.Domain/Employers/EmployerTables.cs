using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Places;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Employers;

/// <summary>What the tables of employers have in common.</summary>
internal static class EmployerMapping
{
    extension<T>(EntityTypeBuilder<T> table) where T : class
    {
        /// <summary>Declares a table that belongs to an employer: who seeks openings reads it too, and it concerns no client.</summary>
        /// <param name="employer">The column of the employer.</param>
        public void OfEmployer(string employer)
        {
            table.Announces(EmployerDesk.Topic);
            table.OpenTo([Duty.OutreachOfficer], "employers are their work; a tie to a client is in another table");
            table.ConcernsNobody("about an employer; it names no client");
            table.Versioned();
            table.HasIndex(employer);
            table.HasOne(typeof(Employer)).WithMany().HasForeignKey(employer).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal sealed class EmployerTable : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> employer)
    {
        employer.Announces(EmployerDesk.Topic);
        employer.OpenTo([Duty.OutreachOfficer], "employers are their work; a tie to a client is in another table");
        employer.ConcernsNobody("an employer; whom it employs is in other tables");
        employer.Versioned();
        employer.Property(e => e.Name).HasMaxLength(EmployerWish.LongestName);
        employer.Property(e => e.Kana).HasMaxLength(EmployerWish.LongestName);
        employer.Property(e => e.CorporateNumber).HasMaxLength(CorporateNumber.Digits);
        employer.Property(e => e.Address).HasMaxLength(EmployerWish.LongestAddress);
        employer.Property(e => e.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        employer.Property(e => e.IndustryCode).HasMaxLength(Industry.CodeLength);
        employer.Property(e => e.Phone).HasMaxLength(PhoneNumber.LongestTyped);
        employer.Property(e => e.WebAddress).HasMaxLength(EmployerWish.LongestLink);
        employer.Property(e => e.Notes).HasMaxLength(EmployerWish.LongestNotes);
        employer.Property(e => e.SourceName).HasMaxLength(EmployerWish.LongestSource);
        employer.Property(e => e.NextWords).HasMaxLength(EmployerCourse.LongestNext);
        employer.Property(e => e.WhatWouldChange).HasMaxLength(EmployerCourse.LongestChange);
        employer.ComplexProperty(e => e.Listing, consent =>
        {
            consent.Property(c => c.By).HasMaxLength(ListingConsent.LongestBy);
            consent.Property(c => c.How).HasMaxLength(ListingConsent.LongestHow);
        });
        employer.Property(e => e.Reading).HasMaxLength(4 * EmployerWish.LongestName).NotInTrail(); // folding can make several characters of one (㌔)
        employer.Property(e => e.Core).HasMaxLength(4 * EmployerWish.LongestName).NotInTrail();
        employer.Property(e => e.PhoneDigits).HasMaxLength(11).NotInTrail();
        employer.Property(e => e.FoldedAddress).HasMaxLength(4 * EmployerWish.LongestAddress).NotInTrail();
        employer.Property(e => e.Folded).NotInTrail();
        employer.Ignore(e => e.Course);
        employer.HasIndex(e => e.CorporateNumber).IsUnique();
        employer.HasIndex(e => e.Reading);
        employer.HasIndex(e => e.Core);
        employer.HasIndex(e => e.PhoneDigits);
        employer.HasIndex(e => new { e.Stage, e.NextOn });
        employer.HasIndex(e => new { e.InChargeId, e.NextOn });
        employer.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.InChargeId).OnDelete(DeleteBehavior.Restrict);
        employer.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.EnteredBy).OnDelete(DeleteBehavior.Restrict);
        employer.HasOne<Employer>().WithMany().HasForeignKey(e => e.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorksiteTable : IEntityTypeConfiguration<Worksite>
{
    public void Configure(EntityTypeBuilder<Worksite> site)
    {
        site.OfEmployer(nameof(Worksite.EmployerId));
        site.Property(s => s.Name).HasMaxLength(EmployerWish.LongestName);
        site.Property(s => s.Address).HasMaxLength(EmployerWish.LongestAddress);
        site.Property(s => s.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        site.Property(s => s.Phone).HasMaxLength(PhoneNumber.LongestTyped);
        site.Property(s => s.Station).HasMaxLength(WorksiteWish.LongestStation);
        site.Property(s => s.Notes).HasMaxLength(EmployerWish.LongestNotes);
        site.ComplexProperty(s => s.Removal);
    }
}

internal sealed class EmployerPersonTable : IEntityTypeConfiguration<EmployerPerson>
{
    public void Configure(EntityTypeBuilder<EmployerPerson> person)
    {
        person.OfEmployer(nameof(EmployerPerson.EmployerId));
        person.Property(p => p.Name).HasMaxLength(EmployerPersonWish.LongestName);
        person.Property(p => p.Kana).HasMaxLength(EmployerPersonWish.LongestName);
        person.Property(p => p.Role).HasMaxLength(EmployerPersonWish.LongestRole);
        person.Property(p => p.Phone).HasMaxLength(PhoneNumber.LongestTyped);
        person.Property(p => p.Mail).HasMaxLength(EmployerPersonWish.LongestMail);
        person.Property(p => p.BestTime).HasMaxLength(EmployerPersonWish.LongestTime);
        person.Property(p => p.Notes).HasMaxLength(EmployerWish.LongestNotes);
        person.ComplexProperty(p => p.Removal);
    }
}

internal sealed class EmployerMarkTable : IEntityTypeConfiguration<EmployerMark>
{
    public void Configure(EntityTypeBuilder<EmployerMark> mark)
    {
        mark.OfEmployer(nameof(EmployerMark.EmployerId));
        mark.Property(m => m.Name).HasMaxLength(EmployerMarkWish.LongestName);
        mark.Property(m => m.Seen).HasMaxLength(EmployerMarkWish.LongestSeen);
        mark.ComplexProperty(m => m.Removal);
        mark.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnderstandingTable : IEntityTypeConfiguration<Understanding>
{
    public void Configure(EntityTypeBuilder<Understanding> understanding)
    {
        understanding.OfEmployer(nameof(Understanding.EmployerId));
        understanding.Property(u => u.Words).HasMaxLength(UnderstandingWish.LongestWords);
        understanding.ComplexProperty(u => u.Removal);
        understanding.HasOne<StaffMember>().WithMany().HasForeignKey(u => u.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
