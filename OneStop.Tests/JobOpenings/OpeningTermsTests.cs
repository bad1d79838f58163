using System.Text.Json;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Tests.JobOpenings;

/// <summary>The terms of an opening: what can be answered, kept and compared.</summary>
public sealed class OpeningTermsTests
{
    [Fact]
    public void Terms_with_the_same_answers_are_the_same_and_come_back_from_the_column_as_they_went()
    {
        var back = Kept(JsonSerializer.Serialize(Whole.Monthly, JsonLists.Written));
        Assert.Equal(Whole.Monthly, back);
        Assert.NotEqual(Whole.Monthly, back with { Family = back.Family with { Holidays = DayWork.Always } });
    }

    [Fact]
    public void What_was_stored_before_an_answer_existed_reads_as_not_answered()
    {
        var old = Kept("""{"Work":{"Occupation":"調理補助","Former":1},"Pay":{"Form":"Hourly","Lower":1100},"Gone":{}}""");
        Assert.Equal(("調理補助", 1100, null, 0), (old.Work.Occupation, old.Pay.Lower, old.Family.SuddenAbsence, old.Hours.Patterns.Count));
        Assert.Equal(old, old.Checked());
    }

    public static TheoryData<string, string> Slips => new()
    {
        { nameof(WorkTerms.Tasks), "長い文" },
        { nameof(PlaceTerms.MunicipalityCode), "一覧にない番号" },
        { nameof(PeriodTerms.Until), "始まりより前" },
        { nameof(HoursTerms.Patterns), "片方だけの時刻" },
        { nameof(HoursTerms.LeastDaysAWeek), "少ない日数のほうが多い" },
        { nameof(PayTerms.Upper), "上限が下限より低い" },
        { nameof(PayTerms.Allowances), "多すぎる手当" },
        { nameof(SelectionTerms.MostAge), "年齢が逆" },
        { nameof(FamilyTerms.PromotedIn), "年が範囲の外" },
    };

    [Theory, MemberData(nameof(Slips))]
    public void A_slip_of_the_finger_is_refused_beside_its_field(string field, string slip) =>
        Assert.Equal(field, Assert.Throws<RuleException>(() => Slipped(slip).Checked()).Field);

    [Fact]
    public void Empty_rows_are_left_out_and_texts_are_trimmed()
    {
        var kept = (Whole.Terms with
        {
            Work = Whole.Terms.Work with { Occupation = " 一般事務\u3000" },
            Hours = Whole.Terms.Hours with { Patterns = [.. Whole.Terms.Hours.Patterns, new(null, null, null)] },
        }).Checked();
        Assert.Equal(Whole.Terms, kept);
    }

    [Theory]
    [InlineData(9, 0, 17, 0, false)]
    [InlineData(5, 0, 14, 0, false)] // begins as the night ends
    [InlineData(4, 30, 9, 0, true)]
    [InlineData(14, 0, 22, 0, false)] // ends as the night begins
    [InlineData(14, 0, 22, 15, true)]
    [InlineData(21, 0, 6, 0, true)] // the next morning
    public void Work_at_night_is_seen_at_its_borders(int startHour, int startMinute, int endHour, int endMinute, bool isAtNight) =>
        Assert.Equal(isAtNight, new WorkPattern(new(startHour, startMinute), new(endHour, endMinute), 60).IsAtNight(22, 5));

    [Fact]
    public void What_changed_is_told_section_by_section_with_what_stood_there()
    {
        var after = Whole.Terms with
        {
            Hours = Whole.Terms.Hours with { Patterns = [new(new(9, 0), new(16, 0), 60)] },
            Pay = Whole.Terms.Pay with { Lower = 1250 },
            Insurance = Whole.Terms.Insurance with { Health = null },
        };
        Assert.Equal(
            [
                new(TermSection.Hours, "就業時間", "9:00〜15:00（休憩45分）", "9:00〜16:00（休憩60分）"),
                new(TermSection.Pay, "賃金（下限）", "1,200円", "1,250円"),
                new TermChange(TermSection.Insurance, "健康保険", "あり", ""),
            ], TermWords.Differences(Whole.Terms, after));
    }

    [Fact]
    public void Every_answer_has_words() => Assert.DoesNotContain(TermWords.Lines(Whole.Monthly), l => l.Label.Length == 0);

    [Fact]
    public void No_two_fields_of_the_terms_have_the_same_name() => // a refusal names the field, whatever section the form shows
        Assert.Empty(TermWords.Lines(OpeningTerms.None).GroupBy(l => l.Field).Where(g => g.Count() > 1).Select(g => g.Key));

    private static OpeningTerms Kept(string json) => JsonSerializer.Deserialize<OpeningTerms>(json, JsonLists.Written)!;

    private static OpeningTerms Slipped(string slip) => slip switch
    {
        "長い文" => Whole.Terms with { Work = Whole.Terms.Work with { Tasks = new('長', 2001) } },
        "一覧にない番号" => Whole.Terms with { Place = Whole.Terms.Place with { MunicipalityCode = "401" } },
        "始まりより前" => Whole.Terms with { Period = Whole.Terms.Period with { From = new(2026, 11, 1), Until = new(2026, 10, 31) } },
        "片方だけの時刻" => Whole.Terms with { Hours = Whole.Terms.Hours with { Patterns = [new(new(9, 0), null, 45)] } },
        "少ない日数のほうが多い" => Whole.Terms with { Hours = Whole.Terms.Hours with { LeastDaysAWeek = 6 } },
        "上限が下限より低い" => Whole.Terms with { Pay = Whole.Terms.Pay with { Upper = 1199 } },
        "多すぎる手当" => Whole.Terms with { Pay = Whole.Terms.Pay with { Allowances = [.. Enumerable.Repeat(new Allowance(AllowanceKind.Duty, "資格", 1000, true), 11)] } },
        "年齢が逆" => Whole.Terms with { Selection = Whole.Terms.Selection with { LeastAge = 40, MostAge = 30 } },
        "年が範囲の外" => Whole.Terms with { Family = Whole.Terms.Family with { PromotedIn = 1999 } },
        _ => throw new ArgumentOutOfRangeException(nameof(slip)),
    };

    /// <summary>Two colleagues write into one opening: what the other wrote into another part stays, and about the same part one is asked.</summary>
    [Fact]
    public void A_part_is_saved_beside_what_a_colleague_wrote_into_another_part()
    {
        var mine = new Edit<WorkTerms>(Whole.Terms.Work, Whole.Terms.Work with { Occupation = "受付" });
        var theirPay = Whole.Terms with { Pay = Whole.Terms.Pay with { Lower = 1300 } };
        var saved = Within(theirPay);
        Assert.Equal((theirPay, "受付", 1300), (saved.Was, saved.Wish.Work.Occupation, saved.Wish.Pay.Lower));
        var theirWork = Whole.Terms with { Work = Whole.Terms.Work with { Occupation = "経理" } };
        Assert.Equal("経理", Assert.Throws<ConflictException<WorkTerms>>(() => Within(theirWork)).Theirs.Occupation);

        Edit<OpeningTerms> Within(OpeningTerms now) => mine.Within(now, t => t.Work, (t, work) => t with { Work = work });
    }
}
