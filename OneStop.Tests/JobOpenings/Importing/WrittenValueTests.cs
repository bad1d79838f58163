using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.JobOpenings.Importing;

namespace OneStop.Tests.JobOpenings.Importing;

/// <summary>Dates, amounts, times and words as offices and firms write them in lists.</summary>
public sealed class WrittenValueTests
{
    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2026/10/1")]
    [InlineData("2026.10.01")]
    [InlineData("2026年10月1日")]
    [InlineData("２０２６年１０月１日（木）")]
    [InlineData("20261001")]
    [InlineData("令和8年10月1日")]
    [InlineData("令和８年１０月１日")]
    [InlineData("R8.10.1")]
    [InlineData("r08/10/01")]
    [InlineData("平成38年10月1日")] // of systems that still count on
    [InlineData("2026/10/01 0:00:00")] // as Excel saves a date in CSV
    [InlineData("46296")] // as Excel stores a date in a workbook
    public void A_date_is_read_in_the_ways_in_which_it_is_written(string text) => Assert.Equal(new DateOnly(2026, 10, 1), Written.Date(text));

    [Fact]
    public void The_first_year_of_an_era_has_a_name() => Assert.Equal(new DateOnly(2019, 5, 1), Written.Date("令和元年5月1日"));

    [Theory]
    [InlineData("2026-02-30", "という日付はありません")]
    [InlineData("令和8年13月1日", "という日付はありません")]
    [InlineData("1926-10-01", "という日付はありません")] // nothing in a list of today is of that time
    [InlineData("8.10.1", "日付ではありません")] // of which era?
    [InlineData("10/01/2026", "日付ではありません")] // the first of October, or the tenth of January?
    [InlineData("2026-10", "日付ではありません")]
    [InlineData("随時", "日付ではありません")]
    [InlineData("12345", "日付ではありません")] // 1933, if it were Excel's day
    [InlineData("2026101", "日付ではありません")]
    public void What_is_no_date_or_could_be_two_is_refused_with_what_was_written(string text, string sentence)
    {
        var refusal = Assert.Throws<RuleException>(() => Written.Date(text)).Message;
        Assert.StartsWith($"「{text}」", refusal, StringComparison.Ordinal);
        Assert.Contains(sentence, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,100円〜1,300円", 1100, 1300)]
    [InlineData("1,100円～1,300円", 1100, 1300)]
    [InlineData("１，１００円－１，３００円", 1100, 1300)]
    [InlineData("1100-1300", 1100, 1300)]
    [InlineData("時給 1,100円から1,300円まで", 1100, 1300)]
    [InlineData("1,100円", 1100, 1100)]
    [InlineData("1100.0", 1100, 1100)] // of a workbook
    [InlineData("￥250,000", 250000, 250000)]
    [InlineData("25万円〜30万円", 250000, 300000)]
    [InlineData("25～30万円", 250000, 300000)]
    [InlineData("1万2,000円", 12000, 12000)]
    [InlineData("18.5万円〜", 185000, null)]
    [InlineData("1,100円以上", 1100, null)]
    [InlineData("〜1,300円", null, 1300)]
    [InlineData("1,300円以下", null, 1300)]
    [InlineData("月給: 250,000円〜300,000円（経験による）", 250000, 300000)]
    [InlineData("250,000円～\n300,000円", 250000, 300000)]
    [InlineData("1,100円～0円", 1100, null)] // some sources write zero for none
    public void An_amount_is_read_in_the_ways_in_which_it_is_written(string text, int? lower, int? upper) =>
        Assert.Equal(new YenRange(lower, upper), YenRange.Read(text));

    [Theory]
    [InlineData("当社規定による")]
    [InlineData("1,100円〜1,300円 夜勤1,500円")] // which of them?
    [InlineData("日給8,000円＋歩合")]
    [InlineData("1100.5円")]
    [InlineData("999999999999円")]
    [InlineData("-1100")]
    [InlineData("0円")]
    [InlineData("=1100+1")]
    [InlineData("円")]
    [InlineData("万円")]
    public void What_is_no_amount_or_could_mean_anything_is_refused(string text) => Assert.Throws<RuleException>(() => YenRange.Read(text));

    [Fact]
    public void An_upper_amount_below_the_lower_one_is_refused() =>
        Assert.Contains("1,100円）が、下限（1,300円", Assert.Throws<RuleException>(() => YenRange.Read("1300円〜1100円")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("8時30分～17時30分", "8:30-17:30")]
    [InlineData("08:30〜17:30", "8:30-17:30")]
    [InlineData("8:30-17:30", "8:30-17:30")]
    [InlineData("８時３０分〜１７時３０分", "8:30-17:30")]
    [InlineData("9時から18時まで", "9:00-18:00")]
    [InlineData("午前9時〜午後5時30分", "9:00-17:30")]
    [InlineData("22時00分〜翌7時00分", "22:00-7:00")]
    [InlineData("17:00〜24:00", "17:00-0:00")]
    [InlineData("18:00〜25:00", "18:00-1:00")]
    [InlineData("(1)8時30分〜17時30分\n(2)9時00分〜18時00分", "8:30-17:30 9:00-18:00")]
    [InlineData("①8時30分〜17時30分②9時00分〜18時00分", "8:30-17:30 9:00-18:00")] // 18時30分 would be read of ①8時30分
    [InlineData("9:00〜13:00又は13:00〜17:00", "9:00-13:00 13:00-17:00")]
    public void Times_are_read_in_the_ways_in_which_they_are_written(string text, string times) =>
        Assert.Equal(times, string.Join(' ', WorkTimes.Read(text).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Start:H:mm}-{t.End:H:mm}"))));

    [Theory]
    [InlineData("9時00分〜18時00分の時間の間の6時間")] // it does not say when work begins
    [InlineData("シフト制")]
    [InlineData("25:00〜26:00")]
    [InlineData("9:60〜18:00")]
    [InlineData("9:00〜40:00")]
    [InlineData("9〜18")] // persons, days or hours
    [InlineData("、")]
    public void What_does_not_say_from_when_to_when_is_refused(string text) => Assert.Throws<RuleException>(() => WorkTimes.Read(text));

    [Fact]
    public void Work_over_midnight_ends_on_the_next_day() =>
        Assert.Equal([true, true, false], WorkTimes.Read("22時〜翌7時、17:00〜24:00、9:00〜17:00").Select(t => t.IsOvernight));

    [Theory]
    [InlineData("あり", true)]
    [InlineData("有", true)]
    [InlineData("可", true)]
    [InlineData("○", true)]
    [InlineData("１", true)]
    [InlineData("なし", false)]
    [InlineData("不可", false)]
    [InlineData("該当なし", false)] // though it begins like 該当
    [InlineData("×", false)]
    public void Yes_and_no_have_many_words(string text, bool isYes) => Assert.Equal(isYes, Written.YesOrNo(text));

    [Theory]
    [InlineData("応相談")]
    [InlineData("2")]
    [InlineData("ありなし")]
    public void What_is_neither_yes_nor_no_is_refused(string text) => Assert.Throws<RuleException>(() => Written.YesOrNo(text));

    [Theory]
    [InlineData("3人", 3)]
    [InlineData("１，２００名", 1200)]
    [InlineData("3", 3)]
    [InlineData("3.0", 3)] // of a workbook
    public void A_number_is_read_with_its_unit(string text, int count) => Assert.Equal(count, Written.Count(text, 10_000, "人", "名"));

    [Theory]
    [InlineData("若干名")]
    [InlineData("2〜3人")]
    [InlineData("2.5人")]
    [InlineData("10001人")]
    [InlineData("-1")]
    public void What_is_no_number_of_persons_is_refused(string text) => Assert.Throws<RuleException>(() => Written.Count(text, 10_000, "人", "名"));

    [Theory]
    [InlineData("雇用・労災・健康・厚生", true, true, true, true)]
    [InlineData("雇用　労災", true, true, false, false)]
    [InlineData("各種社会保険完備", true, true, true, true)]
    [InlineData("なし", false, false, false, false)]
    public void Insurances_are_read_by_their_names(string text, bool employment, bool accident, bool health, bool pension) =>
        Assert.Equal(new Insurances(employment, accident, health, pension), Insurances.Read(text));

    [Theory]
    [InlineData("日給月給", "月給")] // paid by the month
    [InlineData("日給", "日給")]
    [InlineData("時間給", "時給")]
    [InlineData("年俸制", "年俸")]
    [InlineData("その他（出来高）", "その他")]
    public void The_form_of_a_wage_is_read_by_its_word(string text, string form) => Assert.Equal(form, PayForms.Read(text).InJapanese);

    [Theory]
    [InlineData("40010-12345678", "40010-12345678")]
    [InlineData("４００１０－１２３４５６７８", "40010-12345678")]
    [InlineData("4001012345678", "40010-12345678")]
    [InlineData(" 40010 - 345 ", "40010-345")]
    public void A_number_of_HelloWork_is_the_same_however_it_is_written(string text, string number) =>
        Assert.Equal(number, OpeningNumber.Read(text, FeedSource.HelloWork));

    [Theory]
    [InlineData("4001-12345678")]
    [InlineData("40010-123456789")]
    [InlineData("A-1")]
    [InlineData("4.00101E+12")] // what Excel makes of it
    public void A_number_of_another_form_is_none_of_HelloWork(string text)
    {
        Assert.Throws<RuleException>(() => OpeningNumber.Read(text, FeedSource.HelloWork));
        Assert.Equal(text, OpeningNumber.Read(text, new("町の無料職業紹介所")));
    }
}
