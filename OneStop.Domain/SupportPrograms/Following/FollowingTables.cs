using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Partners;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Following;

internal static class FollowingTable
{
    /// <summary>Why only support reads these rows.</summary>
    public const string Because = "how the support goes tells of household, health and debts";

    /// <summary>Mappings that all rows about the course of a program share.</summary>
    public static void OfProgram<T>(this EntityTypeBuilder<T> table, System.Linq.Expressions.Expression<Func<T, Guid?>> program) where T : class
    {
        table.Announces(ProgramDesk.Topic);
        table.AnnouncesOne(ProgramDesk.OneTopic, program);
        table.OnlyForSupport(Because);
        table.Versioned();
        table.HasOne<SupportProgram>().WithMany().HasForeignKey(nameof(ItemStanding.ProgramId)).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ItemStandingTable : IEntityTypeConfiguration<ItemStanding>
{
    public void Configure(EntityTypeBuilder<ItemStanding> standing)
    {
        standing.OfProgram(s => s.ProgramId);
        standing.NotInTimeline("the present state of an item; what was done stands in the reviews");
        standing.Ignore(s => s.Wish);
        standing.Property(s => s.Why).HasMaxLength(StandingWish.Longest).DigestInTrail();
        standing.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.ChangedBy).OnDelete(DeleteBehavior.Restrict);
        standing.HasIndex(s => new { s.ProgramId, s.ItemId }).IsUnique();
        standing.HasIndex(s => s.Until);
    }
}

internal sealed class GoalProgressTable : IEntityTypeConfiguration<GoalProgress>
{
    public void Configure(EntityTypeBuilder<GoalProgress> progress)
    {
        progress.OfProgram(p => p.ProgramId);
        progress.NotInTimeline("steps between the reviews, which are in the timeline");
        progress.Property(p => p.Evidence).HasMaxLength(ProgressRules.Longest).DigestInTrail();
        progress.ComplexProperty(p => p.Withdrawal);
        progress.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.By).OnDelete(DeleteBehavior.Restrict);
        progress.HasIndex(p => new { p.ProgramId, p.At });
    }
}

internal sealed class ProgramReviewTable : IEntityTypeConfiguration<ProgramReview>
{
    /// <summary>
    /// A booked talk has one review. A removed one does not stand in the way of the next. No foreign key: a row's person is found by its program alone.
    /// </summary>
    private const string OfBooking = "\"BookingId\" IS NOT NULL AND \"Removal_At\" IS NULL";

    public void Configure(EntityTypeBuilder<ProgramReview> review)
    {
        review.OfProgram(r => r.ProgramId);
        review.Ignore(r => r.Wish);
        review.Property(r => r.Editions).HasConversion<JsonListConverter<ReviewEdition>>().DigestInTrail();
        review.ComplexProperty(r => r.Removal, removal => removal.Property(r => r!.Reason).HasMaxLength(ReviewWish.LongestReason).DigestInTrail());
        review.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.WrittenBy).OnDelete(DeleteBehavior.Restrict);
        review.HasIndex(r => r.BookingId).IsUnique().HasFilter(OfBooking);
        review.HasIndex(r => new { r.ProgramId, r.On });
    }
}

internal sealed class TalkWithoutReviewTable : IEntityTypeConfiguration<TalkWithoutReview>
{
    public void Configure(EntityTypeBuilder<TalkWithoutReview> talk)
    {
        talk.OfProgram(t => t.ProgramId);
        talk.NotInTimeline("says only that a talk, which is in the timeline, was no review");
        talk.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Restrict);
        talk.HasIndex(t => t.BookingId).IsUnique();
    }
}

internal sealed class ProgramContactTable : IEntityTypeConfiguration<ProgramContact>
{
    public void Configure(EntityTypeBuilder<ProgramContact> contact)
    {
        contact.OfProgram(c => c.ProgramId);
        contact.Property(c => c.PartnerName).HasMaxLength(PartnerWish.LongestName);
        contact.Property(c => c.Who).HasMaxLength(ContactWish.LongestWho).DigestInTrail();
        contact.Property(c => c.Words).HasMaxLength(ContactWish.LongestWords).DigestInTrail();
        contact.ComplexProperty(c => c.Withdrawal);
        contact.HasOne<Partner>().WithMany().HasForeignKey(c => c.PartnerId).OnDelete(DeleteBehavior.Restrict);
        contact.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
        contact.HasIndex(c => new { c.ProgramId, c.On });
    }
}

internal sealed class AftercareCheckTable : IEntityTypeConfiguration<AftercareCheck>
{
    public void Configure(EntityTypeBuilder<AftercareCheck> check)
    {
        check.OfProgram(c => c.ProgramId);
        check.Property(c => c.Words).HasMaxLength(AftercareWish.Longest).DigestInTrail();
        check.ComplexProperty(c => c.Withdrawal);
        check.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
        check.HasIndex(c => new { c.ProgramId, c.On });
    }
}
