using OneStop.Domain;
using OneStop.Domain.Consultations.Vocabulary;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Consultations;

/// <summary>The subjects and templates of records.</summary>
public sealed class VocabularyTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_manager_keeps_the_list_of_subjects()
    {
        var manager = await oneStop.AMember("keeper", Duty.Manager);
        await oneStop.At<VocabularyDesk>(manager, desk => desk.AddSubject("在宅の仕事"));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<VocabularyDesk>(manager, desk => desk.AddSubject(" 在宅の仕事 ")));
        var subject = await oneStop.SubjectNamed(manager, "在宅の仕事");
        Assert.Equal(subject, (await All(manager))[^1]); // at the end
        await oneStop.At<VocabularyDesk>(manager, desk => desk.RenameSubject(subject.Id, new(new("在宅の仕事"), new("在宅ワーク"))));
        await oneStop.At<VocabularyDesk>(manager, desk => desk.RetireSubject(subject.Id, true));
        Assert.NotNull((await oneStop.SubjectNamed(manager, "在宅ワーク")).RetiredAt);
        await oneStop.At<VocabularyDesk>(manager, desk => desk.RetireSubject(subject.Id, false));
        Assert.Null((await oneStop.SubjectNamed(manager, "在宅ワーク")).RetiredAt);
    }

    [Fact]
    public async Task A_template_has_a_name_of_its_own_and_words_for_a_field()
    {
        var manager = await oneStop.AMember("templates", Duty.Manager);
        Task Save(RecordTemplateWish wish) => oneStop.At<VocabularyDesk, Guid>(manager, desk => desk.SaveTemplate(null, new(RecordTemplateWish.None, wish)));
        await Save(new("電話での相談", "【用件】", "", "", ""));
        await Assert.ThrowsAsync<RuleException>(() => Save(new("電話での相談", "【別】", "", "", "")));
        await Assert.ThrowsAsync<RuleException>(() => Save(new("空のひな形", "", " ", "", "")));
        var templates = await oneStop.At<VocabularyDesk, IReadOnlyList<RecordTemplateRow>>(manager, desk => desk.Templates());
        Assert.Contains(templates, t => t.Wish.Name == "電話での相談");
        Assert.Contains(templates, t => t.Wish.Name == "初回の相談"); // the service starts with some
    }

    private Task<IReadOnlyList<SubjectRow>> All(StaffMember by) => oneStop.At<VocabularyDesk, IReadOnlyList<SubjectRow>>(by, desk => desk.Subjects());
}
