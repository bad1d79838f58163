using OneStop.Domain.DatedRules;

namespace OneStop.Tests.DatedRules;

/// <summary>Texts with names of rules in braces.</summary>
public sealed class RuleBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Names_in_braces_become_values_and_what_nobody_has_checked_is_named()
    {
        var book = new RuleBook([Rule("月額", RuleKind.Yen, "100000", Now.AddMonths(-1)), Rule("割合", RuleKind.Number, "60", null),
            Rule("古い額", RuleKind.Yen, "5000", Now.AddMonths(-12))], Now);
        Assert.Equal("毎月10万円です。", book.Fill("毎月{{月額}}です。").Text);
        Assert.Equal("毎月10万円です。", book.Fill("毎月｛｛ 月額 ｝｝です。").Text); // a Japanese keyboard
        Assert.True(book.Fill("毎月{{月額}}です。").IsCertain);
        var doubtful = book.Fill("{{割合}}と{{古い額}}と{{ないもの}}と{{割合}}");
        Assert.Equal("60%と5,000円と（未定）と60%", doubtful.Text);
        Assert.Equal(["割合", "古い額", "ないもの"], doubtful.Doubts);
    }

    [Theory]
    [InlineData("10万円まで", true)]
    [InlineData("１００，０００円", true)]
    [InlineData("{{入学準備金の上限}}まで、1年のあいだ", false)]
    [InlineData("20歳になる前", false)]
    public void A_typed_amount_is_found(string text, bool isFound) => Assert.Equal(isFound, RuleBook.HasTypedAmount(text));

    private static RuleInForce Rule(string name, RuleKind kind, string value, DateTimeOffset? checkedAt) =>
        new(DatedRule.Of(new(RuleArea.Measures, name, kind, kind == RuleKind.Number ? "%" : ""), Now), value, checkedAt, Guid.Empty);
}
