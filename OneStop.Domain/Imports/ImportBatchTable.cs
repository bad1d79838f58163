using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Imports;

internal sealed class ImportBatchTable : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.Announces(ImportBatch.Topic);
        batch.ConcernsNobody("that many rows were brought in at once; each of them says whom it concerns");
        batch.Versioned();
        batch.Property(b => b.Kind).HasMaxLength(40);
        batch.Property(b => b.About).HasMaxLength(200);
        batch.Property(b => b.FileName).HasMaxLength(200).DigestInTrail(); // file names may contain people's names
        batch.HasOne<StaffMember>().WithMany().HasForeignKey(b => b.ImportedBy).OnDelete(DeleteBehavior.Restrict);
        batch.HasIndex(b => new { b.Kind, b.ImportedAt });
    }
}
