using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Approvals;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Confirmations;

internal sealed class ProgramConfirmationTable : IEntityTypeConfiguration<ProgramConfirmation>
{
    public void Configure(EntityTypeBuilder<ProgramConfirmation> confirmation)
    {
        confirmation.Announces(ProgramDesk.Topic);
        confirmation.AnnouncesOne(ProgramDesk.OneTopic, c => c.ProgramId);
        confirmation.OnlyForSupport("what a client wants to talk about may be family, money or health");
        confirmation.Versioned();
        confirmation.Ignore(c => c.IsLocked);
        confirmation.Ignore(c => c.TriesLeft);
        confirmation.Ignore(c => c.IsSent);
        confirmation.Ignore(c => c.WaitsForTalk);
        confirmation.Ignore(c => c.WaitsForReading);
        confirmation.Property(c => c.Digest).HasMaxLength(ContentDigest.Length);
        confirmation.Property(c => c.CodeDigest).HasMaxLength(ContentDigest.Length).DigestInTrail().NotDisclosed();
        confirmation.Property(c => c.Words).HasMaxLength(ProgramConfirmation.LongestWords).DigestInTrail();
        confirmation.Property(c => c.LateWords).HasMaxLength(ProgramConfirmation.LongestHeard).DigestInTrail();
        confirmation.Property(c => c.DangerWords).HasMaxLength(ProgramConfirmation.LongestHeard).DigestInTrail();
        confirmation.HasOne<SupportProgram>().WithMany().HasForeignKey(c => c.ProgramId).OnDelete(DeleteBehavior.Cascade);
        confirmation.HasOne<ClientLink>().WithMany().HasForeignKey(c => c.LinkId).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<Message>().WithMany().HasForeignKey(c => c.MessageId).OnDelete(DeleteBehavior.SetNull);
        confirmation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.SentBy).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.TalkedBy).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.WithdrawnBy).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.LateSeenBy).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.DangerSeenBy).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasIndex(c => new { c.ProgramId, c.CreatedAt });
        confirmation.HasIndex(c => c.LinkId).IsUnique();
    }
}
