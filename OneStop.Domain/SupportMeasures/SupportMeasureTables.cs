using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportMeasures;

internal sealed class SupportMeasureTable : IEntityTypeConfiguration<SupportMeasure>
{
    internal const string NobodyIn = "texts for everybody";
    internal const string FirstRowsOmitted = "the first rows come with the program; what managers write is recorded";

    public void Configure(EntityTypeBuilder<SupportMeasure> measure)
    {
        measure.Announces(MeasureDesk.Topic);
        measure.ConcernsNobody(NobodyIn);
        measure.OnlyStaffInTrail(FirstRowsOmitted);
        measure.Versioned();
        measure.Ignore(m => m.Wish);
        measure.Ignore(m => m.IsOneOfFour);
        measure.Property(m => m.Code).HasMaxLength(40);
        measure.HasIndex(m => m.Code).IsUnique();
        measure.ComplexProperty(m => m.Wording, MapWording);
        measure.ComplexProperty(m => m.Check);
        measure.ComplexProperty(m => m.Retirement);
        measure.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }

    internal static void MapWording(ComplexPropertyBuilder<MeasureWording> wording)
    {
        wording.Ignore(w => w.Wish);
        wording.Ignore(w => w.Texts);
        wording.Property(w => w.Name).HasMaxLength(MeasureWording.LongestName);
        wording.Property(w => w.ShortName).HasMaxLength(MeasureWording.LongestShortName);
        wording.Property(w => w.Summary).HasMaxLength(MeasureWording.LongestSummary);
        wording.Property(w => w.Conditions).HasMaxLength(MeasureWording.LongestText);
        wording.Property(w => w.Deadlines).HasMaxLength(MeasureWording.LongestText);
        wording.Property(w => w.WhereToApply).HasMaxLength(MeasureWording.LongestText);
    }
}

internal sealed class SupportMeasureRevisionTable : IEntityTypeConfiguration<SupportMeasureRevision>
{
    public void Configure(EntityTypeBuilder<SupportMeasureRevision> revision)
    {
        revision.HasKey(r => new { r.MeasureId, r.Edition });
        revision.NobodyWatches("written together with the measure");
        revision.ConcernsNobody(SupportMeasureTable.NobodyIn);
        revision.NotInTrail("the measure itself is in the trail");
        revision.ComplexProperty(r => r.Wording, SupportMeasureTable.MapWording);
        revision.HasOne<SupportMeasure>().WithMany().HasForeignKey(r => r.MeasureId).OnDelete(DeleteBehavior.Restrict);
        revision.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
