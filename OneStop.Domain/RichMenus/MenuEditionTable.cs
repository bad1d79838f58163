using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.RichMenus;

internal sealed class MenuEditionTable : IEntityTypeConfiguration<MenuEdition>
{
    public void Configure(EntityTypeBuilder<MenuEdition> edition)
    {
        edition.Announces(MenuEditionDesk.Topic);
        edition.ConcernsNobody("the same for all clients");
        edition.OpenTo([Duty.City], "the City approves the menu; it is the same for all clients");
        edition.Versioned();
        edition.Ignore(e => e.Buttons);
        edition.Ignore(e => e.State);
        edition.Property<string>("buttons").HasColumnName("Buttons");
        edition.Property(e => e.Picture).NotInTrail(); // its digest is in the trail
        edition.Property(e => e.BusyUntil).NotInTrail();
        edition.Property(e => e.ContentType).HasMaxLength(20);
        edition.Property(e => e.ChatBarText).HasMaxLength(40);
        edition.ComplexProperty(e => e.Display, display => display.Property(d => d!.LineId).HasMaxLength(60));
        edition.ComplexProperty(e => e.Removal);
        edition.HasIndex(e => e.Number).IsUnique();
        edition.HasOne(e => e.Approval).WithOne().HasForeignKey<MenuEdition>("ApprovalId").OnDelete(DeleteBehavior.Restrict);
        edition.Navigation(e => e.Approval).AutoInclude();
    }
}
