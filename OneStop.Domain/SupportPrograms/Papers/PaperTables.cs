using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;
using OneStop.Domain.Partners;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Papers;

internal sealed class CityMonthTable : IEntityTypeConfiguration<CityMonth>
{
    public void Configure(EntityTypeBuilder<CityMonth> month)
    {
        month.NobodyWatches("written once, when a month that is over is first read");
        month.ConcernsNobody("kinds, bands and rounded amounts; which versions were counted stands apart from the rows");
        month.HasKey(m => m.Month);
        month.Property(m => m.Programs).HasConversion<JsonListConverter<AnonymousProgram>>();
        month.Property(m => m.VersionIds).HasConversion<JsonListConverter<Guid>>();
    }
}

internal sealed class ProgramHandOverTable : IEntityTypeConfiguration<ProgramHandOver>
{
    /// <summary>For the names of all words together.</summary>
    private const int LongestWords = 60;

    public void Configure(EntityTypeBuilder<ProgramHandOver> handOver)
    {
        handOver.AnnouncesOne(ProgramDesk.OneTopic, h => h.ProgramId);
        handOver.OnlyForSupport("to which office a client's program went tells which benefit the client asks for");
        handOver.Versioned();
        handOver.Ignore(h => h.IsVoid);
        handOver.Property(h => h.PartnerName).HasMaxLength(PartnerWish.LongestName).DigestInTrail(); // which benefit the client asks for
        handOver.Property(h => h.Digest).HasMaxLength(ContentDigest.Length);
        handOver.Property(h => h.Words).HasMaxLength(LongestWords);
        handOver.Property(h => h.Notes).HasConversion<JsonListConverter<HandOverNote>>().DigestInTrail();
        handOver.ComplexProperty(h => h.Handing, handing => handing.Property(g => g!.To).HasMaxLength(HandingWish.LongestTo).DigestInTrail());
        handOver.HasOne<SupportProgram>().WithMany().HasForeignKey(h => h.ProgramId).OnDelete(DeleteBehavior.Cascade);
        handOver.HasOne<Partner>().WithMany().HasForeignKey(h => h.PartnerId).OnDelete(DeleteBehavior.Restrict);
        handOver.HasOne<StaffMember>().WithMany().HasForeignKey(h => h.MadeBy).OnDelete(DeleteBehavior.Restrict);
        handOver.HasIndex(h => new { h.ProgramId, h.MadeAt });
    }
}
