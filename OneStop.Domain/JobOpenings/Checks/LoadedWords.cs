using System.Text.RegularExpressions;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>What a word prefers.</summary>
public enum Loaded
{
    /// <summary>性別 (男女雇用機会均等法 5条).</summary>
    Sex,

    /// <summary>年齢 (労働施策総合推進法 9条).</summary>
    Age,
}

/// <summary>A word found in a text.</summary>
/// <param name="Word">The word as it stands there, without spaces.</param>
/// <param name="IsCertain">Whether it clearly prefers somebody; otherwise it may only tell who works there.</param>
public sealed record LoadedWord(Loaded Prefers, string Word, bool IsCertain, string Instead);

/// <summary>
/// Words that prefer a sex or an age. A careful list: words of both sexes together pass (主婦・主夫), and ages that are not those of applicants (定年,
/// children). Width and spaces do not matter; katakana and hiragana do (ママ is a word, そのまま is none).
/// </summary>
public static partial class LoadedWords
{
    /// <summary>Job names of one sex, and what to write instead.</summary>
    private static readonly (string Word, string Instead)[] Names =
    [
        ("営業マン", "営業職"), ("営業ウーマン", "営業職"), ("営業レディ", "営業職"), ("セールスマン", "販売・営業職"), ("セールスレディ", "販売・営業職"),
        ("ガードマン", "警備員"), ("カメラマン", "撮影スタッフ"), ("サービスマン", "サービス担当"), ("ルートマン", "ルート配送員"),
        ("ウェイトレス", "ホールスタッフ"), ("ウエイトレス", "ホールスタッフ"), ("ウェートレス", "ホールスタッフ"),
        ("ウェイター", "ホールスタッフ"), ("ウエイター", "ホールスタッフ"), ("ウェーター", "ホールスタッフ"),
        ("看護婦", "看護師"), ("保健婦", "保健師"), ("助産婦", "助産師"), ("保母", "保育士"), ("寮母", "寮の世話をする人"), ("家政婦", "家事スタッフ"),
        ("掃除婦", "清掃スタッフ"), ("スチュワーデス", "客室乗務員"), ("女子事務員", "事務員"), ("女性事務員", "事務員"), ("女子社員", "社員"), ("男子社員", "社員"),
        ("女工", "製造スタッフ"), ("受付嬢", "受付スタッフ"), ("お姉さん", "スタッフ"), ("お兄さん", "スタッフ"),
    ];

    private const string Parents = "「ひとり親・子育て中の方も働きやすい職場です」のように、性別を問わない書き方";

    /// <summary>Returns the words that stand in a text, each once.</summary>
    public static IReadOnlyList<LoadedWord> In(string text)
    {
        var plain = BothSexes().Replace(Spaces().Replace(text.Plain, ""), "");
        return [.. BySex(plain).Concat(ByAge(plain)).DistinctBy(w => w.Word)];
    }

    private static IEnumerable<LoadedWord> BySex(string plain) =>
    [
        .. Names.Where(n => plain.Contains(n.Word, StringComparison.Ordinal)).Select(n => new LoadedWord(Loaded.Sex, n.Word, true, $"「{n.Instead}」")),
        .. PreferredSex().Matches(plain).Select(m => new LoadedWord(Loaded.Sex, m.Value, true, "性別を問わない書き方")),
        .. OneParent().Matches(plain).Select(m => new LoadedWord(Loaded.Sex, m.Value, true, Parents)),
        .. SexAtWork().Matches(plain).Select(m => new LoadedWord(Loaded.Sex, m.Value, false, "性別を問わない書き方")),
    ];

    private static IEnumerable<LoadedWord> ByAge(string plain) =>
    [
        .. PreferredAge().Matches(plain).Select(m => new LoadedWord(Loaded.Age, m.Value, true, "仕事に必要な力や経験")),
        .. AgeAtWork().Matches(plain).Select(m => new LoadedWord(Loaded.Age, m.Value, false, "職場の雰囲気を、年齢を使わずに伝える書き方")),
        .. YearsOfAge().Matches(plain).Select(m => new LoadedWord(Loaded.Age, m.Value, true, "「年齢不問」と、仕事に必要な力や経験")),
    ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Both sexes in one breath.</summary>
    [GeneratedRegex(@"主婦[・/,、]?\(?(や|と|または|及び|および)?主夫\)?|主夫[・/,、]?\(?(や|と|または|及び|および)?主婦\)?|主婦\(夫\)|主夫\(婦\)|"
        + @"(男女|男性[・/、やと]女性|女性[・/、やと]男性|パパ(さん)?[・/、やと]?ママ(さん)?|ママ(さん)?[・/、やと]?パパ(さん)?|"
        + @"シングルマザー[・/、やと]?(シングル)?ファザー|シングルファザー[・/、やと]?(シングル)?マザー|ウェイター[・/、]ウェイトレス|営業マン[・/、]営業ウーマン)")]
    private static partial Regex BothSexes();

    [GeneratedRegex(@"(女性|男性|女子|男子|女の子|男の子)(の方|の人|スタッフ|社員|を|が)?(歓迎|限定|のみ|だけ|優先|募集|向き|向け|希望|求む|望ましい|優遇|に最適)")]
    private static partial Regex PreferredSex();

    [GeneratedRegex(@"(主婦|主夫|専業主婦|ママさん|シングルマザー|シングルファザー|母子家庭|お母さん|お父さん)(の方|の人|層)?|(?<!その|わが)(ママ|パパ)(歓迎|活躍|応援|募集|スタッフ)")]
    private static partial Regex OneParent();

    [GeneratedRegex(@"(女性|男性|女子|男子)(スタッフ|社員)?(が|も|の)?(多数|多い|中心|ばかり|活躍|メイン)(中|の職場)?")]
    private static partial Regex SexAtWork();

    [GeneratedRegex(@"若い(方|人|力|スタッフ|社員|女性|男性)(を|が)?(歓迎|募集|求む|希望|限定|優先)?|若手(の方|社員|スタッフ)?(歓迎|募集|限定|優先|求む)|若者(歓迎|募集|限定)?|"
        + @"若年(者|層)(歓迎|募集|限定)?|ヤング(歓迎|募集|限定)?|(中高年|中年|シニア|ミドル|高齢者|年配|熟年)(の方|層|世代)?(を|が)?(歓迎|募集|限定|優先|向け)|"
        + @"[2-7]0(歳)?代(前半|後半)?(の方|の人)?(を|が)?(歓迎|募集|限定|優先|向け|希望|求む|まで|に人気)|第二新卒(のみ|限定)")]
    private static partial Regex PreferredAge();

    [GeneratedRegex(@"([2-7]0(歳)?代([・~〜\-]?[2-7]0(歳)?代)?|若手|若い(世代|メンバー)|シニア|中高年|ミドル)(の)?(スタッフ|社員|方|人)?(が|も)?(多数|多い|中心|ばかり|活躍|メイン)(中)?|平均年齢[0-9.]+歳")]
    private static partial Regex AgeAtWork();

    /// <summary>An age as a border, unless it is that of retirement or of a child.</summary>
    [GeneratedRegex(@"(?<!定年|定年制|定年は|定年[:(]|再雇用|再雇用は|継続雇用|雇用|お子さん|お子様|子ども|子供|[0-9])(1[5-9]|[2-7][0-9])歳(位|くらい|ぐらい|前後|まで|以下|未満|以上|から|[~〜\-])(?!の(子|お子|扶養|児童)|(の)?(再雇用|継続雇用|雇用|勤務|働け))")]
    private static partial Regex YearsOfAge();
}
