using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Templates;

/// <summary>A part that a template or a barrier proposes, with the reason.</summary>
public sealed record Proposal<T>(T Part, string Because);

/// <summary>
/// ひな形: what is often part of a program in a situation. It proposes parts one by one and never overwrites; the person's own words stay empty, because
/// only the person can say them.
/// </summary>
/// <param name="Code">The code by which the screen refers to it.</param>
/// <param name="Situation">The situation on screen.</param>
public sealed record ProgramTemplate(string Code, string Situation, string About, IReadOnlyList<BarrierPair> Pairs, IReadOnlyList<Goal> Goals,
    IReadOnlyList<SupportItem> Items)
{
    /// <summary>All templates, in the order of the list.</summary>
    public static IReadOnlyList<ProgramTemplate> All { get; } = [Qualify(), AfterDivorce(), LessDoubleWork(), AtHome(), Permanent()];

    private static ProgramTemplate Qualify() => new("qualify", "資格を取って転職", "講座や学校に通い、資格を生かす仕事に移ります。",
        [Pair(BarrierKind.Skills, "生かせる資格がない"), Pair(BarrierKind.ChildCare, "通うあいだの子どもの預け先")],
        [Goal(GoalTerm.LongTerm, "資格を生かして正社員で働く", form: WorkForm.Permanent), Goal(GoalTerm.MidTerm, "資格を取る", yardstick: "合格・卒業"),
            Goal(GoalTerm.ShortTerm, "講座や学校を決めて申し込む", yardstick: "申込みがすんだ")],
        [Item(SupportItemKind.Measure, "給付金の事前相談（講座が始まる前に）", "1回", "受けたい講座の案内を持って、区の窓口に行く"),
            Item(SupportItemKind.Training, "講座・学校に通う", "講座の時間割のとおり", "出席し、困ったら早めに知らせる"),
            Item(SupportItemKind.Consultation, "学びと家事・育児の両立の相談", "月1回", "続けにくいことをメモしてくる"),
            Item(SupportItemKind.JobSearch, "資格を生かす求人を一緒にさがす", "月1回", "気になる求人に印をつける")]);

    private static ProgramTemplate AfterDivorce() => new("after-divorce", "離婚直後", "暮らしの土台を先に整え、それから仕事の準備をします。",
        [Pair(BarrierKind.Household, "収入と支出の見通しが立たない"), Pair(BarrierKind.Divorce, "養育費などの取り決めがまだ"), Pair(BarrierKind.Housing, "住まいが落ち着かない")],
        [Goal(GoalTerm.LongTerm, "自分の収入で暮らしを支える"), Goal(GoalTerm.MidTerm, "仕事に就く"), Goal(GoalTerm.ShortTerm, "手当と住まいの手続きを終える", yardstick: "手続きがすんだ")],
        [Item(SupportItemKind.Partner, "児童扶養手当などの手続きの相談", "1回", "必要な書類をそろえて、区の窓口に行く"),
            Item(SupportItemKind.Partner, "養育費の相談", "1回", "取り決めたこと・まだのことを書き出す"),
            Item(SupportItemKind.Consultation, "家計と仕事の見通しの相談", "月2回", "1か月のお金の出入りを書いてみる")]);

    private static ProgramTemplate LessDoubleWork() => new("less-double-work", "ダブルワークを減らす", "かけもちをやめても暮らせる、1つの仕事をめざします。",
        [Pair(BarrierKind.DoubleWork, "かけもちで休む時間がない"), Pair(BarrierKind.Health, "疲れがたまっている")],
        [Goal(GoalTerm.LongTerm, "1つの仕事で暮らす"), Goal(GoalTerm.MidTerm, "いまより時給か月給の高い仕事に移る"), Goal(GoalTerm.ShortTerm, "夜の仕事を週1回減らす", yardstick: "勤務表で確かめる")],
        [Item(SupportItemKind.Consultation, "家計と働き方の見直し", "月1回", "2つの仕事の給料明細を持ってくる"),
            Item(SupportItemKind.JobSearch, "時間の合う求人を一緒にさがす", "月2回", "ゆずれない条件を3つ決める"),
            Item(SupportItemKind.Consultation, "今の職場での時間・時給の相談のしかた", "1回", "話したいことを書き出す")]);

    private static ProgramTemplate AtHome() => new("at-home", "在宅で働く", "家でできる仕事のために、パソコンと仕事の受け方を身につけます。",
        [Pair(BarrierKind.Skills, "パソコンの経験が少ない"), Pair(BarrierKind.ChildCare, "家をあけにくい")],
        [Goal(GoalTerm.LongTerm, "在宅の仕事で、決めた月収を得る", form: WorkForm.HomeWork), Goal(GoalTerm.MidTerm, "在宅の仕事を受けはじめる"),
            Goal(GoalTerm.ShortTerm, "文書と表計算を使えるようになる", yardstick: "講座を終えた")],
        [Item(SupportItemKind.Training, "パソコン講座・在宅就業の講習", "週1回", "練習の時間を週に2回とる"),
            Item(SupportItemKind.Consultation, "在宅の仕事の選び方（名ばかりの求人に気をつける）", "月1回", "見つけた募集を見せる"),
            Item(SupportItemKind.JobSearch, "在宅・テレワークの求人を一緒にさがす", "月2回", "使える時間帯を書き出す")]);

    private static ProgramTemplate Permanent() => new("permanent", "正社員登用", "今の職場で、または新しい職場で、正社員をめざします。",
        [Pair(BarrierKind.Experience, "正社員で働いた経験が少ない"), Pair(BarrierKind.Confidence, "自信がもてない")],
        [Goal(GoalTerm.LongTerm, "正社員で働く", form: WorkForm.Permanent), Goal(GoalTerm.MidTerm, "登用の条件を確かめ、準備する", yardstick: "上司と話した"),
            Goal(GoalTerm.ShortTerm, "職務経歴書を作る", yardstick: "できあがった")],
        [Item(SupportItemKind.Consultation, "職場の登用制度の確かめ方の相談", "1回", "就業規則や求人票を見てくる"),
            Item(SupportItemKind.JobSearch, "職務経歴書づくりと面接の練習", "月2回", "これまでの仕事を書き出す"),
            Item(SupportItemKind.JobSearch, "登用の実績のある求人を一緒にさがす", "月1回", "ゆずれない条件を3つ決める")]);

    private static BarrierPair Pair(BarrierKind kind, string hard) => new() { Kind = kind, Hard = hard };

    private static Goal Goal(GoalTerm term, string words, WorkForm? form = null, string yardstick = "") =>
        new() { Term = term, Words = words, Form = form, Yardstick = yardstick };

    private static SupportItem Item(SupportItemKind kind, string what, string howOften, string clientDoes) =>
        new() { Kind = kind, What = what, HowOften = howOften, ClientDoes = clientDoes };
}
