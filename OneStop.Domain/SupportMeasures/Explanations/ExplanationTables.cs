using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.SupportMeasures.Explanations;

internal sealed class ExplanationTable : IEntityTypeConfiguration<Explanation>
{
    public void Configure(EntityTypeBuilder<Explanation> explanation)
    {
        explanation.AnnouncesOne(CasePerson.Topic, e => e.ClientId);
        explanation.Versioned();
        explanation.Ignore(e => e.Wish);
        explanation.ComplexProperty(e => e.Annulment);
        explanation.HasIndex(e => new { e.ClientId, e.At });
        explanation.HasIndex(e => e.TellingId);
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
