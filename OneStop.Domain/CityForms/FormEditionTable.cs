using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.CityForms;

internal sealed class FormEditionTable : IEntityTypeConfiguration<FormEdition>
{
    public void Configure(EntityTypeBuilder<FormEdition> edition)
    {
        edition.Announces(CityFormDesk.Topic);
        edition.ConcernsNobody("an empty form, the same for all clients");
        edition.Versioned();
        edition.Property(e => e.FormCode).HasMaxLength(FormEdition.LongestCode);
        edition.Property(e => e.Note).HasMaxLength(FormEdition.LongestNote);
        edition.Property(e => e.FileName).HasMaxLength(220);
        edition.Property(e => e.Digest).HasMaxLength(64);
        edition.ComplexProperty(e => e.Contents, StoredFileTable.Lengths);
        edition.ComplexProperty(e => e.TakenBack);
        edition.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.UploadedBy).OnDelete(DeleteBehavior.Restrict);
        edition.HasIndex(e => new { e.FormCode, e.UsedFrom });
    }
}
