using OneStop.Domain;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportMeasures;

/// <summary>使えるかもしれない: hints from the client's own facts, with reasons and what is missing (プログラムが先 for two of the four).</summary>
public sealed class MeasureHintTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Today = new(2026, 10, 5);
    private static readonly MeasureFacts Nothing = new(null, false, [], null, new HashSet<string>());
    private static readonly MeasureFacts Fitting = new(Ward.Chuo, false, [2010, 2018], ChildRearingAllowance.Partial, new HashSet<string>());

    [Fact]
    public async Task Who_told_nothing_is_asked_and_never_refused()
    {
        foreach (var code in TheFour.Codes)
        {
            var hint = await Hint(code, Nothing);
            Assert.Empty(hint.Against);
            Assert.Contains("子どもの生まれた年", hint.Missing);
            Assert.Contains("住んでいる区", hint.Missing);
        }
        Assert.Null(MeasureHint.Of("own.x", Nothing, await Rules(), Today));
    }

    [Theory]
    [InlineData(TheFour.Training, true)]
    [InlineData(TheFour.Vocational, false)]
    [InlineData(TheFour.VocationalLoan, false)]
    [InlineData(TheFour.HousingLoan, true)]
    public async Task Two_of_the_four_need_a_program_first(string code, bool isProgramFirst) =>
        Assert.Equal(isProgramFirst, (await Hint(code, Fitting)).IsProgramFirst);

    [Fact]
    public async Task Facts_that_fit_are_named_as_reasons()
    {
        var hint = await Hint(TheFour.Vocational, Fitting);
        Assert.Equal(["福岡市に住んでいる（中央区）", "20歳になる前の子がいる（2018年生まれ）", "児童扶養手当を受けている（一部支給）"], hint.For);
        Assert.Equal((0, 0), (hint.Against.Count, hint.Missing.Count));
        Assert.False(hint.IsCertain); // the age was read in rules of other cities, more than a year ago
    }

    [Theory]
    [InlineData(2007, true, false, false)]
    [InlineData(2006, false, true, false)] // turns twenty this year: the day decides
    [InlineData(2005, false, false, true)]
    public async Task The_youngest_child_decides_and_the_year_of_the_birthday_is_asked(int born, bool isFor, bool isMissing, bool isAgainst)
    {
        var hint = await Hint(TheFour.Training, Fitting with { BirthYears = [1999, born] });
        Assert.Equal((isFor, isMissing, isAgainst), (hint.For.Any(IsAge), hint.Missing.Any(IsAge), hint.Against.Any(IsAge)));

        static bool IsAge(string words) => words.Contains("20歳", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChildRearingAllowance.Full, true)]
    [InlineData(ChildRearingAllowance.Suspended, false)] // one more year may be possible: the income is asked
    [InlineData(ChildRearingAllowance.NotApplied, false)]
    [InlineData(null, false)]
    public async Task Without_the_allowance_the_level_of_income_is_asked(ChildRearingAllowance? allowance, bool isMet)
    {
        var hint = await Hint(TheFour.HousingLoan, Fitting with { Allowance = allowance });
        Assert.Equal(isMet, hint.For.Any(w => w.Contains("児童扶養手当", StringComparison.Ordinal)));
        Assert.Equal(!isMet, hint.Missing.Any(w => w.Contains("児童扶養手当", StringComparison.Ordinal)));
        Assert.Empty(hint.Against);
    }

    [Fact]
    public async Task The_loan_for_training_follows_the_allowance_for_training_and_what_is_had_once_is_not_had_again()
    {
        Assert.Contains("訓練促進給付金を受けるか（先に要る）", (await Hint(TheFour.VocationalLoan, Fitting)).Missing);
        var has = Fitting with { Has = new HashSet<string> { TheFour.Vocational } };
        Assert.Contains("訓練促進給付金を受けている", (await Hint(TheFour.VocationalLoan, has)).For);
        Assert.Equal(["もう使っている（1回だけの制度）"], (await Hint(TheFour.Vocational, has)).Against);
    }

    [Fact]
    public async Task Hints_come_from_the_file_and_only_for_who_sees_support()
    {
        var counselor = await oneStop.AMember("hinting", Duty.Counselor);
        var client = await oneStop.AClient(counselor, "手がかりの人");
        await oneStop.At<FactDesk>(counselor, d => d.SaveAddress(client, new(new(), new() { Ward = Ward.Chuo })));
        await oneStop.At<FactDesk>(counselor, d => d.SaveHousehold(client, new(new(), new() { Children = [new(2018, "祖母")] })));
        await oneStop.At<FactDesk>(counselor, d => d.SaveMoney(client, new(new(), new() { Allowance = ChildRearingAllowance.Full })));
        var seen = (await oneStop.MeasuresOf(counselor, client)).Measures;
        Assert.Equal(3, seen.Single(m => m.ShortName == "訓練促進給付金").Hint!.For.Count);
        Assert.All(seen.Where(m => !m.IsOneOfFour), m => Assert.Null(m.Hint));
        var placing = await oneStop.AMember("hintless", Duty.PlacementOfficer);
        Assert.All((await oneStop.MeasuresOf(placing, client)).Measures, m => Assert.Null(m.Hint));
    }

    private async Task<MeasureHint> Hint(string code, MeasureFacts facts) => MeasureHint.Of(code, facts, await Rules(), Today)!;

    private Task<RuleBook> Rules() => oneStop.Read(db => db.RulesOn(Today, oneStop.Clock.GetUtcNow()));
}
