using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;
using OneStop.Domain.Employers;
using OneStop.Domain.JobOpenings.Asking;
using OneStop.Domain.JobOpenings.Counting;
using OneStop.Domain.JobOpenings.Declaring;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Domain.JobOpenings.Terms;
using OneStop.Domain.Places;
using OneStop.Domain.Staff;

namespace OneStop.Domain.JobOpenings;

internal sealed class JobOpeningTable : IEntityTypeConfiguration<JobOpening>
{
    internal const string NobodyIn = "an employer's opening; no client is in it";

    private const string Read = "outreach finds openings; no client is in them";

    public void Configure(EntityTypeBuilder<JobOpening> opening)
    {
        Open(opening);
        opening.AnnouncesOne(OpeningDesk.OneTopic, o => o.Id);
        opening.Versioned();
        opening.Ignore(o => o.Wish);
        opening.Ignore(o => o.Digest);
        opening.Ignore(o => o.Number);
        opening.Property(o => o.Title).HasMaxLength(OpeningWish.LongestTitle);
        opening.Property(o => o.Terms).HasConversion<JsonColumnConverter<OpeningTerms>>().DigestInTrail(); // what stood there is in the revisions
        opening.Property(o => o.Writers).HasConversion<JsonListConverter<Guid>>();
        opening.ComplexProperty(o => o.Receipt);
        opening.ComplexProperty(o => o.Check, check => check.Property(c => c!.Digest).HasMaxLength(ContentDigest.Length));
        opening.ComplexProperty(o => o.Publication);
        opening.ComplexProperty(o => o.End, end => end.Property(e => e!.Words).HasMaxLength(OpeningEnd.LongestWords));
        opening.ComplexProperty(o => o.Count, count => count.Property(c => c!.Why).HasMaxLength(OpeningCount.LongestWhy));
        opening.ComplexProperty(o => o.CountDecision, decision => decision.Property(d => d!.Reason).HasMaxLength(CountDecision.Longest));
        opening.HasOne(o => o.Traits).WithOne().HasForeignKey<OpeningTraits>(t => t.OpeningId).OnDelete(DeleteBehavior.Cascade);
        opening.Navigation(o => o.Traits).AutoInclude(); // every change follows into them
        opening.HasOne<Employer>().WithMany().HasForeignKey(o => o.EmployerId).OnDelete(DeleteBehavior.Restrict);
        opening.HasOne<Worksite>().WithMany().HasForeignKey(o => o.WorksiteId).OnDelete(DeleteBehavior.Restrict);
        opening.HasOne<JobOpening>().WithMany().HasForeignKey(o => o.CopiedFrom).OnDelete(DeleteBehavior.Restrict);
        opening.HasOne<StaffMember>().WithMany().HasForeignKey(o => o.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        opening.HasIndex(o => o.ReceiptNumber).IsUnique();
    }

    /// <summary>What holds for all tables of openings: outreach reads them too, and nobody who is supported is in them.</summary>
    internal static void Open<T>(EntityTypeBuilder<T> table) where T : class
    {
        table.Announces(OpeningDesk.Topic);
        table.OpenTo([Duty.OutreachOfficer], Read);
        table.ConcernsNobody(NobodyIn);
    }
}

internal sealed class OpeningTraitsTable : IEntityTypeConfiguration<OpeningTraits>
{
    public void Configure(EntityTypeBuilder<OpeningTraits> traits)
    {
        traits.OpenTo([Duty.OutreachOfficer], "outreach finds openings; no client is in them");
        traits.NobodyWatches("follows its opening, which announces");
        traits.NotInTrail("worked out from the opening");
        traits.HasKey(t => t.OpeningId);
        traits.Property(t => t.OpeningId).ValueGeneratedNever();
        traits.Property(t => t.Title).HasMaxLength(OpeningWish.LongestTitle);
        traits.Property(t => t.Occupation).HasMaxLength(TermLimits.LongestLine);
        traits.Property(t => t.EmployerName).HasMaxLength(TermLimits.LongestLine);
        traits.Property(t => t.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        traits.Property(t => t.Sameness).HasMaxLength(ContentDigest.Length);
        traits.Property(t => t.Folded).HasMaxLength(OpeningTraits.LongestFolded);
        traits.HasIndex(t => new { t.State, t.OpenUntil });
        traits.HasIndex(t => new { t.MunicipalityCode, t.State });
        traits.HasIndex(t => t.MonthlyPay);
        traits.HasIndex(t => t.ChangedAt);
        traits.HasIndex(t => t.AskAgainOn);
        traits.HasIndex(t => t.Sameness);
        traits.HasIndex(t => t.CountedOn);
    }
}

internal sealed class OpeningRevisionTable : IEntityTypeConfiguration<OpeningRevision>
{
    public void Configure(EntityTypeBuilder<OpeningRevision> revision)
    {
        JobOpeningTable.Open(revision);
        revision.Property(r => r.Why).HasMaxLength(OpeningRevision.LongestWhy);
        revision.Property(r => r.Title).HasMaxLength(OpeningWish.LongestTitle);
        revision.Property(r => r.Before).HasConversion<JsonColumnConverter<OpeningTerms>>().DigestInTrail(); // it never changes
        revision.Property(r => r.Changes).HasConversion<JsonListConverter<TermChange>>().DigestInTrail();
        revision.HasOne<JobOpening>().WithMany().HasForeignKey(r => r.OpeningId).OnDelete(DeleteBehavior.Cascade);
        revision.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Restrict);
        revision.HasIndex(r => new { r.OpeningId, r.Number }).IsUnique();
    }
}

internal sealed class OpeningInquiryTable : IEntityTypeConfiguration<OpeningInquiry>
{
    public void Configure(EntityTypeBuilder<OpeningInquiry> inquiry)
    {
        JobOpeningTable.Open(inquiry);
        inquiry.Property(i => i.Of).HasMaxLength(OpeningInquiry.LongestOf);
        inquiry.Property(i => i.Words).HasMaxLength(OpeningInquiry.LongestWords);
        inquiry.HasOne<JobOpening>().WithMany().HasForeignKey(i => i.OpeningId).OnDelete(DeleteBehavior.Cascade);
        inquiry.HasOne<StaffMember>().WithMany().HasForeignKey(i => i.StaffId).OnDelete(DeleteBehavior.Restrict);
        inquiry.HasIndex(i => new { i.OpeningId, i.On });
    }
}

internal sealed class EmployerDeclarationTable : IEntityTypeConfiguration<EmployerDeclaration>
{
    public void Configure(EntityTypeBuilder<EmployerDeclaration> declaration)
    {
        JobOpeningTable.Open(declaration);
        declaration.Ignore(d => d.Applying);
        declaration.Property(d => d.Form).HasMaxLength(EmployerDeclaration.LongestName);
        declaration.Property(d => d.SignedBy).HasMaxLength(EmployerDeclaration.LongestName);
        declaration.Property(d => d.Answers).HasConversion<JsonListConverter<GroundAnswer>>();
        declaration.HasOne<JobOpening>().WithMany().HasForeignKey(d => d.OpeningId).OnDelete(DeleteBehavior.Cascade);
        declaration.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
        declaration.HasIndex(d => new { d.OpeningId, d.At });
    }
}

internal sealed class PublicOriginTable : IEntityTypeConfiguration<PublicOrigin>
{
    public void Configure(EntityTypeBuilder<PublicOrigin> origin)
    {
        JobOpeningTable.Open(origin);
        origin.Versioned();
        origin.HasKey(o => o.OpeningId);
        origin.Property(o => o.OpeningId).ValueGeneratedNever();
        origin.Ignore(o => o.SourceInJapanese);
        origin.Ignore(o => o.Shown);
        origin.Property(o => o.SourceName).HasMaxLength(PublicOrigin.LongestName);
        origin.Property(o => o.Number).HasMaxLength(PublicOrigin.LongestNumber);
        origin.Property(o => o.Record).HasMaxLength(PublicOrigin.LongestRecord).DigestInTrail(); // as received, and public
        origin.HasOne<JobOpening>().WithOne().HasForeignKey<PublicOrigin>(o => o.OpeningId).OnDelete(DeleteBehavior.Cascade);
        origin.HasIndex(o => new { o.Source, o.SourceName, o.Number }).IsUnique();
    }
}
