using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients.Questionnaires;

internal sealed class ClientQuestionnaireTable : IEntityTypeConfiguration<ClientQuestionnaire>
{
    /// <summary>Why only support reads these rows.</summary>
    internal const string Because = "what a client writes is not sorted by purpose until support has read it, and may be about family, money or health";

    private const int LongestQuestions = 2000;

    public void Configure(EntityTypeBuilder<ClientQuestionnaire> questionnaire)
    {
        questionnaire.AnnouncesOne(CasePerson.Topic, q => q.ClientId);
        questionnaire.OnlyForSupport(Because);
        questionnaire.Versioned();
        questionnaire.Property(q => q.Questions).HasConversion<JsonListConverter<string>>().HasMaxLength(LongestQuestions);
        questionnaire.Ignore(q => q.IsSent);
        questionnaire.HasMany(q => q.Answers).WithOne().HasForeignKey(a => a.QuestionnaireId).OnDelete(DeleteBehavior.Cascade);
        questionnaire.HasOne<Client>().WithMany().HasForeignKey(q => q.ClientId).OnDelete(DeleteBehavior.Restrict);
        questionnaire.HasOne<ClientLink>().WithMany().HasForeignKey(q => q.LinkId).OnDelete(DeleteBehavior.Restrict);
        questionnaire.HasOne<Message>().WithMany().HasForeignKey(q => q.MessageId).OnDelete(DeleteBehavior.SetNull);
        questionnaire.HasOne<StaffMember>().WithMany().HasForeignKey(q => q.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        questionnaire.HasOne<StaffMember>().WithMany().HasForeignKey(q => q.SentBy).OnDelete(DeleteBehavior.Restrict);
        questionnaire.HasOne<StaffMember>().WithMany().HasForeignKey(q => q.WithdrawnBy).OnDelete(DeleteBehavior.Restrict);
        questionnaire.HasOne<StaffMember>().WithMany().HasForeignKey(q => q.DangerSeenBy).OnDelete(DeleteBehavior.Restrict);
        questionnaire.HasIndex(q => new { q.ClientId, q.CreatedAt });
        questionnaire.HasIndex(q => q.ReceivedAt);
        questionnaire.HasIndex(q => q.LinkId).IsUnique();
    }
}

internal sealed class QuestionnaireAnswerTable : IEntityTypeConfiguration<QuestionnaireAnswer>
{
    /// <summary>The most characters of an answer as JSON.</summary>
    internal const int Longest = 8000; // of 1,000 characters, each of which JSON may write with six

    public void Configure(EntityTypeBuilder<QuestionnaireAnswer> answer)
    {
        answer.AnnouncesOne(ClientQuestionnaires.Topic, a => a.QuestionnaireId);
        answer.OnlyForSupport(ClientQuestionnaireTable.Because);
        answer.Versioned();
        answer.Property(a => a.Question).HasMaxLength(Question.LongestCode);
        answer.Property(a => a.Value).HasMaxLength(Longest).DigestInTrail();
        answer.ComplexProperty(a => a.Decision);
    }
}
