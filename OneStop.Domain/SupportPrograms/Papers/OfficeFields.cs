using OneStop.Domain.CityForms;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>A field of the paper for an office.</summary>
/// <param name="Block">The heading under which it stands.</param>
/// <param name="Read">What it says.</param>
public sealed record OfficeField(string Block, FormField Field, Func<OfficePaper, FormValue> Read);

/// <summary>要綱の項目: what stands once on the paper for an office, in its order.</summary>
public static class OfficeFields
{
    private const string Head = "頭書", Person = "本人", Household = "世帯", Money = "経済", Work = "就労", Wish = "意欲・資格", End = "評価・終了・アフターケア";

    /// <summary>All fields.</summary>
    public static IReadOnlyList<OfficeField> All { get; } =
    [
        Text(Head, "提出先", "渡す窓口の名前", "中央区 子育て支援課", p => p.PartnerName),
        Text(Head, "プログラム番号", "プログラムの番号", "P-0012", p => SupportProgram.NumberOf(p.Head.Number)),
        Number(Head, "版", "策定した版の番号", 2, p => p.Head.Edition),
        Day(Head, "版の日", "この版を策定した日", p => p.Head.On),
        Day(Head, "策定日", "はじめて策定した日", p => p.EstablishedOn),
        Day(Head, "申込日", "本人が申し込んだ日", p => p.AppliedOn),
        Day(Head, "同意日", "参加の同意をもらった日", p => p.ConsentOn),
        Text(Head, "策定員", "担当の策定員の名前", "福岡 みどり", p => p.Planner),
        Text(Head, "主担当機関", "プログラムを主に担当する機関", "この事業", p => p.Lead.Lead == ProgramLead.Other ? p.Lead.Words : p.Lead.Lead.InJapanese),
        Fact<IdentityFacts>(Person, "氏名", "記録の氏名", "山田 花子", FactPurpose.Identity, nameof(IdentityFacts.FullName)),
        Fact<IdentityFacts>(Person, "ふりがな", "記録のふりがな", "やまだ はなこ", FactPurpose.Identity, nameof(IdentityFacts.Kana)),
        Fact<IdentityFacts>(Person, "生年月日", "記録の生年月日と年齢", "1990年4月1日（36歳）", FactPurpose.Identity, nameof(IdentityFacts.BirthDate)),
        Text(Person, "住所", "記録の区と、町名・番地・建物", "中央区天神1-1-1", p =>
            p.Person.Said<AddressFacts>(FactPurpose.Address, nameof(AddressFacts.Ward)) + p.Person.Said<AddressFacts>(FactPurpose.Address, nameof(AddressFacts.Rest))),
        Fact<PhoneFacts>(Person, "電話", "記録の電話番号", "090-0000-0000", FactPurpose.Phones, nameof(PhoneFacts.Lines)),
        Text(Person, "LINEでの連絡", "LINEでつながっているか", "できる", p => p.IsInLine ? "できる" : "つながっていない"),
        Fact<ContactFacts>(Person, "連絡してよい時間", "記録のつながりやすい時間", "平日の夕方", FactPurpose.Contact, nameof(ContactFacts.GoodTime)),
        Text(Person, "連絡の注意", "連絡を控えめにする人のときの頼みごと", "本人への連絡は、この事業の担当を通してください。", p =>
            p.IsDiscreet ? $"本人への電話や手紙は控え、連絡は必ずこの事業の担当（{p.Planner}）を通してください。" : ""),
        Text(Household, "子ども", "生まれた年（選んだときは、日中みる人も）", "2018年生まれ", ChildrenOf),
        Text(Household, "いっしょに住む人", "聞き取りの内容（選んだとき）", "子ども1人", p => p.Say(OfficeWords.Family)
            ? p.Content.Carried.Said<HouseholdFacts>(FactPurpose.Household, nameof(HouseholdFacts.LivesWith)) : ""),
        Carried<MoneyFacts>(Money, "児童扶養手当", "全部・一部・停止・まだなど", "全部支給", FactPurpose.Money, nameof(MoneyFacts.Allowance)),
        Carried<MoneyFacts>(Money, "養育費", "取り決めと受け取り", "受け取っている", FactPurpose.Money, nameof(MoneyFacts.Support)),
        Carried<MoneyFacts>(Money, "世帯の月の収入", "聞き取りの内容", ProgramWords.Yen(180_000), FactPurpose.Money, nameof(MoneyFacts.HouseholdIncome)),
        Carried<MoneyFacts>(Money, "家賃", "家賃・住居費の月額", ProgramWords.Yen(45_000), FactPurpose.Money, nameof(MoneyFacts.Rent)),
        Carried<WorkFacts>(Work, "雇用形態", "策定したときの働き方", "パート・アルバイト", FactPurpose.Work, nameof(WorkFacts.Form)),
        Number(Work, "週の時間", "策定したときの週の労働時間", 20, p => p.Baseline?.WeeklyHours ?? p.Content.Carried.WeeklyHours),
        Number(Work, "月の収入", "策定したときの月の就労収入（円）", 98_000, p => p.Baseline?.MonthlyIncome ?? p.Content.Carried.MonthlyIncome),
        Number(Work, "策定時の年収見込", "月の収入の12倍（円）", 1_176_000, p => p.YearlyIncome),
        Carried<WorkFacts>(Work, "雇用保険", "加入しているか", "あり", FactPurpose.Work, nameof(WorkFacts.HasEmploymentInsurance)),
        Carried<WishFacts>(Work, "希望する仕事", "仕事の種類の希望", "事務", FactPurpose.Wishes, nameof(WishFacts.Kinds)),
        Carried<WishFacts>(Work, "希望する時間", "曜日と時間の希望", "平日 9時〜16時", FactPurpose.Wishes, nameof(WishFacts.Hours)),
        Carried<WishFacts>(Work, "希望する時期", "いつから働きたいか", "来年の4月", FactPurpose.Wishes, nameof(WishFacts.From)),
        Text(Wish, "仕事への意欲", "聞き取りの言葉（選んだとき）", "正社員をめざしたい", p => p.Say(OfficeWords.Motivation) ? p.Content.Notes.Motivation : ""),
        Carried<SkillFacts>(Wish, "資格・免許", "記録の資格・免許", "普通自動車免許（2010年）", FactPurpose.Skills, nameof(SkillFacts.Qualifications)),
        Carried<SkillFacts>(Wish, "講座", "受けている・受けたい講座", "簿記の講座", FactPurpose.Skills, nameof(SkillFacts.Studying)),
        Day(End, "次の見直し", "次に見直す日", p => p.NextReviewOn),
        Day(End, "終了日", "プログラムが終わった日", p => p.End?.On),
        Text(End, "終わり方", "達成・中断・転出・その他", "達成", p => p.End?.Reason.InJapanese ?? ""),
        Day(End, "見守りの日", "終わったあとに暮らしを確かめる日", p => p.AftercareOn),
    ];

    /// <summary>2018年生まれ, a line for each child; who minds them only if staff chose it.</summary>
    private static string ChildrenOf(OfficePaper paper)
    {
        var said = paper.Content.Carried.Said<HouseholdFacts>(FactPurpose.Household, nameof(HouseholdFacts.Children));
        return paper.Say(OfficeWords.Family) || said.Length == 0 ? said
            : string.Join('\n', said.Split('\n').Select(child => child.IndexOf('・', StringComparison.Ordinal) is > 0 and var minder ? child[..minder] : child));
    }

    private static OfficeField Text(string block, string name, string meaning, string example, Func<OfficePaper, string> read) =>
        new(block, new(name, meaning, FormValue.Of(example)), p => FormValue.Of(read(p)));

    private static OfficeField Number(string block, string name, string meaning, decimal example, Func<OfficePaper, int?> read) =>
        new(block, new(name, meaning, FormValue.Of(example)), p => FormValue.Of((decimal?)read(p)));

    private static OfficeField Day(string block, string name, string meaning, Func<OfficePaper, DateOnly?> read) =>
        new(block, new(name, meaning, FormValue.Of(new DateOnly(2026, 11, 30))), p => FormValue.Of(read(p)));

    private static OfficeField Fact<TFacts>(string block, string name, string meaning, string example, FactPurpose purpose, string field) =>
        Text(block, name, meaning, example, p => p.Person.Said<TFacts>(purpose, field));

    private static OfficeField Carried<TFacts>(string block, string name, string meaning, string example, FactPurpose purpose, string field) =>
        Text(block, name, meaning, example, p => p.Content.Carried.Said<TFacts>(purpose, field));
}
