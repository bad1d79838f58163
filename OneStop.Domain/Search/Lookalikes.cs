using System.Text;

namespace OneStop.Domain.Search;

/// <summary>
/// Characters that look like others but differ in Unicode's NFKC: the dashes of telephones and scanned forms, and the radicals that PDF files contain
/// for characters (⻑ for 長). folding.js in the portal does the same for templates.
/// </summary>
internal static class Lookalikes
{
    private const int FirstRadical = 0x2E80;

    /// <summary>
    /// For each character of CJK Radicals Supplement, in order: Unicode's Equivalent_Unified_Ideograph, or the character itself if it has none. NFKC
    /// converts the Kangxi radicals, but not these.
    /// </summary>
    public const string Ideographs =
        "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private static readonly Rune[] ByRadical = [.. Ideographs.EnumerateRunes()];

    /// <summary>Returns the usual character with the same look; in most cases the character itself.</summary>
    /// <param name="rune">A character in NFKC.</param>
    /// <param name="before">The folded text before it.</param>
    /// <param name="isDigitNext">Whether a digit follows in the original.</param>
    public static Rune UsualOf(Rune rune, StringBuilder before, bool isDigitNext) => rune.Value switch
    {
        >= 0x2010 and <= 0x2015 or 0x2212 or '─' => new('-'), // ‐ – — ― −: not letters, so they are unified everywhere
        'ー' when IsDash(before.Length == 0 ? ' ' : before[^1], isDigitNext) => new('-'),
        '〜' => new('~'), // as NFKC converts ～, which some keyboards type instead
        '戶' => new('戸'), // NFKC of the radical ⼾, which Japanese PDF files contain for 戸
        >= FirstRadical and <= 0x2EF3 => ByRadical[rune.Value - FirstRadical],
        _ => rune,
    };

    /// <summary>
    /// Whether ー is a dash. It lengthens a kana before it (カレー2つ); after a digit it is a dash whatever follows, so that the incomplete 03ー
    /// already finds numbers.
    /// </summary>
    private static bool IsDash(char before, bool isDigitNext) =>
        char.IsAsciiDigit(before) || (isDigitNext && !char.IsLetter(before) && !char.IsSurrogate(before));
}
