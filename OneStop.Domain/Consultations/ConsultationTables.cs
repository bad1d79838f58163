using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Consultations;

internal sealed class ConsultationTable : IEntityTypeConfiguration<Consultation>
{
    /// <summary>A booking has one record. A dropped draft does not stand in the way of the next.</summary>
    private const string OfBooking = "\"BookingId\" IS NOT NULL AND \"Removal_At\" IS NULL";

    /// <summary>The records that count (<see cref="ConsultationQueries.Confirmed"/>).</summary>
    private const string Counted = "\"Confirmation_At\" IS NOT NULL AND \"Removal_At\" IS NULL";

    /// <summary>The versions of these records.</summary>
    internal const string OfCounted = $"EXISTS (SELECT 1 FROM \"Consultations\" c WHERE c.\"Id\" = \"ConsultationId\" AND {Counted})";

    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.Announces(ConsultationDesk.Topic);
        consultation.AnnouncesOne(CasePerson.Topic, c => c.ClientId);
        consultation.Versioned();
        consultation.Ignore(c => c.State);
        consultation.Ignore(c => c.Wish);
        consultation.ComplexProperty(c => c.Day);
        consultation.ComplexProperty(c => c.Confirmation);
        consultation.ComplexProperty(c => c.Removal, r => r.Property(x => x.Reason).HasMaxLength(Consultation.LongestReason).DigestInTrail());
        consultation.ComplexProperty(c => c.NextStepDone);
        consultation.HasMany(c => c.Versions).WithOne().HasForeignKey(v => v.ConsultationId).OnDelete(DeleteBehavior.Cascade);
        consultation.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne<Booking>().WithMany().HasForeignKey(c => c.BookingId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StartedBy).OnDelete(DeleteBehavior.Restrict);
        consultation.HasIndex(c => c.BookingId).IsUnique().HasFilter(OfBooking);
        consultation.HasIndex(c => new { c.ClientId, c.Begin });
        consultation.HasIndex(c => c.Begin);
        consultation.KeptAtErasure("a consultation counts by day, method and length (8(2), 10(2)); drafts and removed records count nowhere", Counted,
            c => c.ClientId, c => c.BookingId, c => c.Method, c => c.Begin, c => c.End, c => c.Day, c => c.Minutes, c => c.StaffId, c => c.StartedAt,
            c => c.StartedBy, c => c.Edition, c => c.Confirmation);
    }
}

internal sealed class ConsultationVersionTable : IEntityTypeConfiguration<ConsultationVersion>
{
    public void Configure(EntityTypeBuilder<ConsultationVersion> version)
    {
        version.NobodyWatches("changes with its record");
        version.OnlyForSupport("free words of a consultation tell of household, debts, health and origin, and so may the subjects");
        version.Ignore(v => v.Content);
        version.HasKey(v => new { v.ConsultationId, v.Number });
        version.Property(v => v.Reason).HasMaxLength(Consultation.LongestReason).DigestInTrail();
        version.Property(v => v.Place).HasMaxLength(ConsultationContent.LongestPlace).DigestInTrail();
        foreach (var words in (string[])[nameof(ConsultationVersion.Complaint), nameof(ConsultationVersion.Assessment), nameof(ConsultationVersion.Support)])
            version.Property<string>(words).HasMaxLength(ConsultationContent.LongestWords).DigestInTrail();
        version.Property(v => v.NextStep).HasMaxLength(ConsultationContent.LongestStep).DigestInTrail();
        version.PrimitiveCollection(v => v.SubjectIds);
        version.HasIndex(v => v.NextStepOn);
        version.KeptAtErasure("consultations are counted by subject, which stands here (10(2)); no word of it stays", ConsultationTable.OfCounted,
            v => v.WrittenAt, v => v.WrittenBy, v => v.Method, v => v.Begin, v => v.End, v => v.StaffId, v => v.Minutes, v => v.SubjectIds);
    }
}

internal sealed class ConsultationCommentTable : IEntityTypeConfiguration<ConsultationComment>
{
    public void Configure(EntityTypeBuilder<ConsultationComment> comment)
    {
        comment.Announces(ConsultationDesk.Topic);
        comment.OnlyForSupport("a comment speaks of the words of the record");
        comment.Versioned();
        comment.Property(c => c.Text).HasMaxLength(ConsultationComment.Longest).DigestInTrail();
        comment.ComplexProperty(c => c.Acknowledgement);
        comment.HasOne<Consultation>().WithMany().HasForeignKey(c => c.ConsultationId).OnDelete(DeleteBehavior.Cascade);
        comment.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.By).OnDelete(DeleteBehavior.Restrict);
        comment.HasIndex(c => new { c.ConsultationId, c.At });
    }
}
