using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Hour;

internal sealed class CallTryTable : IEntityTypeConfiguration<CallTry>
{
    /// <summary>One talk at a time: who presses 話せた second learns that a colleague is speaking already.</summary>
    private const string Running = "\"Outcome\" = 'Talked' AND \"EndedAt\" IS NULL AND \"TakenBackAt\" IS NULL";

    public void Configure(EntityTypeBuilder<CallTry> tried)
    {
        tried.Announces(BookingDialogueDesk.Topic);
        tried.Versioned();
        tried.Ignore(t => t.IsRunning);
        tried.Property(t => t.Note).HasMaxLength(CallTry.LongestNote).DigestInTrail();
        tried.HasOne<Booking>().WithMany().HasForeignKey(t => t.BookingId).OnDelete(DeleteBehavior.Restrict);
        tried.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Restrict);
        tried.HasIndex(t => new { t.BookingId, t.At });
        tried.HasIndex(t => t.TellsFrom);
        tried.HasIndex(t => t.BookingId).IsUnique().HasFilter(Running).HasDatabaseName("IX_CallTries_Running");
    }
}
