using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Finds ages and school years, which become bands, and the number of children from three on.</summary>
internal static partial class AgePatterns
{
    private const int Band = 5, Grown = 20;

    /// <summary>Finds ages and numbers of children.</summary>
    public static IEnumerable<FoundIdentifier> Find(string text, string plain)
    {
        foreach (Match found in Age.Matches(plain))
            yield return Of(IdentifierKind.Age, text, found, BandOf(NumberIn(found.Groups["years"].Value), found.Groups["decade"].Success));
        foreach (Match found in SchoolYear.Matches(plain))
            yield return Of(IdentifierKind.Age, text, found, SchoolOf(found.Value));
        foreach (Match found in Children.Matches(plain))
            yield return Of(IdentifierKind.Children, text, found.Groups["count"], IdentifierKind.Children.Anonymous);
    }

    /// <summary>Five years for grown people, stages for children: an exact age is almost a date of birth.</summary>
    internal static string BandOf(int years, bool isDecade) => years switch
    {
        _ when isDecade => $"{years / 10 * 10}代",
        < 3 => "3歳未満",
        < 6 => "就学前",
        < 12 => "小学生の年齢",
        < 15 => "中学生の年齢",
        < 18 => "高校生の年齢",
        < Grown => "10代後半",
        >= 75 => "75歳以上",
        _ => $"{years / 10 * 10}代{(years % 10 < Band ? "前半" : "後半")}",
    };

    private static string SchoolOf(string year) => year[0] switch
    {
        '小' => "小学生",
        '中' => "中学生",
        '高' => "高校生",
        _ => "就学前",
    };

    private static int NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : KanjiNumber.Of(text);

    private static FoundIdentifier Of(IdentifierKind kind, string text, Capture found, string suggestion) =>
        new(kind, found.Index, text.Substring(found.Index, found.Length), suggestion);

    [GeneratedRegex("(?:満)?(?<years>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:(?:歳|才|さい)(?:児|か月)?|(?<decade>代)(?:前半|半ば|後半)?)(?!未満|以上|以下)")]
    private static partial Regex Age { get; }

    [GeneratedRegex(@"(?:小学校?|中学校?|高校|小|中|高)[ ]?[1-6一二三四五六](?:年生?)?(?![0-9一-鿿時分回日月人万千円件つ])|(?:小学校?|中学校?|高校)[1-6一二三四五六]年生?|年長|年中(?!無休|行事)|年少(?!者)")]
    private static partial Regex SchoolYear { get; }

    [GeneratedRegex("""
        (?:子ども|子供|お子さん|お子様|児童|きょうだい|兄弟|姉妹)(?:は|が|も|の)?[ ]?(?<count>(?:[3-9]|[三四五六七八九])人)
        | (?<count>(?:[3-9]|[三四五六七八九])人)(?:の|とも)?(?:子|兄弟|きょうだい|姉妹|息子|娘)
        | (?<count>[3-9三四五六七八九](?:きょうだい|兄弟|姉妹))
        | (?<count>(?:[5-9]|[五六七八九])人(?:家族|世帯))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Children { get; }
}
