using OneStop.Domain;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.JobOpenings.Terms;
using static OneStop.Tests.JobOpenings.SomeOpenings;

namespace OneStop.Tests.JobOpenings;

/// <summary>The way of an opening: written, accepted, checked by a second person, published, ended.</summary>
public sealed class JobOpeningTests
{
    [Fact]
    public void An_opening_goes_its_way_and_each_step_says_who_and_when()
    {
        var opening = Published();
        Assert.Equal((OpeningState.Published, "R8-0012"), (opening.State, opening.Number));
        Assert.Equal((new(Now, Receiver, Day), new(Now, Second)), (opening.Receipt, opening.Publication));
        Assert.Equal((Second, opening.Digest), (opening.Check!.StaffId, opening.Check.Digest));
        Assert.Equal((Day, Day.AddDays(30)), (opening.AsOf, opening.AskAgainOn));
    }

    [Theory]
    [InlineData("2026-10-01", 7, "R8-0007")]
    [InlineData("2027-03-31", 7, "R8-0007")] // the last day of the fiscal year
    [InlineData("2027-04-01", 12345, "R9-12345")]
    public void The_number_names_the_fiscal_year_of_the_acceptance(string on, int number, string said) =>
        Assert.Equal(said, JobOpening.NumberOf(DateOnly.Parse(on, null), number));

    [Theory]
    [InlineData("writer", false)]
    [InlineData("receiver", false)]
    [InlineData("second", true)]
    public void Who_wrote_or_accepted_it_does_not_check_it(string who, bool isAllowed)
    {
        var opening = Received();
        var by = who switch { "writer" => Writer, "receiver" => Receiver, _ => Second };
        var refusal = Record.Exception(() => opening.CheckBy(by, opening.Digest, [], Now));
        Assert.Equal((isAllowed, isAllowed ? OpeningState.Checked : OpeningState.Received), (refusal is null, opening.State));
    }

    [Fact]
    public void A_check_is_of_what_was_seen()
    {
        var opening = Received();
        var seen = opening.Digest;
        opening.Rewrite(Wish with { Title = "天神の事務" }, "場所の間違い", Writer, Now);
        Assert.Throws<RuleException>(() => opening.CheckBy(Second, seen, [], Now));
        opening.CheckBy(Second, opening.Digest, [], Now);
    }

    [Fact]
    public void After_a_change_of_a_published_opening_the_check_falls_and_what_was_told_is_kept()
    {
        var opening = Published();
        var revision = opening.Rewrite(Wish with { Terms = Paid(1300) }, "賃金が上がった", Second, Now.AddDays(1))!;
        Assert.Equal((OpeningState.Received, null, 1), (opening.State, opening.Check, revision.Number));
        Assert.Equal((Whole.Terms, "賃金が上がった", Second), (revision.Before, revision.Why, revision.StaffId));
        Assert.Equal([new(TermSection.Pay, "賃金（下限）", "1,200円", "1,300円")], revision.Changes);
        Assert.Equal(Day.AddDays(1), opening.AsOf);
        Assert.Throws<RuleException>(() => opening.CheckBy(Second, opening.Digest, [], Now)); // who changed it is no second person now
        opening.CheckBy(Writer, opening.Digest, [], Now); // who wrote the former content is one to the change
        Assert.Equal(OpeningState.Published, opening.State); // it was published, and is so again
    }

    [Fact]
    public void A_draft_has_no_revisions_and_an_accepted_opening_asks_why()
    {
        var draft = Draft();
        Assert.Null(draft.Rewrite(Wish with { Title = "天神の事務" }, "", Writer, Now));
        var accepted = Received();
        Assert.Equal(nameof(OpeningRevision.Why), Assert.Throws<RuleException>(() => accepted.Rewrite(Wish with { Title = "天神の事務" }, " ", Writer, Now)).Field);
        Assert.Null(accepted.Rewrite(Wish, "", Writer, Now)); // nothing differs
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)] // the same day is no extension
    [InlineData(1, true)]
    public void An_extension_goes_further_and_leaves_check_and_number(int days, bool isAllowed)
    {
        var opening = Published();
        var until = opening.ValidUntil!.Value.AddDays(days);
        if (!isAllowed)
        {
            Assert.Throws<RuleException>(() => opening.Extend(until, "まだ探している", Writer, Now));
            return;
        }
        var revision = opening.Extend(until, "まだ探している", Writer, Now);
        Assert.Equal((OpeningState.Published, until, Wish.ValidUntil), (opening.State, opening.ValidUntil, revision.ValidUntil));
        Assert.Throws<RuleException>(() => opening.Rewrite(opening.Wish with { ValidUntil = until.AddDays(9) }, "のばす", Writer, Now)); // by extending only
    }

    public static TheoryData<OpeningEndKind, RefusalReason?, string, string?> Ends => new()
    {
        { OpeningEndKind.Filled, null, "", null },
        { OpeningEndKind.Withdrawn, null, "", nameof(OpeningEnd.Words) },
        { OpeningEndKind.Withdrawn, null, "採用を見送る", null },
        { OpeningEndKind.Mistaken, null, "", nameof(OpeningEnd.Words) },
        { OpeningEndKind.Refused, RefusalReason.LawBreaker, "公表されている", nameof(OpeningEnd.Refusal) }, // accepted already
    };

    [Theory, MemberData(nameof(Ends))]
    public void An_end_says_why_where_somebody_decided(OpeningEndKind kind, RefusalReason? refusal, string words, string? field)
    {
        var opening = Published();
        var refused = Record.Exception(() => opening.EndBy(kind, Day, refusal, words, Writer, Now)) as RuleException;
        Assert.Equal((field, field is null ? OpeningState.Ended : OpeningState.Published), (refused?.Field, opening.State));
    }

    [Fact]
    public void An_opening_is_refused_with_the_reason_of_the_law()
    {
        var opening = Draft();
        Assert.Throws<RuleException>(() => opening.EndBy(OpeningEndKind.Refused, Day, null, "だめ", Writer, Now));
        opening.EndBy(OpeningEndKind.Refused, Day, RefusalReason.NoReport, "申告に応じない", Writer, Now);
        Assert.Equal((RefusalReason.NoReport, OpeningState.Draft), (opening.End!.Refusal, opening.End.Was));
    }

    [Fact]
    public void An_end_that_is_taken_back_leads_where_it_was()
    {
        var opening = Published();
        opening.EndBy(OpeningEndKind.Filled, Day, null, "", Writer, Now);
        Assert.Throws<RuleException>(() => opening.Rewrite(Wish, "", Writer, Now));
        opening.BringBack(Now);
        Assert.Equal(OpeningState.Published, opening.State);
        Assert.Throws<RuleException>(() => opening.BringBack(Now));
    }

    [Fact]
    public void An_own_check_is_taken_back_before_the_publication_only()
    {
        var opening = Checked();
        Assert.Throws<RuleException>(() => opening.TakeCheckBack(Writer, Now));
        opening.TakeCheckBack(Second, Now);
        Assert.Equal(OpeningState.Received, opening.State);
        Assert.Throws<RuleException>(() => opening.CheckBy(Writer, opening.Digest, [], Now)); // still the writer
        Assert.Throws<RuleException>(() => Published().TakeCheckBack(Second, Now));
    }

    [Fact]
    public void A_public_opening_is_shown_as_its_source_has_it_until_it_is_accepted()
    {
        var opening = Listed();
        Assert.Equal(OpeningState.Listed, opening.State);
        Assert.Throws<RuleException>(() => opening.Rewrite(opening.Wish with { Title = "書きかえ" }, "なぜ", Writer, Now));
        var revision = opening.Refresh(opening.Wish with { Terms = Paid(1250) }, Day.AddDays(7), null, Now.AddDays(7))!;
        Assert.Equal((null, Day.AddDays(7)), (revision.StaffId, opening.AsOf));
        opening.EndBy(OpeningEndKind.Gone, Day, null, "", null, Now);
        opening.Refresh(opening.Wish, Day.AddDays(8), null, Now.AddDays(8)); // it is there again
        Assert.Equal(OpeningState.Listed, opening.State);
        opening.Adopt(Employer, null, Now);
        opening.Receive([], Day, 13, null, Receiver, Now);
        Assert.Equal((OpeningState.Received, Employer), (opening.State, opening.EmployerId));
    }

    [Fact]
    public void A_copy_is_a_draft_of_its_own()
    {
        var copy = Published().Copy(Second, Now);
        Assert.Equal((OpeningState.Draft, null, null, null), (copy.State, copy.Number, copy.ValidUntil, copy.Check));
        Assert.Equal(Whole.Terms, copy.Terms);
    }

    [Fact]
    public void What_is_against_a_step_is_said_with_how_many_more_there_are()
    {
        var refusal = Assert.Throws<RuleException>(() => Draft().Receive(["職種が空欄です。", "休日が空欄です。"], Day, 1, null, Writer, Now));
        Assert.Equal("受理できません。職種が空欄です。（ほか1件）", refusal.Message);
    }

    [Fact]
    public void The_search_columns_follow_every_change()
    {
        var opening = Draft();
        var traits = opening.Traits;
        Assert.Equal((126_000, 1200, 9 * 60, 15 * 60, false, false), (traits.MonthlyPay, traits.HourlyPay, traits.EarliestStart, traits.LatestEnd, traits.WorksWeekends, traits.WorksHolidays));
        opening.Rewrite(Wish with { Terms = Paid(1300) with { Family = new() } }, "", Writer, Now);
        Assert.Equal((136_500, 1300, false), (traits.MonthlyPay, traits.HourlyPay, traits.WorksWeekends)); // Saturdays and Sundays are free by the hours
        opening.Rewrite(Wish with { Terms = Whole.Terms with { Hours = Whole.Terms.Hours with { FreeDays = [DayOfWeek.Sunday] }, Family = new() } }, "", Writer, Now);
        Assert.Null(traits.WorksWeekends); // nobody said whether Saturdays are worked
        Assert.Equal(OpeningState.Draft, traits.State);
        opening.Receive([], Day, 1, null, Receiver, Now);
        Assert.Equal((OpeningState.Received, Day), (traits.State, traits.ReceivedOn));
    }

    private static OpeningTerms Paid(int lower) => Whole.Terms with { Pay = Whole.Terms.Pay with { Lower = lower } };
}
