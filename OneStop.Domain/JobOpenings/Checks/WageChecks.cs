using System.Globalization;
using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>
/// 最低賃金, by the prefecture of the place and by the day of work. Where the place, the pay or the wage itself is not known, a person has to look: nothing
/// passes in silence.
/// </summary>
internal static class WageChecks
{
    private const string Law = "最低賃金法 4条";
    private const string Ask = "事業者に確かめます。産業ごとの特定最低賃金があるときは、高いほうを使います。";

    public static IEnumerable<OpeningFinding> Of(CheckedOpening opening, OpeningRules rules)
    {
        var begins = opening.WorkBegins(rules.Today);
        var pay = WorkedOutPay.Hourly(opening.Terms);
        if (opening.Terms.Place.PrefectureCode is not { } prefecture)
            return [Found("wage.place", FindingSeverity.ToConfirm, "働く場所の市区町村がわからないので、最低賃金と比べていません。", "市区町村を選びます。")];
        if (pay.Lower is not { } hour)
            return [Found("wage.pay", FindingSeverity.ToConfirm, $"1時間あたりの賃金を計算できません。足りないもの：{string.Join("、", pay.Missing)}", "足りないものを書くと、最低賃金と比べます。")];
        if (rules.MinimumWage(prefecture, begins) is not { } wage)
            return [Found("wage.unknown", FindingSeverity.ToConfirm, $"{JapanTime.Say(begins)}の、この都道府県の最低賃金が登録されていません。", "「決まりと金額」に加えるか、労働局のページで確かめます。")];
        return [.. Now(hour, pay.Rule, wage, begins), .. Later(opening, prefecture, hour, begins, rules)];
    }

    private static IEnumerable<OpeningFinding> Now(decimal hour, string rule, DatedRules.RuleStep wage, DateOnly begins)
    {
        if (hour < wage.Number)
            yield return Found("wage.low", wage.IsConfirmed ? FindingSeverity.Blocks : FindingSeverity.ToConfirm,
                $"1時間あたり{Yen(hour)}（{rule}）は、{JapanTime.Say(begins)}の最低賃金{Yen(wage.Number)}{Doubt(wage)}より低くなっています。", Ask);
        else if (!wage.IsConfirmed)
            yield return Found("wage.unconfirmed", FindingSeverity.ToConfirm,
                $"1時間あたり{Yen(hour)}は、最低賃金{Yen(wage.Number)}以上ですが、この額は要確認です。", "労働局のページで額を確かめ、「決まりと金額」で「確かめた」にします。");
    }

    /// <summary>A rise that comes while the opening is shown.</summary>
    private static IEnumerable<OpeningFinding> Later(CheckedOpening opening, string prefecture, decimal hour, DateOnly begins, OpeningRules rules) =>
        from step in rules.Changes(prefecture, begins, opening.ValidUntil ?? begins)
        where hour < step.Number
        select Found("wage.later", FindingSeverity.ToConfirm,
            $"{JapanTime.Say(step.From)}から最低賃金が{Yen(step.Number)}{Doubt(step)}になり、1時間あたり{Yen(hour)}では低くなります。", "その日からの賃金を、事業者に確かめます。");

    private static string Doubt(DatedRules.RuleStep wage) => wage.IsConfirmed ? "" : "（要確認）";

    private static string Yen(decimal yen) => string.Create(CultureInfo.InvariantCulture, $"{yen:#,0.#}円");

    private static OpeningFinding Found(string code, FindingSeverity severity, string words, string todo) =>
        new(code, severity, TermSection.Pay, nameof(PayTerms.Lower), Law, words, todo);
}
