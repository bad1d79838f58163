using OneStop.Domain.CityForms;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>What stands in rows on the paper for an office.</summary>
public static class OfficeLists
{
    private static readonly FormValue aDay = FormValue.Of(new DateOnly(2027, 3, 31));

    private static readonly FormList pairs = new("課題と強み", "課題と、それに向けた強み",
        Text("種類", "課題の種類", "技能・資格"), Text("課題", "課題（本人の言葉をはじめに）", "資格がない"), Text("強み", "強み", "勉強を続けている"));

    private static readonly FormList goals = new("目標", "自立目標",
        Text("期間", "長期・中期・短期", "長期"), Text("本人の言葉", "本人の言葉", "子どもと安心して暮らしたい"), Text("目標の内容", "策定員の言葉", "正社員で働く"),
        Text("めやす", "数値や達成のめやす", $"月の収入 {ProgramWords.Yen(200_000)}"), new("期限", "いつまでに", aDay));

    private static readonly FormList items = new("支援", "支援の内容",
        Text("支援の種類", "支援の種類", "講座・訓練"), Text("内容", "支援の内容", "簿記の講座"), Text("担当", "機関や担当する人", "ひとり親家庭支援センター"),
        Text("回数", "回数・間隔", "週1回"), Text("本人がすること", "本人がすること", "申込書を出す"), new("はじまり", "はじまる日", aDay), new("おわり", "おわる日", aDay),
        Text("状態", "予定・進行中・済み・やめた", "進行中"), Text("結果", "成功・一部・不成功", "成功"));

    private static readonly FormList contacts = new("関係機関", "連絡した関係機関",
        new("連絡日", "連絡した日", aDay), Text("相手", "機関と、部署・人", "ハローワーク 福岡（担当者）"), Text("同意", "名前を伝えたか", "本人の同意を得て名前を伝えた"));

    private static readonly FormList reviews = new("評価", "見直し",
        new("面接日", "見直した日", aDay), Text("達成度", "目標ごとの進みぐあい", "簿記3級に合格する 50%"), Text("次にすること", "次にすること", "模擬試験を受ける"),
        new("次回日", "次の見直しの日", aDay));

    /// <summary>All lists, in the order of the paper.</summary>
    public static IReadOnlyList<FormList> All { get; } = [pairs, goals, items, contacts, reviews];

    /// <summary>Returns the rows of a list; each has a value for each of its fields.</summary>
    public static IReadOnlyList<IReadOnlyList<FormValue>> Rows(FormList list, OfficePaper paper) =>
        list == pairs ? [.. paper.Pairs.Select(RowOf)]
        : list == goals ? [.. paper.Content.Goals.OrderBy(g => g.Term).Select(RowOf)]
        : list == items ? [.. paper.Content.Items.Select(i => RowOf(i, paper.Standings.GetValueOrDefault(i.Id)))]
        : list == contacts ? [.. paper.Contacts.Select(RowOf)]
        : [.. paper.Reviews.Select(RowOf)];

    /// <summary>月の収入 200,000円・正社員</summary>
    public static string YardstickOf(Goal goal) => string.Join('・', new[]
    {
        goal.MonthlyIncome is { } month ? $"月の収入 {ProgramWords.Yen(month)}" : "",
        goal.YearlyIncome is { } year ? $"年の収入 {ProgramWords.Yen(year)}" : "",
        goal.WeeklyHours is { } hours ? $"週{hours}時間" : "",
        goal.Form?.InJapanese ?? "",
        goal.Yardstick,
    }.Where(w => w.Length > 0));

    private static IReadOnlyList<FormValue> RowOf(BarrierPair pair) =>
        [FormValue.Of(pair.Kind.InJapanese), FormValue.Of(pair.Hard), FormValue.Of(pair.Strength)];

    private static IReadOnlyList<FormValue> RowOf(Goal goal) =>
        [FormValue.Of(goal.Term.InJapanese), FormValue.Of(goal.OwnWords), FormValue.Of(goal.Words), FormValue.Of(YardstickOf(goal)), FormValue.Of(goal.Until)];

    private static IReadOnlyList<FormValue> RowOf(SupportItem item, StandingWish? standing) =>
    [
        FormValue.Of(item.Kind.InJapanese),
        FormValue.Of(item.What),
        FormValue.Of(item.Responsible),
        FormValue.Of(item.HowOften),
        FormValue.Of(item.ClientDoes),
        FormValue.Of(item.From),
        FormValue.Of(item.Until),
        FormValue.Of(standing?.State.InJapanese),
        FormValue.Of(standing?.Outcome?.InJapanese),
    ];

    private static IReadOnlyList<FormValue> RowOf(ToldOffice contact) =>
        [FormValue.Of(contact.On), FormValue.Of(contact.Who.Length > 0 ? $"{contact.Name}（{contact.Who}）" : contact.Name),
            FormValue.Of(contact.IsNamed ? "本人の同意を得て名前を伝えた" : "名前を伝えていない")];

    private static IReadOnlyList<FormValue> RowOf(ReviewWish review) =>
        [FormValue.Of(review.On), FormValue.Of(string.Join('\n', review.Goals.Select(g => $"{g.Goal} {g.Percent}%"))), FormValue.Of(review.Next),
            FormValue.Of(review.NextOn)];

    private static FormField Text(string name, string meaning, string example) => new(name, meaning, FormValue.Of(example));
}
