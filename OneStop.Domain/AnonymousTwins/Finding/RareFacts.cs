using System.Text.RegularExpressions;

namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Why something could tell who a person is although no name stands there.</summary>
public enum RareReason
{
    /// <summary>珍しい仕事・資格</summary>
    Work,

    /// <summary>珍しい病気・障害</summary>
    Illness,

    /// <summary>子どもの多い家庭、双子</summary>
    Family,

    /// <summary>出身の国・言葉</summary>
    Origin,

    /// <summary>事件・事故・報道</summary>
    Event,

    /// <summary>それぞれは珍しくないことの重なり</summary>
    Combination,
}

/// <summary>A text that points out a rare fact, or the reason that several stand together.</summary>
public sealed record RareFact(RareReason Reason, string Text);

/// <summary>The names shown on screen.</summary>
public static class RareReasons
{
    extension(RareReason reason)
    {
        public string InJapanese => reason switch
        {
            RareReason.Work => "めずらしい仕事や資格",
            RareReason.Illness => "めずらしい病気や障害",
            RareReason.Family => "子どもの多い家庭や双子",
            RareReason.Origin => "出身の国や言葉",
            RareReason.Event => "事件や事故、報道",
            RareReason.Combination => "いくつもの事情の重なり",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}

/// <summary>
/// Points out what could identify by rarity. It is a hint and no find: whether the whole tells who it is, only a person who knows the city can judge.
/// </summary>
public static partial class RareFacts
{
    /// <summary>So many different circumstances in one text are a pattern that few people share.</summary>
    private const int ManyCircumstances = 4;

    /// <summary>Returns what is rare in an anonymised text, each thing once.</summary>
    public static IReadOnlyList<RareFact> In(string text)
    {
        var plain = PlainText.Of(text);
        var rare = (from pattern in (IEnumerable<(RareReason Reason, Regex Words)>)
                        [
                            (RareReason.Work, Work), (RareReason.Illness, Illness), (RareReason.Family, Family), (RareReason.Origin, Origin),
                            (RareReason.Event, Event),
                        ]
                    from Match found in pattern.Words.Matches(plain)
                    select new RareFact(pattern.Reason, found.Value)).Distinct().ToList();
        var circumstances = Circumstance.Matches(plain).Select(m => m.Groups.Keys.First(k => k != "0" && m.Groups[k].Success)).Distinct().Count();
        if (circumstances >= ManyCircumstances)
            rare.Add(new(RareReason.Combination, $"{circumstances}つの事情"));
        return rare;
    }

    [GeneratedRegex("潜水士|僧侶|住職|神職|巫女|パイロット|客室乗務員|航海士|漁師|海女|海士|力士|競輪|競艇|ボートレーサー|騎手|プロ野球|プロサッカー|アナウンサー|俳優|声優|タレント|モデル|歌手|作家|漫画家|画家|陶芸|杜氏|宮大工|能楽|歌舞伎|博多織|博多人形|花火師|猟師|酪農|検察|裁判官|議員|大使館|領事館|自衛官|海上保安|獣医|麻酔科医|義肢装具|点訳|手話通訳|通訳案内|気象予報|葬祭|納棺")]
    private static partial Regex Work { get; }

    [GeneratedRegex("ALS|筋萎縮性側索硬化症|筋ジストロフィー|多発性硬化症|パーキンソン病|全身性エリテマトーデス|膠原病|クローン病|潰瘍性大腸炎|重症筋無力症|ベーチェット病|もやもや病|難病|白血病|再生不良性貧血|血友病|ダウン症|脳性麻痺|人工透析|移植|HIV|ハンセン病|若年性認知症|性同一性|全盲|ろう者|人工内耳|医療的ケア")]
    private static partial Regex Illness { get; }

    [GeneratedRegex("(?:[4-9]|[四五六七八九])人(?:の|きょうだい|兄弟|姉妹|とも)?(?:子|きょうだい|兄弟|姉妹)|子(?:ども|供)?(?:は|が)?(?:[4-9]|[四五六七八九])人|双子|三つ子|ふたご|養子|里子|里親")]
    private static partial Regex Family { get; }

    [GeneratedRegex("(?:中国|韓国|台湾|ベトナム|フィリピン|ネパール|インドネシア|タイ|ミャンマー|ブラジル|ペルー|アメリカ|ロシア|ウクライナ|インド|スリランカ|バングラデシュ|モンゴル|カンボジア|イギリス|フランス|ドイツ|ナイジェリア)(?:出身|国籍|語|人|籍)|帰化|難民|無国籍|在留資格")]
    private static partial Regex Origin { get; }

    [GeneratedRegex("逮捕|起訴|服役|受刑|刑務所|裁判員|殺人|事件|火災|全焼|新聞に(?:載|出)|テレビに出|報道|ニュースに|訴訟|労災認定|自殺|自死|行方不明|保護命令")]
    private static partial Regex Event { get; }

    /// <summary>Circumstances that many people have, but few have together.</summary>
    [GeneratedRegex("(?<widowed>死別)|(?<violence>暴力|DV)|(?<illness>がん|うつ病|てんかん|難聴|車いす|障害者手帳)|(?<father>父子家庭)|(?<welfare>生活保護)|(?<debt>自己破産|債務整理)|(?<care>介護(?:を?し|中|と))|(?<away>不登校|ひきこもり)|(?<origin>外国籍|日本語が)|(?<many>3人以上)|(?<shift>夜勤専従|早朝4時|トラック|タクシー運転)|(?<student>在学中|通信制)")]
    private static partial Regex Circumstance { get; }
}
