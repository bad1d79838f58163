using OneStop.Domain.JobOpenings;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Counting;
using static OneStop.Tests.JobOpenings.SomeOpenings;

namespace OneStop.Tests.JobOpenings;

/// <summary>What counts as 求人開拓 (仕様書 8(5)).</summary>
public sealed class OpeningCountingTests
{
    private static readonly OpeningRules Rules = SomeRules.On(Day);

    public static TheoryData<string, string?> Cases => new()
    {
        { "new, ours, near, complete and checked", null },
        { "published", null },
        { "a draft", "まだ受理していません。2人目がまだ確認していません。" },
        { "not checked", "2人目がまだ確認していません。" },
        { "public", "公開求人なので数えません。" },
        { "far away", "通勤圏の外なので数えません。" },
        { "somewhere", "働く場所の市区町村がわかりません。" },
        { "renewed", "R8-0003 と同じ求人の出し直しなので数えません。" },
        { "with blanks", "労働条件明示の項目が、2つ空欄です。" },
        { "refused", "「不受理」なので数えません。まだ受理していません。2人目がまだ確認していません。" },
        { "filled", null }, // it was found, whoever got it
    };

    [Theory, MemberData(nameof(Cases))]
    public void An_opening_counts_or_says_why_not(string which, string? why)
    {
        var opening = which switch
        {
            "published" => Published(),
            "a draft" or "refused" => Draft(),
            "not checked" => Received(),
            "public" => Accepted(),
            "filled" => Published(),
            _ => Checked(),
        };
        if (which is "refused" or "filled")
            opening.EndBy(which == "filled" ? OpeningEndKind.Filled : OpeningEndKind.Refused, Day, RefusalReason.Gangs, "終わり", Writer, Now);
        var counted = new CountedOpening(opening, which switch { "far away" => false, "somewhere" => null, _ => true }, which == "renewed" ? "R8-0003" : null,
            which == "with blanks" ? 2 : 0);
        Assert.Equal(why ?? "", string.Concat(OpeningCounting.Reasons(counted, Rules)));
    }

    [Fact]
    public void The_rule_has_its_date_and_before_it_nothing_that_it_might_exclude_counts()
    {
        var before = SomeRules.On(new(2026, 9, 30));
        Assert.Null(before.IsYes(OpeningRuleCodes.CountsOnlyCommuting));
        Assert.NotEmpty(OpeningCounting.Reasons(new(Checked(), false, null, 0), before));
    }

    [Fact]
    public void What_is_settled_stays_and_the_manager_may_decide_otherwise_and_back()
    {
        var opening = Checked();
        opening.CountBy(new(Day, false, "通勤圏の外なので数えません。"), Now);
        opening.CountBy(new(Day.AddDays(1), true, ""), Now); // settled once
        Assert.Null(OpeningCounting.CountedOn(opening));
        opening.DecideCount(CountDecision.Of(true, "市と協議した", Second, Now.AddDays(2)), Now);
        Assert.Equal((Day, Day), (OpeningCounting.CountedOn(opening), opening.Traits.CountedOn));
        opening.EndBy(OpeningEndKind.Mistaken, Day, null, "二重に入れた", Writer, Now);
        Assert.Null(opening.Traits.CountedOn); // it never was one
        opening.BringBack(Now);
        opening.DecideCount(null, Now);
        Assert.Null(opening.Traits.CountedOn);
    }

    [Fact]
    public void A_decision_needs_a_reason() => Assert.Throws<Domain.RuleException>(() => CountDecision.Of(true, " ", Second, Now));

    private static JobOpening Accepted()
    {
        var opening = Listed();
        opening.Adopt(Employer, null, Now);
        opening.Receive([], Day, 3, null, Receiver, Now);
        opening.CheckBy(Second, opening.Digest, [], Now);
        return opening;
    }
}
