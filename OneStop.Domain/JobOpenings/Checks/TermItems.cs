using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>
/// All items of 労働条件明示 since April 2024 (職業安定法施行規則 4条の2第3項), and what the ledger and the law on ages need besides. 「なし」 is an answer
/// everywhere; a blank never is.
/// </summary>
public static partial class TermItems
{
    private const string Rule = "職業安定法施行規則 4条の2第3項";

    /// <summary>The items in the order of the form.</summary>
    public static IReadOnlyList<TermItem> All { get; } = [.. WorkItems, .. PlaceItems, .. PeriodItems, .. HoursItems, .. PayItems, .. OtherItems];

    /// <summary>Returns the items that are blank, each with its sentence.</summary>
    public static IReadOnlyList<(TermItem Item, string Sentence)> BlankIn(OpeningTerms terms) =>
        [.. from item in All let sentence = item.Blank(terms) where sentence is not null select (item, sentence)];

    private static IEnumerable<TermItem> WorkItems =>
    [
        new("work.occupation", "職種", "職業安定法施行規則 24条の7（求人管理簿）", TermSection.Work, nameof(WorkTerms.Occupation),
            t => Unless(t.Work.Occupation.Length > 0, "職種が空欄です。")),
        new("work.tasks", "仕事の内容", $"{Rule}1号", TermSection.Work, nameof(WorkTerms.Tasks),
            t => Unless(t.Work.Tasks.Length > 0, "仕事の内容（雇入れ直後）が空欄です。")),
        new("work.tasks-change", "仕事の変更の範囲", $"{Rule}1号（令和6年4月から）", TermSection.Work, nameof(WorkTerms.TasksChange),
            t => Scope(t.Work.TasksChange, t.Work.TasksChangeWords, "仕事")),
        new("work.dispatch", "派遣労働者として雇うか", $"{Rule}8号", TermSection.Work, nameof(WorkTerms.IsDispatch),
            t => Unless(t.Work.IsDispatch is not null, "派遣労働者として雇うかどうかが空欄です。")),
    ];

    private static IEnumerable<TermItem> PlaceItems =>
    [
        new("place.employer", "事業者の名前", $"{Rule}7号", TermSection.Place, nameof(PlaceTerms.EmployerName),
            t => Unless(t.Place.EmployerName.Length > 0, "事業者の名前が空欄です。")),
        new("place.address", "働く場所", $"{Rule}3号", TermSection.Place, nameof(PlaceTerms.Address),
            t => Unless(t.Place.Address.Length > 0, "働く場所（雇入れ直後）が空欄です。")),
        new("place.change", "場所の変更の範囲", $"{Rule}3号（令和6年4月から）", TermSection.Place, nameof(PlaceTerms.PlaceChange),
            t => Scope(t.Place.PlaceChange, t.Place.PlaceChangeWords, "場所")),
        new("place.smoking", "受動喫煙防止措置", $"{Rule}9号", TermSection.Place, nameof(PlaceTerms.Smoking), t => t.Place switch
        {
            { Smoking: null } => "受動喫煙を防ぐ措置が空欄です。",
            { Smoking: SmokingMeasure.Other, SmokingWords: "" } => "受動喫煙を防ぐ措置の「その他」の説明が空欄です。",
            _ => null,
        }),
    ];

    private static IEnumerable<TermItem> PeriodItems =>
    [
        new("period.length", "契約の期間", $"{Rule}2号", TermSection.Period, nameof(PeriodTerms.Length),
            t => Unless(t.Period.Length is not null, "契約の期間（定めの有無）が空欄です。")),
        new("period.term", "契約の長さ", $"{Rule}2号", TermSection.Period, nameof(PeriodTerms.Until),
            t => Unless(!IsFixed(t) || t.Period.Until is not null || t.Period.Months is not null, "期間の定めがあるのに、終わりの日も長さも空欄です。")),
        new("period.trial", "試用期間", $"{Rule}2号の2", TermSection.Period, nameof(PeriodTerms.Trial), t => t.Period switch
        {
            { Trial: null } => "試用期間の有無が空欄です。",
            { Trial: TrialKind.Without } => null,
            { TrialMonths: null } => "試用期間の長さが空欄です。",
            { Trial: TrialKind.OtherConditions, TrialWords: "" } => "試用期間の間の条件が空欄です。",
            _ => null,
        }),
        new("period.renewal", "更新の有無", $"{Rule}2号の3", TermSection.Period, nameof(PeriodTerms.Renewal),
            t => Unless(!IsFixed(t) || t.Period.Renewal is not null, "期間の定めがあるのに、更新の有無が空欄です。")),
        new("period.renewal-criteria", "更新の判断基準", $"{Rule}2号の3（令和6年4月から）", TermSection.Period, nameof(PeriodTerms.RenewalCriteria),
            t => Unless(!t.Period.IsRenewable || t.Period.Renewal == RenewalKind.Automatic || t.Period.RenewalCriteria.Length > 0, "更新の判断基準が空欄です。")),
        new("period.renewal-limit", "更新の上限", $"{Rule}2号の3（令和6年4月から）", TermSection.Period, nameof(PeriodTerms.RenewalLimit), t => t.Period switch
        {
            { IsRenewable: false } => null,
            { RenewalLimit: null } => "更新の上限が空欄です。「上限なし」も書きます。",
            { RenewalLimit: not RenewalLimit.Unlimited, RenewalMost: null } => "更新の上限の年数か回数が空欄です。",
            _ => null,
        }),
    ];

    private static bool IsFixed(OpeningTerms terms) => terms.Period.Length == ContractLength.FixedTerm;

    private static string? Scope(ChangeScope? scope, string words, string what) => (scope, words) switch
    {
        (null, _) => $"{what}の変更の範囲が空欄です。変わらないときは「変更なし」と書きます。",
        (ChangeScope.MayChange, "") => $"{what}が変わることがあるのに、変わったときの{what}が空欄です。",
        _ => null,
    };

    private static string? Unless(bool isAnswered, string sentence) => isAnswered ? null : sentence;
}
