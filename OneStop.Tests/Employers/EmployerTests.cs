using OneStop.Domain;
using OneStop.Domain.Employers;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Employers;

/// <summary>An employer with whom openings are sought (仕様書 7(2)④).</summary>
public sealed class EmployerTests
{
    internal static readonly EmployerWish Wish = new()
    {
        Name = "株式会社ひなた商店（架空）",
        Kana = "ひなたしょうてん",
        Address = "福岡県福岡市中央区架空町1-1",
        IndustryCode = "58",
        Employees = 40,
        Women = 25,
        Phone = "092-000-0301",
        Source = EmployerSource.OwnList,
    };

    private static readonly DateTimeOffset Nine = Japan("2026-10-05T09:00");
    private static readonly DateOnly Today = new(2026, 10, 5);
    private static readonly Guid Aoba = Guid.CreateVersion7(Nine);

    [Theory]
    [InlineData("8000000000001", true)]
    [InlineData("８００００００００００１ ", false)] // twelve digits
    [InlineData("８-0000-0000-0001", true)] // full width and hyphens
    [InlineData("7000000000001", false)] // the first digit does not fit
    [InlineData("8000000000010", false)] // two digits changed places
    [InlineData("6000000000003", true)]
    [InlineData("80000000000011", false)]
    [InlineData("800000000000a", false)]
    [InlineData("", false)]
    public void A_corporate_number_has_thirteen_digits_of_which_the_first_checks_the_others(string typed, bool isValid) =>
        Assert.Equal(isValid, CorporateNumber.TryRead(typed, out _));

    [Fact]
    public void A_new_employer_is_a_candidate_with_a_first_action_and_its_municipality_is_read_from_the_address()
    {
        var employer = Employer.Of(Wish, Aoba, Nine);
        Assert.Equal(new(EmployerStage.Candidate, Today, new(OutreachStep.Call, Today.AddDays(7), ""), null), employer.Course);
        Assert.Equal("40133", employer.MunicipalityCode);
        Assert.Equal("ひなた商店(架空)", employer.Core);
    }

    public static TheoryData<EmployerWish, string> Refused => new()
    {
        { Wish with { Name = " " }, nameof(EmployerWish.Name) },
        { Wish with { Name = new('あ', 101) }, nameof(EmployerWish.Name) },
        { Wish with { CorporateNumber = "1234567890123" }, nameof(EmployerWish.CorporateNumber) },
        { Wish with { IndustryCode = "00" }, nameof(EmployerWish.IndustryCode) },
        { Wish with { MunicipalityCode = "13101" }, nameof(EmployerWish.MunicipalityCode) },
        { Wish with { Employees = -1 }, nameof(EmployerWish.Employees) },
        { Wish with { Women = 41 }, nameof(EmployerWish.Women) }, // more women than employees
        { Wish with { PartTimers = 41 }, nameof(EmployerWish.PartTimers) },
        { Wish with { Phone = "092" }, nameof(EmployerWish.Phone) },
        { Wish with { WebAddress = "javascript:alert(1)" }, nameof(EmployerWish.WebAddress) },
        { Wish with { Source = null }, nameof(EmployerWish.Source) },
        { Wish with { Source = EmployerSource.Bank }, nameof(EmployerWish.SourceName) }, // cooperation is shown by name (7(2)④(ウ))
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_is_refused_at_its_field(EmployerWish wish, string field) =>
        Assert.Equal(field, Assert.Throws<RuleException>(() => Employer.Of(wish, Aoba, Nine)).Field);

    public static TheoryData<EmployerCourse, string?> Courses => new()
    {
        { Course(EmployerStage.InContact, Today), null },
        { Course(EmployerStage.InContact, null), EmployerCourse.NextField }, // while somebody is at work on it, something is next
        { Course(EmployerStage.HasOpening, null), EmployerCourse.NextField },
        { Course(EmployerStage.InContact, Today.AddDays(-1)), EmployerCourse.NextField }, // past
        { Course(EmployerStage.InContact, Today.AddYears(2).AddDays(1)), EmployerCourse.NextField },
        { Course(EmployerStage.Dormant, null), null },
        { Course(EmployerStage.Dormant, Today.AddDays(90)), null },
        { Course(EmployerStage.Declined, null), EmployerCourse.DeclineField }, // without a reason nothing is learnt
        { Course(EmployerStage.Declined, null) with { Decline = new(DeclineReason.NoVacancy, "来春に増員の予定") }, null },
    };

    [Theory]
    [MemberData(nameof(Courses))]
    public void An_open_employer_has_a_next_action_with_a_day_and_a_refusal_a_reason(EmployerCourse course, string? refusedField)
    {
        var employer = Employer.Of(Wish, Aoba, Nine);
        if (refusedField is null)
            employer.Move(course, Nine);
        else
            Assert.Equal(refusedField, Assert.Throws<RuleException>(() => employer.Move(course, Nine)).Field);
        Assert.Equal(refusedField is null ? course : EmployerCourse.Begun(Today), employer.Course);
    }

    [Theory]
    [InlineData("株式会社ひなた", "ひなた")]
    [InlineData("㈱ ヒナタ", "ひなた")]
    [InlineData("ひなた有限会社", "ひなた")]
    [InlineData("一般社団法人 ひなた・会", "ひなた会")]
    [InlineData("社会福祉法人ひなた会", "ひなた会")]
    [InlineData("NPO法人ひなた", "ひなた")]
    [InlineData("株式会社", "株式会社")] // nothing else is left
    public void The_legal_form_is_no_part_of_the_name_that_is_compared(string name, string core) =>
        Assert.Equal(core, Employer.Of(Wish with { Name = name }, Aoba, Nine).Core);

    [Fact]
    public void A_mark_has_the_year_of_its_standard_and_a_finding_its_evidence_and_day()
    {
        var mark = new EmployerMarkWish(MarkKind.Kurumin, "", 2025, Today, "厚生労働省の一覧");
        Assert.Equal(mark, EmployerMark.Of(Aoba, mark, Aoba, Nine).Wish);
        Assert.Equal(nameof(mark.Name), Refusal(() => EmployerMark.Of(Aoba, mark with { Kind = MarkKind.Local }, Aoba, Nine)));
        Assert.Equal(nameof(mark.Year), Refusal(() => EmployerMark.Of(Aoba, mark with { Year = 2027 }, Aoba, Nine)));
        Assert.Equal(nameof(mark.SeenOn), Refusal(() => EmployerMark.Of(Aoba, mark with { SeenOn = Today.AddDays(1) }, Aoba, Nine)));
        Assert.Equal(nameof(mark.Seen), Refusal(() => EmployerMark.Of(Aoba, mark with { Seen = "" }, Aoba, Nine)));

        var finding = new UnderstandingWish(UnderstandingLevel.Yes, "当日の電話で休める", UnderstandingEvidence.FromEmployees, Today);
        Assert.Equal(UnderstandingLevel.Yes, Find(finding).Level);
        Assert.Equal(nameof(finding.Level), Refusal(() => Find(finding with { Level = null })));
        Assert.Equal(nameof(finding.Evidence), Refusal(() => Find(finding with { Evidence = null })));
        Assert.Equal(nameof(finding.SeenOn), Refusal(() => Find(finding with { SeenOn = null })));

        static Understanding Find(UnderstandingWish wish) => Understanding.Of(Aoba, UnderstandingTopic.SuddenFever, wish, Aoba, Nine);
        static string? Refusal(Func<object> act) => Assert.Throws<RuleException>(act).Field;
    }

    [Theory]
    [InlineData("saki@example.invalid", "saki@example.invalid")]
    [InlineData(" ｓａｋｉ＠example.invalid ", "saki@example.invalid")]
    [InlineData("saki", null)]
    [InlineData("saki@", null)]
    [InlineData("saki@@example.invalid", null)]
    [InlineData("saki@example", null)]
    [InlineData("", "")]
    public void A_mail_address_has_its_shape(string typed, string? stored)
    {
        var wish = EmployerPersonWish.None with { Name = "さき", Mail = typed };
        if (stored is not null)
            Assert.Equal(stored, EmployerPerson.Of(Aoba, wish, Nine).Mail);
        else
            Assert.Equal(nameof(wish.Mail), Assert.Throws<RuleException>(() => EmployerPerson.Of(Aoba, wish, Nine)).Field);
    }

    private static EmployerCourse Course(EmployerStage stage, DateOnly? next) =>
        new(stage, Today, next is { } on ? new(OutreachStep.Visit, on, "資料を持っていく") : null, null);
}
