using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Tests.JobOpenings;

/// <summary>労働条件明示 (職業安定法施行規則 4条の2): each item that is blank is told, by its own sentence.</summary>
public sealed class TermItemTests
{
    private static readonly OpeningTerms Whole = JobOpenings.Whole.Terms;
    private static readonly OpeningTerms Monthly = JobOpenings.Whole.Monthly;

    public static TheoryData<string, string> Blanks => new()
    {
        { "work.occupation", "職種が空欄です。" },
        { "work.tasks", "仕事の内容（雇入れ直後）が空欄です。" },
        { "work.tasks-change", "仕事の変更の範囲が空欄です。変わらないときは「変更なし」と書きます。" },
        { "work.dispatch", "派遣労働者として雇うかどうかが空欄です。" },
        { "place.employer", "事業者の名前が空欄です。" },
        { "place.address", "働く場所（雇入れ直後）が空欄です。" },
        { "place.change", "場所の変更の範囲が空欄です。変わらないときは「変更なし」と書きます。" },
        { "place.smoking", "受動喫煙を防ぐ措置が空欄です。" },
        { "period.length", "契約の期間（定めの有無）が空欄です。" },
        { "period.term", "期間の定めがあるのに、終わりの日も長さも空欄です。" },
        { "period.trial", "試用期間の有無が空欄です。" },
        { "period.renewal", "期間の定めがあるのに、更新の有無が空欄です。" },
        { "period.renewal-criteria", "更新の判断基準が空欄です。" },
        { "period.renewal-limit", "更新の上限が空欄です。「上限なし」も書きます。" },
        { "hours.times", "始業と終業の時刻が空欄です。" },
        { "hours.break", "休憩の分数が空欄です。ないときは0と書きます。" },
        { "hours.overtime", "時間外労働の有無が空欄です。" },
        { "hours.holidays", "休日が空欄です。" },
        { "hours.deemed", "働いたとみなす時間が空欄です。" },
        { "pay.form", "賃金形態が空欄です。" },
        { "pay.amount", "賃金の額（下限）が空欄です。" },
        { "pay.fixed", "固定残業代の有無が空欄です。" },
        { "pay.fixed-base", "固定残業代があるのに、それを除いた基本給が空欄です。" },
        { "pay.fixed-amount", "固定残業代の額が空欄です。" },
        { "pay.fixed-hours", "固定残業代が何時間分かが空欄です。" },
        { "pay.fixed-above", "固定残業代の時間を超えた分を追加で払うかが空欄です。" },
        { "insurance.health", "健康保険に入れるかどうかが空欄です。" },
        { "insurance.pension", "厚生年金に入れるかどうかが空欄です。" },
        { "insurance.accident", "労災保険に入れるかどうかが空欄です。" },
        { "insurance.unemployment", "雇用保険に入れるかどうかが空欄です。" },
        { "selection.persons", "求人数が空欄です。" },
        { "selection.age", "年齢を問うかどうかが空欄です。原則は「年齢不問」です。" },
    };

    [Theory, MemberData(nameof(Blanks))]
    public void A_blank_item_is_told_by_its_sentence_and_nothing_else_is(string code, string sentence)
    {
        var (item, told) = Assert.Single(TermItems.BlankIn(Without(code)));
        Assert.Equal((code, sentence), (item.Code, told));
    }

    [Fact]
    public void Every_item_is_in_the_table_and_has_its_field() // the form goes to the field that is named
    {
        Assert.Equal(TermItems.All.Select(i => i.Code).Order(StringComparer.Ordinal), Blanks.Select(b => b.Data.Item1).Order(StringComparer.Ordinal));
        var fields = TermWords.Lines(OpeningTerms.None).Select(l => (l.Section, l.Field)).ToHashSet();
        Assert.DoesNotContain(TermItems.All, i => !fields.Contains((i.Section, i.Field)));
    }

    [Fact]
    public void Terms_with_every_answer_have_no_blank()
    {
        Assert.Empty(TermItems.BlankIn(Whole));
        Assert.Empty(TermItems.BlankIn(Monthly));
    }

    public static TheoryData<string, string?> Halves => new()
    {
        { "変更ありで言葉がない仕事", "仕事が変わることがあるのに、変わったときの仕事が空欄です。" },
        { "変更ありで言葉がない場所", "場所が変わることがあるのに、変わったときの場所が空欄です。" },
        { "その他で説明がない喫煙", "受動喫煙を防ぐ措置の「その他」の説明が空欄です。" },
        { "試用期間の長さがない", "試用期間の長さが空欄です。" },
        { "条件が違う試用期間の条件がない", "試用期間の間の条件が空欄です。" },
        { "上限の年数がない", "更新の上限の年数か回数が空欄です。" },
        { "更新しない契約には基準も上限もいらない", null },
        { "自動の更新には基準がいらない", null },
        { "日付でなく月数の契約", null },
    };

    [Theory, MemberData(nameof(Halves))]
    public void An_answer_that_needs_words_or_a_number_is_blank_without_them(string half, string? sentence)
    {
        var (work, place, period) = (Whole.Work, Whole.Place, Whole.Period);
        var terms = half switch
        {
            "変更ありで言葉がない仕事" => Whole with { Work = work with { TasksChange = ChangeScope.MayChange } },
            "変更ありで言葉がない場所" => Whole with { Place = place with { PlaceChange = ChangeScope.MayChange } },
            "その他で説明がない喫煙" => Whole with { Place = place with { Smoking = SmokingMeasure.Other } },
            "試用期間の長さがない" => Whole with { Period = period with { Trial = TrialKind.SameConditions } },
            "条件が違う試用期間の条件がない" => Whole with { Period = period with { Trial = TrialKind.OtherConditions, TrialMonths = 3 } },
            "上限の年数がない" => Whole with { Period = period with { RenewalLimit = RenewalLimit.Years } },
            "更新しない契約には基準も上限もいらない" => Whole with { Period = period with { Renewal = RenewalKind.Never, RenewalCriteria = "", RenewalLimit = null } },
            "自動の更新には基準がいらない" => Whole with { Period = period with { Renewal = RenewalKind.Automatic, RenewalCriteria = "" } },
            _ => Whole with { Period = period with { Until = null, Months = 6 } },
        };
        Assert.Equal(sentence is null ? [] : [sentence], TermItems.BlankIn(terms).Select(b => b.Sentence));
    }

    private static OpeningTerms Without(string code) => code.Split('.')[0] switch
    {
        "work" => Whole with { Work = WorkWithout(code) },
        "place" => Whole with { Place = PlaceWithout(code) },
        "period" => Whole with { Period = PeriodWithout(code) },
        "hours" => Whole with { Hours = HoursWithout(code) },
        "pay" => Monthly with { Pay = PayWithout(code) },
        "insurance" => Whole with { Insurance = InsuranceWithout(code) },
        _ => Whole with { Selection = code == "selection.persons" ? Whole.Selection with { Persons = null } : Whole.Selection with { Age = null } },
    };

    private static WorkTerms WorkWithout(string code) => code switch
    {
        "work.occupation" => Whole.Work with { Occupation = "" },
        "work.tasks" => Whole.Work with { Tasks = "" },
        "work.tasks-change" => Whole.Work with { TasksChange = null },
        _ => Whole.Work with { IsDispatch = null },
    };

    private static PlaceTerms PlaceWithout(string code) => code switch
    {
        "place.employer" => Whole.Place with { EmployerName = "" },
        "place.address" => Whole.Place with { Address = "" },
        "place.change" => Whole.Place with { PlaceChange = null },
        _ => Whole.Place with { Smoking = null },
    };

    private static PeriodTerms PeriodWithout(string code) => code switch
    {
        "period.length" => Whole.Period with { Length = null },
        "period.term" => Whole.Period with { Months = null },
        "period.trial" => Whole.Period with { Trial = null },
        "period.renewal" => Whole.Period with { Renewal = null },
        "period.renewal-criteria" => Whole.Period with { RenewalCriteria = "" },
        _ => Whole.Period with { RenewalLimit = null },
    };

    private static HoursTerms HoursWithout(string code) => code switch
    {
        "hours.times" => Whole.Hours with { Patterns = [] },
        "hours.break" => Whole.Hours with { Patterns = [new(new(9, 0), new(15, 0), null)] },
        "hours.overtime" => Whole.Hours with { HasOvertime = null },
        "hours.holidays" => Whole.Hours with { FreeDays = [], FreeOnHolidays = null },
        _ => Whole.Hours with { System = HoursSystem.Discretionary },
    };

    private static PayTerms PayWithout(string code) => code switch
    {
        "pay.form" => Monthly.Pay with { Form = null },
        "pay.amount" => Monthly.Pay with { Lower = null },
        "pay.fixed" => Monthly.Pay with { HasFixedOvertime = null },
        "pay.fixed-base" => Monthly.Pay with { BaseWithoutFixed = null },
        "pay.fixed-amount" => Monthly.Pay with { FixedYen = null },
        "pay.fixed-hours" => Monthly.Pay with { FixedHours = null },
        _ => Monthly.Pay with { PaysAboveFixed = null },
    };

    private static InsuranceTerms InsuranceWithout(string code) => code switch
    {
        "insurance.health" => Whole.Insurance with { Health = null },
        "insurance.pension" => Whole.Insurance with { Pension = null },
        "insurance.accident" => Whole.Insurance with { Accident = null },
        _ => Whole.Insurance with { Unemployment = null },
    };
}
