using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Danger;

internal sealed class DangerWordTable : IEntityTypeConfiguration<DangerWord>
{
    public void Configure(EntityTypeBuilder<DangerWord> word)
    {
        word.Announces(DangerWatch.Topic);
        word.ConcernsNobody("looked for in what anybody writes");
        word.Property(w => w.Text).HasMaxLength(DangerWord.Longest);
        word.Property(w => w.Folded).HasMaxLength(4 * DangerWord.Longest); // ㍿ folds to four characters
        word.Property(w => w.Source).HasMaxLength(DangerWord.LongestSource);
        word.HasIndex(w => w.Folded).IsUnique();
        word.HasOne<StaffMember>().WithMany().HasForeignKey(w => w.SetBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EmergencyNumberTable : IEntityTypeConfiguration<EmergencyNumber>
{
    public void Configure(EntityTypeBuilder<EmergencyNumber> number)
    {
        number.Announces(DangerWatch.Topic);
        number.ConcernsNobody("shown to everybody");
        number.Versioned();
        number.Property(n => n.Number).HasMaxLength(20);
        number.Property(n => n.Name).HasMaxLength(EmergencyNumber.LongestName);
        number.Property(n => n.Hours).HasMaxLength(EmergencyNumber.LongestName);
        number.Property(n => n.Source).HasMaxLength(EmergencyNumber.LongestSource);
        number.ComplexProperty(n => n.Check);
        number.HasOne<StaffMember>().WithMany().HasForeignKey(n => n.EnteredBy).OnDelete(DeleteBehavior.Restrict);
    }
}
