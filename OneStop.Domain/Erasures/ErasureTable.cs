using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Erasures;

/// <summary>
/// It has no foreign keys: after a restore of an older backup a row is created again for a client, and by people, whom that backup may not know.
/// </summary>
internal sealed class ErasureTable : IEntityTypeConfiguration<Erasure>
{
    private const string Open = "\"ClosedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<Erasure> erasure)
    {
        erasure.Announces(ErasureDesk.Topic);
        erasure.AnnouncesOne(CasePerson.Topic, e => e.ClientId);
        erasure.Wakes(typeof(ErasureSignal));
        erasure.Versioned();
        erasure.Ignore(e => e.State);
        erasure.Ignore(e => e.Wish);
        erasure.Ignore(e => e.Person);
        erasure.Ignore(e => e.Record);
        erasure.Property(e => e.Words).HasMaxLength(Erasure.LongestWords).DigestInTrail();
        erasure.ComplexProperty(e => e.Answer, answer => answer.Property(a => a!.Words).HasMaxLength(Erasure.LongestWords).DigestInTrail());
        erasure.ComplexProperty(e => e.Withdrawal);
        erasure.ComplexProperty(e => e.Order);
        erasure.ComplexProperty(e => e.ApprovedBy);
        erasure.PrimitiveCollection(e => e.Clients);
        erasure.PrimitiveCollection(e => e.Friends);
        erasure.Property(e => e.Counts).HasConversion<JsonListConverter<ErasedCount>>().NotInTrail(); // each step has an entry of its own
        erasure.Property(e => e.StepsDone).NotInTrail();
        erasure.HasOne(e => e.Approval).WithMany().HasForeignKey("ApprovalId").OnDelete(DeleteBehavior.Restrict);
        erasure.HasIndex(e => e.ClientId).IsUnique().HasFilter(Open).HasDatabaseName("IX_Erasures_Open");
        erasure.HasIndex(e => new { e.ClosedAt, e.AskedOn });
        erasure.KeptAtErasure("the certificate (特記事項 11): who asked in which way, who approved, when and how much; ids and dates, no words", null,
            e => e.Number, e => e.ClientId, e => e.Way, e => e.Identity, e => e.AskedOn, e => e.TakenAt, e => e.TakenBy, e => e.ToldAt, e => e.Withdrawal,
            e => e.ClosedAt, e => e.Order, e => e.ApprovedBy, e => e.StartedAt, e => e.StepsDone, e => e.Steps, e => e.DoneAt, e => e.Clients,
            e => e.Friends, e => e.Counts, e => e.Approval);
    }
}
