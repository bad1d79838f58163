using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Templates;

/// <summary>Proposes parts that a program does not have yet.</summary>
public static class ProgramProposals
{
    extension(ProgramTemplate template)
    {
        /// <summary>Returns what the template proposes and the program lacks. Parts get ids of their own when they are taken.</summary>
        public ProgramTemplate Without(ProgramContent content) => template with
        {
            Pairs = [.. template.Pairs.Where(p => !content.Pairs.Any(q => q.Kind == p.Kind))],
            Goals = [.. template.Goals.Where(g => !content.Goals.Any(q => q.Words == g.Words))],
            Items = [.. template.Items.Where(i => !content.Items.Any(q => q.What == i.What))],
        };
    }

    extension(ProgramContent content)
    {
        /// <summary>Returns the support that the barriers suggest and the program lacks, each with the barrier as its reason.</summary>
        public IReadOnlyList<Proposal<SupportItem>> SuggestedItems() =>
            [.. content.Pairs.Where(p => p.Hard.Length > 0).SelectMany(p => For(p.Kind).Select(i => new Proposal<SupportItem>(i, Because(p))))
                .Where(s => !content.Items.Any(i => i.What == s.Part.What)).DistinctBy(s => s.Part.What)];
    }

    private static string Because(BarrierPair pair) => $"課題「{pair.Kind.InJapanese}」があるため";

    private static SupportItem[] For(BarrierKind barrier) => barrier switch
    {
        BarrierKind.ChildCare => [Item(SupportItemKind.Partner, "保育所・学童・一時預かりの相談（区の窓口）", "1回", "働きたい曜日と時間を伝える"),
            Item(SupportItemKind.Partner, "ひとり親家庭等日常生活支援の利用の相談", "1回", "困る時間帯を書き出す")],
        BarrierKind.Health => [Item(SupportItemKind.Partner, "体と心の相談先の案内", "1回", "つらい時間や場面を、話せるだけ話す"),
            Item(SupportItemKind.Consultation, "無理のない働き方の相談", "月1回", "体調を簡単にメモする")],
        BarrierKind.Skills => [Item(SupportItemKind.Measure, "給付金の事前相談（講座が始まる前に）", "1回", "受けたい講座の案内を持って、区の窓口に行く"),
            Item(SupportItemKind.Training, "講座・講習を選ぶ相談", "月1回", "受けたい講座を2つ選ぶ")],
        BarrierKind.Commuting => [Item(SupportItemKind.JobSearch, "通える範囲・在宅の求人を一緒にさがす", "月2回", "通える時間と道順を確かめる")],
        BarrierKind.Household => [Item(SupportItemKind.Consultation, "家計の見直しと使える手当の確認", "月1回", "1か月のお金の出入りを書いてみる")],
        BarrierKind.Debts => [Item(SupportItemKind.Partner, "借金・滞納の無料相談の案内", "1回", "返している先と金額を書き出す")],
        BarrierKind.Housing => [Item(SupportItemKind.Partner, "住まいの相談（市営住宅・住居確保など）", "1回", "希望の地域と家賃を伝える"),
            Item(SupportItemKind.Measure, "住宅支援資金貸付の相談", "1回", "家賃の契約書を用意する")],
        BarrierKind.Divorce => [Item(SupportItemKind.Partner, "養育費・手続きの法律相談の案内", "1回", "取り決めたこと・まだのことを書き出す")],
        BarrierKind.Safety => [Item(SupportItemKind.Partner, "安全についての相談先の案内", "すぐに", "連絡してよい方法と時間を決める")],
        BarrierKind.Experience => [Item(SupportItemKind.JobSearch, "職場見学・短い時間の仕事から始める", "月1回", "見てみたい職場を選ぶ"),
            Item(SupportItemKind.JobSearch, "職務経歴書づくりと面接の練習", "月2回", "これまでの仕事を書き出す")],
        BarrierKind.DoubleWork => [Item(SupportItemKind.Consultation, "家計と働き方の見直し", "月1回", "2つの仕事の給料明細を持ってくる")],
        BarrierKind.Confidence => [Item(SupportItemKind.Consultation, "できることを一緒にふりかえる相談", "月1回", "うまくいったことを1つ話す")],
        _ => [],
    };

    private static SupportItem Item(SupportItemKind kind, string what, string howOften, string clientDoes) =>
        new() { Kind = kind, What = what, HowOften = howOften, ClientDoes = clientDoes };
}
