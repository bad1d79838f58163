using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Checks;

/// <content>Hours, pay, insurance and selection.</content>
public static partial class TermItems
{
    private static IEnumerable<TermItem> HoursItems =>
    [
        new("hours.times", "始業・終業", $"{Rule}4号", TermSection.Hours, nameof(HoursTerms.Patterns), t => t.Hours switch
        {
            { Patterns.Count: > 0 } => null,
            { System: HoursSystem.Flexible or HoursSystem.Discretionary or HoursSystem.DeemedOutside, HoursWords.Length: > 0 } => null,
            _ => "始業と終業の時刻が空欄です。",
        }),
        new("hours.break", "休憩", $"{Rule}4号", TermSection.Hours, nameof(HoursTerms.Patterns),
            t => Unless(t.Hours.Patterns.All(p => p.BreakMinutes is not null), "休憩の分数が空欄です。ないときは0と書きます。")),
        new("hours.overtime", "時間外労働", $"{Rule}4号", TermSection.Hours, nameof(HoursTerms.HasOvertime),
            t => Unless(t.Hours.HasOvertime is not null, "時間外労働の有無が空欄です。")),
        new("hours.holidays", "休日", $"{Rule}4号", TermSection.Hours, nameof(HoursTerms.HolidayWords), t => Unless(t.Hours.TellsHolidays, "休日が空欄です。")),
        new("hours.deemed", "みなし労働時間", "指針（平成11年労働省告示141号）第3の1", TermSection.Hours, nameof(HoursTerms.DeemedHours),
            t => Unless(t.Hours.System?.IsDeemed != true || t.Hours.DeemedHours is not null, "働いたとみなす時間が空欄です。")),
    ];

    private static IEnumerable<TermItem> PayItems =>
    [
        new("pay.form", "賃金形態", $"{Rule}5号", TermSection.Pay, nameof(PayTerms.Form), t => Unless(t.Pay.Form is not null, "賃金形態が空欄です。")),
        new("pay.amount", "賃金の額", $"{Rule}5号", TermSection.Pay, nameof(PayTerms.Lower),
            t => Unless(t.Pay.Lower is not null, "賃金の額（下限）が空欄です。")),
        new("pay.fixed", "固定残業代の有無", FixedOvertime, TermSection.Pay, nameof(PayTerms.HasFixedOvertime),
            t => Unless(t.Pay.HasFixedOvertime is not null, "固定残業代の有無が空欄です。")),
        new("pay.fixed-base", "固定残業代を除いた基本給", FixedOvertime, TermSection.Pay, nameof(PayTerms.BaseWithoutFixed),
            t => Unless(t.Pay is not { HasFixedOvertime: true, BaseWithoutFixed: null }, "固定残業代があるのに、それを除いた基本給が空欄です。")),
        new("pay.fixed-amount", "固定残業代の額", FixedOvertime, TermSection.Pay, nameof(PayTerms.FixedYen),
            t => Unless(t.Pay is not { HasFixedOvertime: true, FixedYen: null }, "固定残業代の額が空欄です。")),
        new("pay.fixed-hours", "固定残業代の時間", FixedOvertime, TermSection.Pay, nameof(PayTerms.FixedHours),
            t => Unless(t.Pay is not { HasFixedOvertime: true, FixedHours: null }, "固定残業代が何時間分かが空欄です。")),
        new("pay.fixed-above", "固定残業代を超えた分", FixedOvertime, TermSection.Pay, nameof(PayTerms.PaysAboveFixed),
            t => Unless(t.Pay is not { HasFixedOvertime: true, PaysAboveFixed: null }, "固定残業代の時間を超えた分を追加で払うかが空欄です。")),
    ];

    private static IEnumerable<TermItem> OtherItems =>
    [
        Insured("health", "健康保険", nameof(InsuranceTerms.Health), i => i.Health),
        Insured("pension", "厚生年金", nameof(InsuranceTerms.Pension), i => i.Pension),
        Insured("accident", "労災保険", nameof(InsuranceTerms.Accident), i => i.Accident),
        Insured("unemployment", "雇用保険", nameof(InsuranceTerms.Unemployment), i => i.Unemployment),
        new("selection.persons", "求人数", "職業安定法施行規則 24条の7（求人管理簿）", TermSection.Selection, nameof(SelectionTerms.Persons),
            t => Unless(t.Selection.Persons is not null, "求人数が空欄です。")),
        new("selection.age", "年齢", "労働施策総合推進法 9条", TermSection.Selection, nameof(SelectionTerms.Age),
            t => Unless(t.Selection.Age is not null, "年齢を問うかどうかが空欄です。原則は「年齢不問」です。")),
    ];

    private const string FixedOvertime = "指針（平成11年労働省告示141号）第3の1、青少年の雇用機会の確保の指針";

    private static TermItem Insured(string code, string name, string field, Func<InsuranceTerms, bool?> answer) =>
        new($"insurance.{code}", name, $"{Rule}6号", TermSection.Insurance, field, t => Unless(answer(t.Insurance) is not null, $"{name}に入れるかどうかが空欄です。"));
}
