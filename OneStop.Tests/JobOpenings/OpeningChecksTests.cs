using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Tests.JobOpenings;

/// <summary>What is found in an opening, how much it weighs, and by which law.</summary>
public sealed class OpeningChecksTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);
    private static readonly OpeningTerms Whole = JobOpenings.Whole.Terms;
    private static readonly OpeningTerms Monthly = JobOpenings.Whole.Monthly;

    [Fact]
    public void An_opening_with_nothing_wrong_has_no_finding()
    {
        Assert.Empty(Found(Whole));
        Assert.Empty(Found(Monthly));
    }

    public static TheoryData<string, string, FindingSeverity, OpeningTerms> Findings => new()
    {
        { "a word for one sex", "words.sex", FindingSeverity.Blocks, Whole with { Work = Whole.Work with { Tasks = "主婦歓迎の事務" } } },
        { "a word for an age", "words.age", FindingSeverity.Blocks, Whole with { Selection = Whole.Selection with { Experience = "若い方" } } },
        { "who works there", "words.age", FindingSeverity.ToConfirm, Whole with { Family = Whole.Family with { ChildcareWords = "30代活躍中" } } },
        { "a limit without its number", "age.exception", FindingSeverity.Blocks, Aged(null, null, 60) },
        { "an exception has to be looked at", "age.limit", FindingSeverity.ToConfirm, Aged(AgeException.PublicPolicy, 60, null) },
        { "only for contracts without an end", "age.permanent", FindingSeverity.Blocks, Aged(AgeException.Retirement, null, 60) },
        { "no lowest age beside retirement", "age.least", FindingSeverity.Blocks, Aged(AgeException.Retirement, 40, 60, Monthly) },
        { "a long career asks no experience", "age.experience", FindingSeverity.Blocks, Aged(AgeException.LongCareer, null, 35, Monthly with { Selection = Monthly.Selection with { NeedsExperience = true } }) },
        { "nine hours", "hours.day", FindingSeverity.Blocks, Timed(HoursSystem.Fixed, 9, 19, 60, 4) },
        { "48 hours a week", "hours.week", FindingSeverity.Blocks, Timed(HoursSystem.Fixed, 9, 18, 60, 6) },
        { "44 hours may be a small shop's", "hours.week", FindingSeverity.ToConfirm, Whole with { Hours = Whole.Hours with { Patterns = [new(new(9, 0), new(17, 20), 60)], DaysAWeek = 6 } } },
        { "a break that is short", "hours.break-length", FindingSeverity.Blocks, Timed(HoursSystem.Fixed, 9, 16, 40, 5) },
        { "a night", "hours.night", FindingSeverity.ToConfirm, Timed(HoursSystem.Shifts, 17, 23, 45, 5) },
        { "overtime without its length", "hours.overtime-length", FindingSeverity.ToConfirm, Whole with { Hours = Whole.Hours with { HasOvertime = true } } },
        { "no overtime, and yet hours", "hours.overtime-differs", FindingSeverity.Blocks, Whole with { Hours = Whole.Hours with { OvertimeHours = 5 } } },
        { "much overtime without a clause", "hours.overtime-most", FindingSeverity.Blocks, Whole with { Hours = Whole.Hours with { HasOvertime = true, OvertimeHours = 46 } } },
        { "a clause without words", "hours.special-clause", FindingSeverity.ToConfirm, Whole with { Hours = Whole.Hours with { HasSpecialClause = true } } },
        { "hours above are not paid", "pay.fixed-unpaid", FindingSeverity.Blocks, Monthly with { Pay = Monthly.Pay with { PaysAboveFixed = false } } },
        { "the sums do not fit", "pay.fixed-sum", FindingSeverity.ToConfirm, Monthly with { Pay = Monthly.Pay with { Lower = 240_000 } } },
        { "fixed overtime below its hours", "pay.fixed-rate", FindingSeverity.ToConfirm, Monthly with { Pay = Monthly.Pay with { FixedHours = 40 } } },
        { "vague words", "pay.vague", FindingSeverity.ToConfirm, Whole with { Pay = Whole.Pay with { PayWords = "経験により優遇。委細面談" } } },
        { "a huge span", "pay.span", FindingSeverity.ToConfirm, Whole with { Pay = Whole.Pay with { Upper = 2401 } } },
        { "an end that is past", "period.past", FindingSeverity.Blocks, Whole with { Period = Whole.Period with { From = Today.AddDays(-30), Until = Today.AddDays(-1) } } },
        { "a start that is past", "period.begun", FindingSeverity.ToConfirm, Whole with { Period = Whole.Period with { From = Today.AddDays(-1) } } },
        { "a place nobody chose", "wage.place", FindingSeverity.ToConfirm, Whole with { Place = Whole.Place with { MunicipalityCode = "", Address = "駅前1-1" } } },
        { "a prefecture without a wage", "wage.unknown", FindingSeverity.ToConfirm, Whole with { Place = Whole.Place with { MunicipalityCode = "", Address = "東京都千代田区1-1" } } },
        { "a wage below the minimum", "wage.low", FindingSeverity.Blocks, Whole with { Pay = Whole.Pay with { Lower = 1113 } } },
    };

    [Theory, MemberData(nameof(Findings))]
    public void A_finding_has_its_weight_its_law_and_what_to_do(string why, string code, FindingSeverity severity, OpeningTerms terms)
    {
        var finding = Assert.Single(Found(terms), f => f.Code == code);
        Assert.True(finding.Severity == severity, why);
        Assert.False(string.IsNullOrEmpty(finding.Law) || !finding.Words.EndsWith('。') && !finding.Words.Contains('：') || !finding.Todo.EndsWith('。'), why);
        Assert.Contains(TermWords.Lines(terms, finding.Section), l => l.Field == finding.Field);
    }

    public static TheoryData<string, string, OpeningTerms> Passing => new()
    {
        { "eight hours", "hours.day", Timed(HoursSystem.Fixed, 9, 18, 60, 5) },
        { "averaged hours may be longer", "hours.day", Timed(HoursSystem.Variable, 8, 20, 60, 3) },
        { "six hours need no break", "hours.break-length", Timed(HoursSystem.Fixed, 9, 15, 0, 5) },
        { "45 minutes are enough up to eight hours", "hours.break-length", Whole with { Hours = Whole.Hours with { Patterns = [new(new(9, 0), new(17, 45), 45)] } } },
        { "ends as the night begins", "hours.night", Timed(HoursSystem.Shifts, 14, 22, 60, 5) },
        { "twice the lowest is still something", "pay.span", Whole with { Pay = Whole.Pay with { Upper = 2400 } } },
        { "a limit with its number may name the age", "words.age", Aged(AgeException.Retirement, null, 60, Monthly) with { Work = Whole.Work with { Tasks = "60歳未満の人（定年のため）" } } },
        { "work that begins today", "period.begun", Whole with { Period = Whole.Period with { From = Today } } },
        { "a contract that ends today", "period.past", Whole with { Period = Whole.Period with { From = Today, Until = Today } } },
    };

    [Theory, MemberData(nameof(Passing))]
    public void What_the_law_allows_is_not_found(string why, string code, OpeningTerms terms) =>
        Assert.True(Found(terms).All(f => f.Code != code), why);

    [Theory]
    [InlineData("2026-10-03", 1057, null)] // the last day of the old wage
    [InlineData("2026-10-03", 1056, "wage.low")]
    [InlineData("2026-10-04", 1113, "wage.low")] // the first day of the new one
    [InlineData("2026-10-04", 1114, null)]
    public void The_minimum_wage_is_that_of_the_day_on_which_work_begins(string begins, int lower, string? code)
    {
        var terms = Whole with { Pay = Whole.Pay with { Lower = lower }, Period = Whole.Period with { From = DateOnly.Parse(begins, null) } };
        Assert.Equal(code is null ? [] : [code], Found(terms, new(2026, 10, 1)).Select(f => f.Code));
    }

    [Theory]
    [InlineData("2026-10-03", null)]
    [InlineData("2026-10-04", "wage.later")]
    public void A_rise_within_the_validity_is_told(string validUntil, string? code)
    {
        var found = OpeningChecks.Of(new("一般事務", Whole with { Pay = Whole.Pay with { Lower = 1057 } }, DateOnly.Parse(validUntil, null)), SomeRules.On(new(2026, 10, 1)));
        Assert.Equal(code is null ? [] : [code], found.Select(f => f.Code));
    }

    [Fact]
    public void A_monthly_wage_is_compared_by_the_hour() // 178,000 × 12 ÷ (240 × 8) = 1,112.5
    {
        var pay = Monthly.Pay with { HasFixedOvertime = false, Lower = 178_000, BaseWithoutFixed = null, FixedYen = null, FixedHours = null, PaysAboveFixed = null };
        var finding = Assert.Single(Found(Monthly with { Pay = pay }));
        Assert.Equal("wage.low", finding.Code);
        Assert.StartsWith("1時間あたり1,112.5円（", finding.Words, StringComparison.Ordinal);
        Assert.Empty(Found(Monthly with { Pay = pay with { Lower = 178_240 } })); // exactly 1,114
    }

    [Fact]
    public void What_nobody_has_looked_up_never_passes_in_silence_and_never_blocks()
    {
        var high = OpeningChecks.Of(new("一般事務", Whole, null), SomeRules.On(Today, isConfirmed: false));
        Assert.Equal([("hours.rules", false), ("wage.unconfirmed", false)], high.Select(f => (f.Code, f.Blocks)));
        var low = OpeningChecks.Of(new("一般事務", Whole with { Pay = Whole.Pay with { Lower = 900 } }, null), SomeRules.On(Today, isConfirmed: false));
        Assert.Contains(low, f => f is { Code: "wage.low", Blocks: false });
    }

    [Fact]
    public void What_cannot_be_worked_out_is_named()
    {
        var finding = Assert.Single(Found(Monthly with { Hours = Monthly.Hours with { AnnualHolidays = null, DaysAWeek = null } }), f => f.Code == "wage.pay");
        Assert.Contains("年間休日か週の日数", finding.Words, StringComparison.Ordinal);
    }

    private static IReadOnlyList<OpeningFinding> Found(OpeningTerms terms, DateOnly? today = null) =>
        OpeningChecks.Of(new("一般事務", terms, null), SomeRules.On(today ?? Today));

    private static OpeningTerms Aged(AgeException? exception, int? least, int? most, OpeningTerms? of = null) => (of ?? Whole) with
    {
        Selection = (of ?? Whole).Selection with { Age = AgeRule.Limited, AgeException = exception, AgeReason = "定年が60歳のため", LeastAge = least, MostAge = most },
    };

    private static OpeningTerms Timed(HoursSystem system, int from, int to, int pause, int days) => Whole with
    {
        Hours = Whole.Hours with { System = system, Patterns = [new(new(from, 0), new(to, 0), pause)], DaysAWeek = days },
    };
}
