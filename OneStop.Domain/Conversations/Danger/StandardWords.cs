namespace OneStop.Domain.Conversations.Danger;

/// <summary>A word that is in force until a manager decides otherwise.</summary>
/// <param name="Source">Where the word comes from.</param>
public sealed record StandardWord(string Text, DangerAbout About, string Source)
{
    internal string Folded { get; } = HeardText.Fold(Text);
}

/// <summary>
/// 初期の危険のことば, each with its source, so that a reviewer sees the reason for it. They are stems, because a stem also finds negations and
/// exaggerations, which is intended: 死にたくない is said in fear, and an unneeded answer to 死ぬほど疲れた costs one tap. 死 alone and 死にました
/// are not in the list, because widows write them (死別). しぬ alone would occur inside too many words (少しぬるい, もしぬれたら), so it is searched
/// for at the end of a text and with frequent continuations. しんだほうが also finds 楽しんだほうが, which is the smaller harm.
/// </summary>
internal static class StandardWords
{
    private const string OfLife = "初期値（自殺対策基本法の対象となる「死にたい」の言いかえ）。業務責任者が見直す";
    private const string OfViolence = "初期値（配偶者暴力防止法 第1条の暴力と、心身に有害な言動）。業務責任者が見直す";
    private const string OfChildren = "初期値（児童虐待防止法 第2条の虐待）。業務責任者が見直す";
    private const string OfOthers = "初期値（ほかの言語での「死にたい」「暴力」）。業務責任者が見直す";

    public static IReadOnlyList<StandardWord> All { get; } =
    [
        .. Of(DangerAbout.Life, OfLife,
            "死にた", "しにたい", "しにたく", "死ぬ", "死のう", "死にそう", "死んだほうが", "死んだ方が", "死んでしまいた", "死んじゃいた", "死なせて", "タヒにた", "4にたい",
            "死んでもい", "死んでも構", "死んでや", "死んでしまお", "死んじゃお", "死にます", "死にて", "しにます", "しにてえ", "しんだほうが", "しんだ方が", "しんでもい",
            "しぬ。", "しぬほど", "しぬしか", "しぬかも", "しぬから", "しぬつもり", "もうしぬ",
            "消えたい", "消えたく", "きえたい", "消えてしまいた", "消えてなくなりた", "いなくなりた", "居なくなりた", "生きていたくない", "生きてたくない", "生きたくない", "生きるのがつら", "生きるのが辛",
            "生きていけない", "生きる意味", "自殺", "じさつ", "自死", "自傷", "リストカット", "リスカ", "首をつ", "首を吊", "首つり", "首吊り", "飛び降り", "飛びおり", "飛び込みた",
            "心中した", "一家心中", "無理心中", "遺書", "命を絶", "人生を終わり", "人生終わり", "もう楽になりた", "オーバードーズ", "shinitai", "sinitai", "kietai"),
        .. Of(DangerAbout.Violence, OfViolence,
            "殺され", "ころされ", "殺す", "殺した", "殺して", "殺し", "殴られ", "なぐられ", "殴る", "なぐる", "殴って", "叩かれ", "たたかれ", "蹴られ", "蹴る", "首を絞め", "首をしめ", "首しめ", "首絞め",
            "首を締め", "首締め", "刺され", "刺す", "刺してや",
            "暴力", "ぼうりょく", "暴行", "DV", "ディーブイ", "ドメスティックバイオレンス", "モラハラ", "レイプ", "強姦", "性被害", "襲われ", "刃物", "包丁を", "脅され", "おどされ", "監禁", "閉じ込められ",
            "ストーカー", "つきまとわれ", "付きまとわれ", "逃げてきた", "逃げてきま", "誰か助けて", "だれか助けて", "だれかたすけて"),
        .. Of(DangerAbout.Child, OfChildren,
            "虐待", "ぎゃくたい", "ネグレクト", "育児放棄", "子どもを叩", "子供を叩", "子どもをたた", "子どもを殴", "子供を殴", "子どもに手を", "子供に手を", "手を上げてしま", "手をあげてしま"),
        .. Of(DangerAbout.Life, OfOthers, "suicide", "kill myself", "want to die", "wanna die", "end my life", "tự tử", "muốn chết", "muon chet", "想死",
            "不想活", "自杀", "轻生", "죽고 싶", "자살", "आत्महत्या", "मर्न चाह", "magpakamatay", "gusto ko nang mamatay"),
        .. Of(DangerAbout.Violence, OfOthers, "domestic violence", "beats me", "hits me", "hit me", "kill me", "abuse", "abused", "bạo lực", "bị đánh",
            "家暴", "被打", "他打我", "老公打我", "丈夫打我", "폭력", "때려", "हिंसा", "कुट्छ", "sinasaktan", "binubugbog"),
    ];

    private static IEnumerable<StandardWord> Of(DangerAbout about, string source, params string[] words) =>
        words.Select(word => new StandardWord(word, about, source));
}
