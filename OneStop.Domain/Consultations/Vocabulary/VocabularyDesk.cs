using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Consultations.Vocabulary;

/// <summary>A subject as a row of the list.</summary>
public sealed record SubjectRow(Guid Id, string Name, DateTimeOffset? RetiredAt);

/// <summary>A template as a row of the list.</summary>
public sealed record RecordTemplateRow(Guid Id, RecordTemplateWish Wish, DateTimeOffset? RetiredAt);

/// <summary>記録の言葉の窓口: the subjects and templates of records, maintained by managers.</summary>
[DisplayName("相談記録の主題とひな形")]
public sealed class VocabularyDesk(DeskContext desk)
{
    /// <summary>Announced when subjects or templates have changed.</summary>
    public const string Topic = "record-vocabulary";

    /// <summary>Returns all subjects in their order; records may have retired ones.</summary>
    [DisplayName("主題を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<SubjectRow>> Subjects()
    {
        desk.MayDo<VocabularyDesk>();
        await using var db = await desk.Read();
        return await db.ConsultationSubjects.OrderBy(s => s.Place).ThenBy(s => s.Name).Select(s => new SubjectRow(s.Id, s.Name, s.RetiredAt)).ToListAsync();
    }

    /// <summary>Returns all templates by name, the retired ones last.</summary>
    [DisplayName("ひな形を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<RecordTemplateRow>> Templates()
    {
        desk.MayDo<VocabularyDesk>();
        await using var db = await desk.Read();
        return [.. (await db.RecordTemplates.AsNoTracking().OrderBy(t => t.RetiredAt != null).ThenBy(t => t.Name).ToListAsync())
            .Select(t => new RecordTemplateRow(t.Id, t.Wish, t.RetiredAt))];
    }

    /// <summary>Adds a subject at the end of the list.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one subject.</param>
    /// <exception cref="RuleException">The name is missing, too long, or exists already.</exception>
    [DisplayName("主題を加える")]
    [Allowed(Duty.Manager)]
    public Task AddSubject(string name, Guid? key = null)
    {
        desk.MayDo<VocabularyDesk>();
        return desk.Create(key, async db =>
        {
            var subject = ConsultationSubject.Create(name, 1 + (await db.ConsultationSubjects.MaxAsync(s => (int?)s.Place) ?? 0), desk.Now);
            await RefuseTwice(db, subject.Id, subject.Name);
            return db.Add(subject).Entity.Id;
        });
    }

    /// <summary>Renames a subject.</summary>
    /// <exception cref="RuleException">The name is missing, too long, or exists already.</exception>
    /// <exception cref="ConflictException{T}">A colleague has renamed it meanwhile.</exception>
    [DisplayName("主題の名前を変える")]
    [Allowed(Duty.Manager)]
    public Task RenameSubject(Guid subjectId, Edit<NameWish> edit)
    {
        desk.MayDo<VocabularyDesk>();
        return desk.Change(async db =>
        {
            var subject = await db.ConsultationSubjects.SingleAsync(s => s.Id == subjectId);
            subject.Rename(db.Accept(edit, subject, s => new NameWish(s.Name)).Name);
            await RefuseTwice(db, subjectId, subject.Name);
        });
    }

    /// <summary>Stops offering a subject, or offers it again.</summary>
    [DisplayName("主題を使わないようにする・また使う")]
    [Allowed(Duty.Manager)]
    public Task RetireSubject(Guid subjectId, bool isRetired)
    {
        desk.MayDo<VocabularyDesk>();
        return desk.Change(async db =>
        {
            var subject = await db.ConsultationSubjects.SingleAsync(s => s.Id == subjectId);
            if (isRetired)
                subject.Retire(desk.Now);
            else
                subject.BringBack();
        });
    }

    /// <summary>Saves a template.</summary>
    /// <param name="templateId">Null for a new one.</param>
    /// <exception cref="RuleException">Something is missing, or the name exists already.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("ひな形を書く")]
    [Allowed(Duty.Manager)]
    public Task<Guid> SaveTemplate(Guid? templateId, Edit<RecordTemplateWish> edit)
    {
        desk.MayDo<VocabularyDesk>();
        return desk.Create(templateId is null ? edit.Key : null, async db =>
        {
            var name = edit.Wish.Name.Trim();
            if (await db.RecordTemplates.AnyAsync(t => t.Name == name && t.Id != templateId))
                throw new RuleException($"「{name}」というひな形は、すでにあります。", nameof(RecordTemplateWish.Name));
            if (templateId is null)
                return db.Add(RecordTemplate.Create(edit.Wish, desk.Now)).Entity.Id;
            var template = await db.RecordTemplates.SingleAsync(t => t.Id == templateId);
            template.Change(db.Accept(edit, template, t => t.Wish));
            return template.Id;
        });
    }

    /// <summary>Stops offering a template, or offers it again.</summary>
    [DisplayName("ひな形を使わないようにする・また使う")]
    [Allowed(Duty.Manager)]
    public Task RetireTemplate(Guid templateId, bool isRetired)
    {
        desk.MayDo<VocabularyDesk>();
        return desk.Change(async db =>
        {
            var template = await db.RecordTemplates.SingleAsync(t => t.Id == templateId);
            if (isRetired)
                template.Retire(desk.Now);
            else
                template.BringBack();
        });
    }

    private static async Task RefuseTwice(OneStopDb db, Guid subjectId, string name)
    {
        if (await db.ConsultationSubjects.AnyAsync(s => s.Name == name && s.Id != subjectId))
            throw new RuleException($"「{name}」という主題は、すでにあります。", nameof(ConsultationSubject.Name));
    }
}
