using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Consultations.Vocabulary;

internal sealed class ConsultationSubjectTable : IEntityTypeConfiguration<ConsultationSubject>
{
    public void Configure(EntityTypeBuilder<ConsultationSubject> subject)
    {
        subject.Announces(VocabularyDesk.Topic);
        subject.ConcernsNobody("a word for many; who spoke of it is in the record");
        subject.Versioned();
        subject.Property(s => s.Name).HasMaxLength(ConsultationSubject.LongestName);
        subject.HasIndex(s => s.Name).IsUnique();
        subject.HasData(StandardVocabulary.Subjects);
    }
}

internal sealed class RecordTemplateTable : IEntityTypeConfiguration<RecordTemplate>
{
    public void Configure(EntityTypeBuilder<RecordTemplate> template)
    {
        template.Announces(VocabularyDesk.Topic);
        template.ConcernsNobody("patterns for records of anybody");
        template.Versioned();
        template.Property(t => t.Name).HasMaxLength(RecordTemplate.LongestName);
        string[] patterns = [nameof(RecordTemplate.Complaint), nameof(RecordTemplate.Assessment), nameof(RecordTemplate.Support),
            nameof(RecordTemplate.NextStep)];
        foreach (var words in patterns)
            template.Property(words).HasMaxLength(RecordTemplate.LongestWords);
        template.HasIndex(t => t.Name).IsUnique();
        template.HasData(StandardVocabulary.Templates);
    }
}
