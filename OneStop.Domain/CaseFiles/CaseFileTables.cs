using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

internal sealed class CaseAssignmentTable : IEntityTypeConfiguration<CaseAssignment>
{
    public void Configure(EntityTypeBuilder<CaseAssignment> assignment)
    {
        assignment.AnnouncesOne(CasePerson.Topic, a => a.ClientId);
        assignment.Announces(CaseFileDesk.Topic);
        assignment.Versioned();
        assignment.Property(a => a.Note).HasMaxLength(CaseAssignment.LongestNote).DigestInTrail();
        assignment.HasOne<Client>().WithMany().HasForeignKey(a => a.ClientId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.StaffId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasIndex(a => a.ClientId).HasFilter("\"Until\" IS NULL").IsUnique().HasDatabaseName("IX_CaseAssignments_Present"); // one person in charge
        assignment.HasIndex(a => new { a.StaffId, a.Until });
        assignment.HasIndex(a => a.BatchId);
        assignment.EndsWhenDoubled(a => a.Until);
    }
}

internal sealed class CaseClosingTable : IEntityTypeConfiguration<CaseClosing>
{
    public void Configure(EntityTypeBuilder<CaseClosing> closing)
    {
        closing.AnnouncesOne(CasePerson.Topic, c => c.ClientId);
        closing.Announces(CaseFileDesk.Topic);
        closing.Versioned();
        closing.Property(c => c.Words).HasMaxLength(CaseClosing.LongestWords).DigestInTrail();
        closing.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        closing.HasIndex(c => c.ClientId).HasFilter("\"ReopenedAt\" IS NULL").IsUnique().HasDatabaseName("IX_CaseClosings_Present");
    }
}

internal sealed class TimelinePinTable : IEntityTypeConfiguration<TimelinePin>
{
    public void Configure(EntityTypeBuilder<TimelinePin> pin)
    {
        pin.AnnouncesOne(CasePerson.Topic, p => p.ClientId);
        pin.NotInTimeline("a mark on an entry of it");
        pin.NotDisclosed("how staff arrange the timeline");
        pin.VanishesWhenDoubled("the same entry is pinned already");
        pin.Property(p => p.Kind).HasMaxLength(TimelineKind.LongestCode);
        pin.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
        pin.HasIndex(p => new { p.ClientId, p.Kind, p.EntryId }).IsUnique();
    }
}
