using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Consultations.Vocabulary;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Employers;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.Lists;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;
using OneStop.Tests.Employers;

namespace OneStop.Tests.House;

/// <summary>SQL Server ignores trailing blanks when comparing, unlike SQLite and C#: so no text in a unique key has any.</summary>
public sealed class UniqueTextTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    // Typed by people; each has a test below.
    private static readonly string[] Typed =
        ["ClientFileKind.Name", "ConsultationSubject.Name", "DangerWord.Folded", "DatedRule.Name", "Employer.CorporateNumber", "ListView.Name",
            "PublicOrigin.Number", "PublicOrigin.SourceName", "RecordTemplate.Name", "StaffMember.NormalizedUserName",
            "Tag.Name", "TemplateFolder.Name"];

    // Ids of LINE, digests, keys and names given by code.
    private static readonly string[] Made =
    [
        "AnonymousTwin.Kind", "Approval.Kind",
        "AskedInVain.Kind", "AskedInVain.Method",
        "AuditValue.Field",
        "BookingFeed.Digest",
        "BookingTerms.Kind",
        "ConsentWording.Digest",
        "DatedRule.Code",
        "FormDraft.Key",
        "Friend.LineUserId",
        "GivenAddress.Digest",
        "HoursSetting.Method",
        "IncomingEvent.EventId",
        "ListLayout.List",
        "ListView.List",
        "PublicOrigin.Source",
        "SignInCode.Digest",
        "SignInTries.Key",
        "StoredFile.PublicKey",
        "SupportMeasure.Code",
        "TimelinePin.Kind",
        "WeeklyShift.Weekday",
    ];

    [Fact]
    public void Every_text_in_a_unique_key_is_known_to_be_typed_or_made()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        var unique = db.Model.GetEntityTypes().Where(t => t.ClrType.Namespace!.StartsWith("OneStop", StringComparison.Ordinal))
            .SelectMany(t => t.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties).Concat(t.GetKeys().SelectMany(k => k.Properties)))
            .Where(IsText).Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(string.Join(", ", Typed.Concat(Made).Order(StringComparer.Ordinal)), string.Join(", ", unique));
    }

    [Theory]
    [InlineData("空白のタグ ")]
    [InlineData("\u3000空白のタグ")]
    public async Task A_tag_has_no_blanks_around_it(string name)
    {
        var manager = await oneStop.AMember("tagger", Duty.Manager);
        var tag = Tag.Create(name, oneStop.Clock.GetUtcNow());
        Assert.Equal("空白のタグ", tag.Name);
        tag.Rename($"{name} ");
        Assert.Equal("空白のタグ", tag.Name);
        if (!await oneStop.Read(db => db.Tags.AnyAsync(t => t.Name == "空白のタグ")))
            await oneStop.At<TagDesk>(manager, d => d.Add("空白のタグ"));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<TagDesk>(manager, d => d.Add(name))); // the desk compares the stored form
    }

    [Fact]
    public void A_rule_has_no_blanks_around_its_name() =>
        Assert.Equal("転宅資金の上限", DatedRule.Of(new(RuleArea.Measures, " 転宅資金の上限\u3000", RuleKind.Yen, ""), oneStop.Clock.GetUtcNow()).Name);

    [Fact]
    public void A_corporate_number_is_its_digits()
    {
        var typed = EmployerTests.Wish with { CorporateNumber = " 8-0000-0000-0001\u3000" };
        Assert.Equal("8000000000001", Employer.Of(typed, Guid.Empty, oneStop.Clock.GetUtcNow()).CorporateNumber);
    }

    [Fact]
    public void A_kind_of_files_has_no_blanks_around_its_name() =>
        Assert.Equal("訓練の書類", ClientFileKind.Create(new(" 訓練の書類\u3000", false), 1, oneStop.Clock.GetUtcNow()).Name);

    [Fact]
    public void A_public_opening_has_no_blanks_around_its_source_and_number()
    {
        var day = oneStop.Clock.GetUtcNow().JapaneseDate;
        var origin = PublicOrigin.Of(Guid.Empty, new(PublicSource.Other, " 県の求人\u3000", " 40010-１ ", null, null, day, ""));
        Assert.Equal(("県の求人", "40010-1"), (origin.SourceName, origin.Number));
    }

    [Fact]
    public void A_subject_and_a_template_of_records_have_no_blanks_around_them()
    {
        var now = oneStop.Clock.GetUtcNow();
        var subject = ConsultationSubject.Create(" 在宅\u3000", 1, now);
        Assert.Equal("在宅", subject.Name);
        subject.Rename("\u3000在宅の仕事 ");
        Assert.Equal("在宅の仕事", subject.Name);
        Assert.Equal("電話", RecordTemplate.Create(new(" 電話\u3000", "用件", "", "", ""), now).Name);
    }

    [Fact]
    public void A_view_of_a_list_has_no_blanks_around_it()
    {
        var view = ListView.Keep(Guid.Empty, "bookings", " 今週の無断\u3000", "state=Missed", oneStop.Clock.GetUtcNow());
        Assert.Equal("今週の無断", view.Name);
        view.Rename("\u3000来週 ");
        Assert.Equal("来週", view.Name);
    }

    [Fact]
    public async Task A_folder_has_no_blanks_around_it_and_is_found_as_it_is_kept()
    {
        var now = oneStop.Clock.GetUtcNow();
        Assert.Equal("面接", TemplateFolder.Open(TemplateFolder.Everybody, " 面接 ", 1, now).Name);
        await oneStop.Read(async db =>
        {
            var first = await db.FolderOf(TemplateFolder.Everybody, "空白", now);
            await db.SaveChangesAsync();
            Assert.Equal(first.Id, (await db.FolderOf(TemplateFolder.Everybody, "空白 ", now)).Id);
            return true;
        });
    }

    [Theory]
    [InlineData("消えてしまいたい ", "消えてしまいたい")]
    [InlineData("\u3000消えてしまいたい、 ", "消えてしまいたい")]
    [InlineData("od ", " od ")] // Latin letters always have one blank on each side, and no other word has
    [InlineData("od", " od ")]
    public void A_word_of_danger_is_compared_without_what_stands_around_it(string text, string folded) =>
        Assert.Equal(folded, DangerWord.Of(new(text, DangerAbout.Life, "試し"), Guid.Empty, oneStop.Clock.GetUtcNow()).Folded);

    [Fact]
    public void A_sign_in_name_has_no_blanks()
    {
        Assert.Equal("BLANK.NAME", StaffMember.Invite(" blank.name ", "名前", [Duty.Manager], oneStop.Clock.GetUtcNow()).NormalizedUserName);
        Assert.Throws<RuleException>(() => StaffMember.Invite("blank name", "名前", [Duty.Manager], oneStop.Clock.GetUtcNow()));
    }

    private static bool IsText(IProperty property) => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string);
}
