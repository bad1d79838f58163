using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Today.Notes;

internal sealed class ShiftNoteTable : IEntityTypeConfiguration<ShiftNote>
{
    private const int LongestReaders = 40_000; // some hundred people

    public void Configure(EntityTypeBuilder<ShiftNote> note)
    {
        note.Announces(ShiftNoteDesk.Topic);
        note.AnnouncesOne(CasePerson.Topic, n => n.ClientId);
        note.Versioned();
        note.Property(n => n.Text).HasMaxLength(ShiftNote.Longest).DigestInTrail();
        note.Property(n => n.Readers).HasConversion<JsonListConverter<NoteReader>>().HasMaxLength(LongestReaders).NotInTrail(); // a record itself
        note.HasOne<Client>().WithMany().HasForeignKey(n => n.ClientId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<StaffMember>().WithMany().HasForeignKey(n => n.ForStaffId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<StaffMember>().WithMany().HasForeignKey(n => n.By).OnDelete(DeleteBehavior.Restrict);
        note.HasIndex(n => n.At);
        note.HasIndex(n => n.LastDay);
        note.HasIndex(n => new { n.ClientId, n.At });
    }
}
