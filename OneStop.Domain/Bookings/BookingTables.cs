using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

internal sealed class BookingTable : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> booking)
    {
        booking.Announces(BookingDialogueDesk.Topic);
        booking.Wakes(typeof(BookingSignal));
        booking.Versioned();
        booking.Ignore(b => b.Stands);
        booking.OwnsOne(b => b.Slot, slot =>
        {
            slot.Ignore(s => s.Day);
            slot.HasIndex(s => s.Start);
        });
        booking.ComplexProperty(b => b.Day);
        booking.ComplexProperty(b => b.Late);
        booking.HasOne(b => b.Talk).WithOne().HasForeignKey<LiveTalk>(t => t.BookingId).OnDelete(DeleteBehavior.Cascade);
        booking.Navigation(b => b.Talk).AutoInclude(); // whatever ends the booking ends its talk
        booking.Property(b => b.BeyondReason).HasMaxLength(Booking.LongestReason);
        booking.HasOne<Client>().WithMany().HasForeignKey(b => b.ClientId).OnDelete(DeleteBehavior.Restrict);
        booking.HasOne<StaffMember>().WithMany().HasForeignKey(b => b.StaffId).OnDelete(DeleteBehavior.Restrict);
        booking.HasMany(b => b.Cells).WithOne().HasForeignKey(c => c.BookingId).OnDelete(DeleteBehavior.Cascade);
        booking.HasIndex(b => new { b.FirstQuarter, b.StaffId });
        booking.HasIndex(b => new { b.State, b.HeldUntil });
        booking.HasIndex(b => b.MovedFrom);
        booking.KeptAtErasure("a talk counts by day, hour, method and how it ended (7(2)①(エ), 8(2)); holds and annulled bookings count nowhere",
            "\"IsAnnulled\" = 0 AND \"State\" <> 'Tentative'",
            b => b.ClientId, b => b.Kind, b => b.Method, b => b.Slot, b => b.StaffId, b => b.State, b => b.CreatedAt, b => b.ChosenAt, b => b.EnteredBy,
            b => b.Day, b => b.FirstQuarter, b => b.Quarters, b => b.Lane, b => b.MovedFrom, b => b.IsAnnulled, b => b.Moves, b => b.EndedAt, b => b.EndedBy);
        booking.HasIndex(b => new { b.ClientId, b.State }); // with the client alone, SQLite would read all bookings of a state
    }
}

internal sealed class BookingCellTable : IEntityTypeConfiguration<BookingCell>
{
    public void Configure(EntityTypeBuilder<BookingCell> cell)
    {
        cell.NobodyWatches("worked out from the booking");
        cell.NotInTrail("worked out from the booking");
        cell.NotInTimeline("worked out from the booking");
        cell.NotDisclosed("worked out from the booking");
        cell.HasKey(c => new { c.StaffId, c.Quarter, c.Lane });
    }
}

internal sealed class BookingTermsTable : IEntityTypeConfiguration<BookingTerms>
{
    public void Configure(EntityTypeBuilder<BookingTerms> terms)
    {
        terms.Announces(TermsDesk.Topic);
        terms.Announces(BookingDialogueDesk.Topic); // free times have changed
        terms.Wakes(typeof(BookingSignal));
        terms.ConcernsNobody("rules for all bookings of a kind");
        terms.Versioned();
        terms.HasKey(t => t.Kind);
        terms.Ignore(t => t.Needs);
        terms.Ignore(t => t.Quarters);
        terms.Ignore(t => t.Methods);
        terms.PrimitiveCollection(t => t.ChosenMethods).ElementType(e => e.HasConversion<string>());
    }
}

internal sealed class WaitingEntryTable : IEntityTypeConfiguration<WaitingEntry>
{
    public void Configure(EntityTypeBuilder<WaitingEntry> waiting)
    {
        waiting.Announces(BookingDialogueDesk.Topic);
        waiting.Wakes(typeof(BookingSignal));
        waiting.HasOne<Client>().WithMany().HasForeignKey(w => w.ClientId).OnDelete(DeleteBehavior.Restrict);
        waiting.Property(w => w.ToldAt).IsConcurrencyToken();
        waiting.Property(w => w.EndedAt).IsConcurrencyToken();
        waiting.HasIndex(w => new { w.EndedAt, w.Date });
    }
}
