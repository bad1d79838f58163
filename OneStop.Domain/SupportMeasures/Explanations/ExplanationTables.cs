using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.SupportMeasures.Explanations;

internal sealed class ExplanationTable : IEntityTypeConfiguration<Explanation>
{
    /// <summary><see cref="ExplanationQueries.StandingExplanations"/> in SQL: the card of one that counts arrived, and is gone afterwards.</summary>
    private const string Standing =
        """("CardId" IS NULL OR EXISTS (SELECT 1 FROM "Messages" m JOIN "OutgoingMessages" o ON o."Id" = m."OutgoingId" WHERE m."Id" = "CardId" AND o."State" NOT IN ('Failed', 'TakenBack'))) AND "Annulment_At" IS NULL""";

    public void Configure(EntityTypeBuilder<Explanation> explanation)
    {
        explanation.AnnouncesOne(CasePerson.Topic, e => e.ClientId);
        explanation.Versioned();
        explanation.Ignore(e => e.Wish);
        explanation.ComplexProperty(e => e.Annulment);
        explanation.HasIndex(e => new { e.ClientId, e.At });
        explanation.HasIndex(e => e.TellingId);
        explanation.KeptAtErasure("an explanation counts by measure and day, and shows that the duty to explain was met (7(2)①(ク), 10(2)); if it stands", Standing,
            e => e.ClientId, e => e.TellingId, e => e.MeasureId, e => e.Edition, e => e.StaffId, e => e.At, e => e.Day, e => e.Way);
        explanation.HasIndex(e => new { e.Day, e.MeasureId });
        explanation.HasOne<Client>().WithMany().HasForeignKey(e => e.ClientId).OnDelete(DeleteBehavior.Restrict);
        explanation.HasOne<SupportMeasure>().WithMany().HasForeignKey(e => e.MeasureId).OnDelete(DeleteBehavior.Restrict);
        explanation.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureApplicationTable : IEntityTypeConfiguration<MeasureApplication>
{
    internal const string Money = "tells of household money";

    public void Configure(EntityTypeBuilder<MeasureApplication> application)
    {
        application.AnnouncesOne(CasePerson.Topic, a => a.ClientId);
        application.OnlyForSupport(Money);
        application.Versioned();
        application.Ignore(a => a.Wish);
        application.Property(a => a.Note).HasMaxLength(MeasureApplication.LongestNote).DigestInTrail();
        application.HasIndex(a => new { a.ClientId, a.MeasureId }).IsUnique();
        application.HasIndex(a => new { a.State, a.ApplyBy });
        application.HasOne<Client>().WithMany().HasForeignKey(a => a.ClientId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<SupportMeasure>().WithMany().HasForeignKey(a => a.MeasureId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureChecklistTable : IEntityTypeConfiguration<MeasureChecklist>
{
    public void Configure(EntityTypeBuilder<MeasureChecklist> checklist)
    {
        checklist.AnnouncesOne(CasePerson.Topic, c => c.ClientId);
        checklist.OnlyForSupport(MeasureApplicationTable.Money);
        checklist.Versioned();
        checklist.Ignore(c => c.Wish);
        checklist.ComplexProperty(c => c.Answers, answers =>
        {
            foreach (var property in typeof(ChecklistAnswers).GetProperties().Where(p => p.PropertyType == typeof(string)))
                answers.Property<string>(property.Name).HasMaxLength(MeasureChecklist.LongestAnswer).DigestInTrail();
        });
        checklist.HasIndex(c => c.ClientId).IsUnique();
        checklist.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        checklist.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
