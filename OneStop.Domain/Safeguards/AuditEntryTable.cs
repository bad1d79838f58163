using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Safeguards;

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.NobodyWatches("read when it is opened");
        entry.Property(e => e.ActorKind).HasMaxLength(10);
        entry.Property(e => e.Sitting).HasMaxLength(40);
        entry.Property(e => e.Subject).HasMaxLength(60);
        entry.Property(e => e.SubjectId).HasMaxLength(120);
        entry.NotInTrail("it is the trail");
        entry.Ignore(e => e.Said);
        entry.Property(e => e.Mac).HasMaxLength(64);
        entry.Property(e => e.Seal).HasMaxLength(64);
        entry.HasIndex(e => e.Number).IsUnique();
        entry.HasIndex(e => new { e.Subject, e.SubjectId });
        entry.HasIndex(e => new { e.Sitting, e.Act });
        entry.HasIndex(e => new { e.PersonId, e.At });
    }
}

internal sealed class AuditValueTable : IEntityTypeConfiguration<AuditValue>
{
    public void Configure(EntityTypeBuilder<AuditValue> value)
    {
        value.NobodyWatches("read when it is opened");
        value.NotInTrail("it is the trail");
        value.HasKey(v => new { v.EntryId, v.Field });
        value.Property(v => v.Field).HasMaxLength(60);
        value.HasOne<AuditEntry>().WithMany().HasForeignKey(v => v.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}
