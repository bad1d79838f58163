using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients.Files;

internal sealed class ClientFileKindTable : IEntityTypeConfiguration<ClientFileKind>
{
    public void Configure(EntityTypeBuilder<ClientFileKind> kind)
    {
        kind.Announces(ClientFileKindDesk.Topic);
        kind.ConcernsNobody("a word for many; who has such a file is in the file");
        kind.Versioned();
        kind.Property(k => k.Name).HasMaxLength(ClientFileKind.LongestName);
        kind.HasIndex(k => k.Name).IsUnique();
        kind.HasData(StandardFileKinds.Rows);
    }
}

internal sealed class ClientFileTable : IEntityTypeConfiguration<ClientFile>
{
    public void Configure(EntityTypeBuilder<ClientFile> file)
    {
        file.AnnouncesOne(CasePerson.Topic, f => f.ClientId);
        file.OnlyForSupportWhere(f => f.IsForSupport, "rows of kinds that tell of the household's money, of health or of the family");
        file.Versioned();
        file.Ignore(f => f.Wish);
        file.Property(f => f.Title).HasMaxLength(ClientFile.LongestTitle + 20).DigestInTrail(); // an extension is added to it
        file.Property(f => f.Note).HasMaxLength(ClientFile.LongestNote).DigestInTrail();
        file.ComplexProperty(f => f.Contents, StoredFileTable.Lengths);
        file.ComplexProperty(f => f.Preview, StoredFileTable.Lengths);
        file.ComplexProperty(f => f.Removal, r => r.Property(x => x.Reason).HasMaxLength(ClientFile.LongestReason).DigestInTrail());
        file.HasOne<Client>().WithMany().HasForeignKey(f => f.ClientId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<ClientFileKind>().WithMany().HasForeignKey(f => f.KindId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.AddedBy).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.ClientId, f.AddedAt });
        file.HasIndex(f => new { f.SeriesId, f.Edition }).IsUnique();
        file.HasIndex(f => f.TakenFromId);
    }
}
