using OneStop.Domain.JobOpenings;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Declaring;
using static OneStop.Tests.JobOpenings.SomeOpenings;

namespace OneStop.Tests.JobOpenings;

/// <summary>The gate: before each act nothing is blank, outdated or unchecked (仕様書 7(2)③(イ)).</summary>
public sealed class OpeningGateTests
{
    private static readonly OpeningRules Rules = SomeRules.On(Day);

    public static TheoryData<string, OpeningAct, string, string?> Gates => new()
    {
        { "nothing is wrong", OpeningAct.Receive, "draft", null },
        { "an item is blank", OpeningAct.Receive, "blank", "休日が空欄です。" },
        { "no declaration", OpeningAct.Receive, "undeclared", "自己申告書（職業安定法5条の6）がありません。" },
        { "no validity", OpeningAct.Receive, "open-ended", "求人の有効期限が空欄です。" },
        { "the validity ran out yesterday", OpeningAct.Receive, "ran-out", "求人の有効期限（10月4日(日)）が過ぎています。続けるときは、事業者に確かめて延長します。" },
        { "the last day is still valid", OpeningAct.Receive, "last-day", null },
        { "a draft is not checked", OpeningAct.Check, "draft", "まだ受理していません。" },
        { "accepted", OpeningAct.Check, "received", null },
        { "nobody checked it", OpeningAct.Publish, "received", "2人目がまだ確認していません。" },
        { "checked", OpeningAct.Publish, "checked", null },
        { "checked suffices to introduce", OpeningAct.Introduce, "checked", null },
        { "accepted does not", OpeningAct.Introduce, "received", "2人目がまだ確認していません。" },
        { "to be asked yesterday", OpeningAct.Introduce, "outdated", "内容を確かめる日（10月4日(日)）が過ぎています。事業者に、変わりがないかを聞きます。" },
        { "to be asked today", OpeningAct.Introduce, "due-today", null },
        { "only published ones are broadcast", OpeningAct.Broadcast, "checked", "公開していない求人は、一斉には送れません。" },
        { "published", OpeningAct.Broadcast, "published", null },
        { "ended", OpeningAct.Broadcast, "ended", "この求人は終わっています（充足・10月5日(月)）。" },
        { "ended, to show", OpeningAct.Show, "ended", "この求人は終わっています（充足・10月5日(月)）。" },
        { "a public one is shown with its source", OpeningAct.Show, "listed", null },
        { "not without it", OpeningAct.Show, "sourceless", "公開元と求人番号がわかりません。" },
        { "not without its validity", OpeningAct.Show, "listed-open-ended", "公開元の有効期限がわかりません。" },
        { "not when it ran out", OpeningAct.Show, "listed-ran-out", "公開元の有効期限（10月4日(日)）が過ぎています。" },
        { "not when it has left", OpeningAct.Show, "listed-gone", "ハローワークの求人は、10月5日(月)に公開元で終わっています。" },
        { "nor introduced", OpeningAct.Introduce, "listed", "公開求人は、事業者に確かめて受理するまで、紹介も公開もできません。公開元を示して、1人に見せることはできます。" },
        { "nor broadcast", OpeningAct.Broadcast, "listed", "公開求人は、事業者に確かめて受理するまで、紹介も公開もできません。公開元を示して、1人に見せることはできます。" },
    };

    [Theory, MemberData(nameof(Gates))]
    public void The_first_thing_against_an_act_is_said(string why, OpeningAct act, string situation, string? sentence)
    {
        var against = OpeningGate.Against(act, Situation(situation), Rules);
        Assert.True(sentence == (against is [var first, ..] ? first : null), $"{why}: {string.Join(' ', against)}");
    }

    [Theory]
    [InlineData("2026-09-30", "2026-09-30", null)] // the old form on its last day
    [InlineData("2026-09-30", "2026-10-01", "自己申告書が古い様式（令和4年10月の様式）です。令和8年10月の様式で、もう一度申告してもらいます。")]
    [InlineData("2026-10-01", "2026-10-01", null)]
    public void The_form_of_the_day_of_acceptance_counts(string day, string accepted, string? sentence)
    {
        var declaration = Declared(SomeRules.On(DateOnly.Parse(day, null)));
        var rules = SomeRules.On(DateOnly.Parse(accepted, null));
        Assert.Equal(sentence is null ? [] : [sentence], declaration.Against(rules.DeclarationForm, rules.Grounds).Take(1));
    }

    [Fact]
    public void The_grounds_widen_in_October_2026()
    {
        Assert.Equal(4, SomeRules.On(new(2026, 9, 30)).Grounds.Count);
        Assert.Equal(6, Rules.Grounds.Count);
        var old = Declared(SomeRules.On(new(2026, 9, 30)));
        Assert.Equal(2, old.Against(old.Form, Rules.Grounds).Count); // the two new ones were not answered
    }

    [Fact]
    public void A_ground_that_applies_is_against_every_act()
    {
        var ground = Rules.Grounds[4];
        var gated = Situation("published") with { Declaration = Declared(Rules, ground.Code) };
        Assert.All((OpeningAct[])[OpeningAct.Check, OpeningAct.Publish, OpeningAct.Introduce, OpeningAct.Broadcast], act =>
            Assert.Equal([$"自己申告書の「{ground.Question}」に、「はい」と申告されています。"], OpeningGate.Against(act, gated, Rules)));
        Assert.Contains(OpeningGate.Against(OpeningAct.Receive, Situation("draft") with { Declaration = gated.Declaration }, Rules), s => s.Contains(ground.Question, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_to_be_confirmed_stops_nothing()
    {
        var doubtful = SomeRules.On(Day, isConfirmed: false);
        var gated = Situation("draft") with { Findings = OpeningChecks.Of(new(Wish.Title, Whole.Terms, null), doubtful) };
        Assert.NotEmpty(gated.Findings);
        Assert.Empty(OpeningGate.Against(OpeningAct.Receive, gated, Rules));
    }

    private static GatedOpening Situation(string situation)
    {
        var opening = situation switch
        {
            "draft" or "undeclared" => Draft(),
            "blank" => Draft(Wish with { Terms = Whole.Terms with { Hours = Whole.Terms.Hours with { FreeDays = [], FreeOnHolidays = null } } }),
            "open-ended" => Draft(Wish with { ValidUntil = null }),
            "ran-out" => Draft(Wish with { ValidUntil = Day.AddDays(-1) }),
            "last-day" => Draft(Wish with { ValidUntil = Day }),
            "received" => Received(),
            "checked" or "outdated" or "due-today" => Checked(),
            "published" or "ended" => Published(),
            _ => Listed(),
        };
        if (situation is "outdated" or "due-today")
            opening.SaidStillSo(Day, Day.AddDays(situation == "outdated" ? -1 : 0), Now);
        if (situation == "ended")
            opening.EndBy(OpeningEndKind.Filled, Day, null, "", Writer, Now);
        return new(opening, OpeningChecks.Of(new(opening.Title, opening.Terms, opening.ValidUntil), Rules),
            situation == "undeclared" ? null : Declared(Rules), Source(situation));
    }

    private static PublicOrigin? Source(string situation)
    {
        if (!situation.StartsWith("listed", StringComparison.Ordinal))
            return null;
        var source = PublicOrigin.Of(Guid.Empty, situation switch
        {
            "listed-open-ended" => SomeOpenings.Origin with { ValidUntil = null },
            "listed-ran-out" => SomeOpenings.Origin with { ValidUntil = Day.AddDays(-1) },
            _ => SomeOpenings.Origin,
        });
        if (situation == "listed-gone")
            source.Leave(Day);
        return source;
    }
}
