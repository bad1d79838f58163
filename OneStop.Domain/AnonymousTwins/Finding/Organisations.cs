using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Finds schools, employers, hospitals and offices by what their names end or begin with.</summary>
internal static partial class Organisations
{
    private const string Trades =
        "介護ステーション|メンタル|メディカル|人材|鉄工|急送|鉄工所|うどん|ラーメン|食堂|弁当|寿司|整骨院|配送サービス|発達センター|レディースクリニック|クリニック|ベーカリー|ステーション|サービス|センター|ホテル|旅館|病院|医院|内科|外科|小児科|皮膚科|眼科|歯科|整形外科|薬局|食品|フーズ|製パン|製菓|運送|物流|配送|ロジ|急便|建設|工務店|塗装|電設|電気|設備|工業|産業|商事|商店|製作所|印刷|タクシー|交通|警備|不動産|銀行|信用金庫|農協|生協|郵便局|美容室|サロン|スーパー|マート|ストア|会館|ファーム|オフィス|支店|本店|営業所|工場|店";

    private const string Schools =
        "特別支援学校|高等専門学校|専門学校|高等学校|小学校|中学校|高校|大学|短期大学|短大|保育園|保育所|幼稚園|こども園|学童クラブ|学童|女学院|女学園|学院|学園|乳児院|訓練校|教習所|塾|(?<=[ぁ-ゖァ-ヺー])園";

    private const string Offices =
        "公共職業安定所|社会福祉協議会|支援センター|相談センター|家庭センター|女性センター|教育委員会|家庭裁判所|児童相談所|児童相談室|保健福祉センター|子育て支援課|交流財団|協会|財団";

    /// <summary>What may stand before such an ending without being a name.</summary>
    private static readonly FrozenSet<string> General = """
        市立 私立 公立 県立 国立 市 県 国 区 町 認可 認可外 無認可 企業主導型 夜間 定時制 通信制 全日制 母 地元 近所 近く 志望 同 別 次 前 元 新 今 他 隣 隣町 大型 中型 小型 総合 救急 個人 動物 大学 中小 有名 大手 老舗
        看護 准看護 介護 保育 美容 調理 職業 専修 自動車 英会話 学習 進学 個別 パソコン 日本語 料理 職場 勤務先 派遣先 取引先 訪問 通所 居宅 配食 宅配 深夜 早朝 家族 福祉 障害福祉 障がい福祉 子育て ひとり親 訪問介護 訪問看護
        デイ 通所介護 コール 物流 流通 配送 相談 支援 教育 文化 児童 青少年 老人 高齢者 地域包括 就労 就業 自立 障害者 障がい者 生活 若者 女性 婦人 母子 男女 カスタマー ショッピング ホーム リサイクル スポーツ データ 食品 衣料品 飲食 専門 百円
        百 本 支 系列 各 全 両 姉妹 一 二 三 系 代理 販売 小売 量販 チェーン コンビニ ドラッグ スーパー ファミリー ネット 自 当 内 外 公共交通 公共 公共の 路線 高等 中 小 アルバイト パート 契約 来春 来年 昨年 地域
        託児 都市 メガ 信託 地方 印刷 製造 縫製 部品 心療 脳神経 呼吸器 循環器 消化器 産婦人 形成 泌尿器 神経 精神
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Finds organisations.</summary>
    public static IEnumerable<FoundIdentifier> Find(string text, string plain) =>
        Named(School, IdentifierKind.School, text, plain).Concat(Named(Office, IdentifierKind.Office, text, plain))
            .Concat(Named(Employer, IdentifierKind.Employer, text, plain)).Concat(Whole(LegalName, text, plain))
            .Concat(Whole(Branch, text, plain)).Concat(Whole(Called, text, plain))
            .Concat(ShortSchools(text, plain));

    /// <summary>Returns how a known organisation is called briefly: without its legal form, and without its trade.</summary>
    public static IEnumerable<string> ShorterNames(string name)
    {
        var core = LegalForms.Replace(name, "").Trim();
        if (core.Length is > 1 && core != name)
            yield return core;
        string[] shorter = [Trade.Replace(core, ""), Front.Replace(core, ""), Front.Replace(Trade.Replace(core, ""), ""), City.Replace(core, "")];
        foreach (var brief in shorter.Where(s => s.Length > 2 && s != core && !WordList.Places.Contains(s) && !General.Contains(s)).Distinct())
            yield return brief;
    }

    private static IEnumerable<FoundIdentifier> Named(Regex pattern, IdentifierKind kind, string text, string plain)
    {
        foreach (Match found in pattern.Matches(plain))
        {
            var (start, name) = (found.Index, found.Groups["name"].Value);
            var trimmed = WithoutParticle(plain, start, name);
            (start, name) = (start + trimmed, name[trimmed..]);
            if (OtherWord.Matches(name) is [.., var other])
                (start, name) = (start + other.Index + other.Length, name[(other.Index + other.Length)..]);
            if (name.Length > 0 && !General.Contains(name) && !NoNameEnd.IsMatch(name))
                yield return new(kind, start, text[start..(found.Index + found.Length)], SuggestionFor(kind, found.Value));
        }
    }

    /// <summary>A kana name begins after the particle that belongs to the word before it: は|しいのみ保育園.</summary>
    private static int WithoutParticle(string plain, int start, string name) =>
        name is ['は' or 'が' or 'を' or 'に' or 'で' or 'と' or 'へ' or 'も' or 'の' or 'や', ..] && name.Length > 2 && start > 0
        && !KnownWords.IsKana(plain[start - 1]) ? 1 : 0;

    private static IEnumerable<FoundIdentifier> Whole(Regex pattern, string text, string plain) =>
        from Match found in pattern.Matches(plain)
        select new FoundIdentifier(IdentifierKind.Employer, found.Index, text.Substring(found.Index, found.Length), IdentifierKind.Employer.Anonymous);

    /// <summary>大橋小, 香椎中: a place and a kind of school.</summary>
    private static IEnumerable<FoundIdentifier> ShortSchools(string text, string plain) =>
        from Match found in ShortSchool.Matches(plain)
        where WordList.Places.Any(p => found.Groups["place"].Value.StartsWith(p, StringComparison.Ordinal))
        select new FoundIdentifier(IdentifierKind.School, found.Index, text.Substring(found.Index, found.Length), IdentifierKind.School.Anonymous);

    private static string SuggestionFor(IdentifierKind kind, string name) => kind switch
    {
        IdentifierKind.School => SchoolKind.Match(name) is { Success: true } found ? found.Value : kind.Anonymous,
        IdentifierKind.Employer => Hospital.IsMatch(name) ? "医療機関" : kind.Anonymous,
        _ => kind.Anonymous,
    };

    private const string Name = @"(?<name>(?:[一-鿿々ヶ]{1,6}|[ァ-ヺー・]{2,10}|(?<![ぁ-ゖ])[ぁ-ゖ]{2,6}|[A-Za-z]{2,12}){1,3})[ ]?";

    [GeneratedRegex($"{Name}(?:{Schools})(?![一-鿿])")]
    private static partial Regex School { get; }

    [GeneratedRegex($"{Name}(?:{Offices})")]
    private static partial Regex Office { get; }

    [GeneratedRegex($@"{Name}(?:{Trades})(?:[ ]?[一-鿿々]{{1,6}}(?:店|支店|営業所))?(?!長|員|主|頭|名|街|舗|番|先)")]
    private static partial Regex Employer { get; }

    [GeneratedRegex(@"(?:(?:株式会社|有限会社|合同会社|医療法人(?:社団|財団)?|社会福祉法人|学校法人|一般社団法人|NPO法人|特定非営利活動法人|㈱|㈲|\(株\)|\(有\))[ ]?[一-鿿々ァ-ヺーA-Za-z・]*[ぁ-ゖ]{0,5}[一-鿿々ァ-ヺーA-Za-z・]{0,12}|[一-鿿々ァ-ヺーA-Za-z・]{2,12}(?:株式会社|有限会社|㈱|㈲|\(株\)|\(有\)))")]
    private static partial Regex LegalName { get; }

    [GeneratedRegex(@"株式会社|有限会社|合同会社|医療法人(社団|財団)?|社会福祉法人|学校法人|一般社団法人|NPO法人|特定非営利活動法人|㈱|㈲|[(（]株[)）]|[(（]有[)）]", RegexOptions.ExplicitCapture)]
    private static partial Regex LegalForms { get; }

    [GeneratedRegex($"(?:{Trades})$|[一-鿿]{{1,5}}店$")]
    private static partial Regex Trade { get; }

    [GeneratedRegex("^(?:ホテル|スーパー|カフェ|レストラン|グループホーム|デイサービス|女性センター|福岡市立?)")]
    private static partial Regex Front { get; }

    /// <summary>A shop of a chain: やまだ屋うどん 塩原店.</summary>
    [GeneratedRegex(@"[一-鿿々ァ-ヺーA-Za-z][一-鿿々ぁ-ゖァ-ヺーA-Za-z]{1,11}[ ][一-鿿々]{2,5}店")]
    private static partial Regex Branch { get; }

    /// <summary>A kind of house before its name: 特養はなみずき, パブ「ルビー」.</summary>
    [GeneratedRegex(@"(?:特養|老健|グループホーム|ケアホーム|デイサービス|カフェ|喫茶|パブ|スナック|居酒屋|レストラン|ホテル|美容室)(?:「[^」]{1,12}」|[ァ-ヺーA-Za-z]{2,10}|[ぁ-ゖ]{3,7}?(?=[のでをへ、。]))")]
    private static partial Regex Called { get; }

    /// <summary>The end of another word within what was taken for a name: 翔さんは|高校.</summary>
    [GeneratedRegex("(?<=[一-鿿々ァ-ヺー])(?:(?:さん|くん|ちゃん|さま)[はがをにでともへのや]?|[はがをにでともへのや](?![ぁ-ゖ]))")]
    private static partial Regex OtherWord { get; }

    [GeneratedRegex("福岡$")]
    private static partial Regex City { get; }

    /// <summary>A verb or an adjective before a general word: 進学したい|大学.</summary>
    [GeneratedRegex("(?:たい|する|した|いる|ある|ない|れる|った|いた|える|しい|くて|から|まで|より|など|という)$")]
    private static partial Regex NoNameEnd { get; }

    [GeneratedRegex(@"(?<place>[一-鿿々]{1,3}の?[一-鿿々]{1,3})(?:小|中|高)(?![一-鿿])")]
    private static partial Regex ShortSchool { get; }

    [GeneratedRegex($"(?:{Schools})$")]
    private static partial Regex SchoolKind { get; }

    [GeneratedRegex("病院|医院|クリニック|[内外眼]科|小児科|皮膚科|歯科")]
    private static partial Regex Hospital { get; }
}
