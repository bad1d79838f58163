using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts.Absences;

internal sealed class AbsenceTable : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.Announces(AbsenceDesk.Topic);
        absence.Announces(ConversationTopics.Inbox); // whose conversations are on whose list depends on it
        absence.ConcernsNobody("when a member of staff is away");
        absence.Versioned();
        absence.Ignore(a => a.Wish);
        absence.Property(a => a.Substitutes).HasConversion<JsonListConverter<Guid>>().HasMaxLength(40 * Absence.MostSubstitutes);
        absence.Property(a => a.Note).HasMaxLength(Absence.LongestNote).DigestInTrail();
        absence.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.StaffId).OnDelete(DeleteBehavior.Restrict);
        absence.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.EnteredBy).OnDelete(DeleteBehavior.Restrict);
        absence.HasIndex(a => a.Until);
    }
}
