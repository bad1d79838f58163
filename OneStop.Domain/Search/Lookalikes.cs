using System.Text;

namespace OneStop.Domain.Search;

/// <summary>
/// Characters that look like another and that Unicode's FormKC keeps apart: the dashes of telephones and of scanned forms, and the
/// radicals that PDF files give for whole characters (⻑ for 長). folding.js in the portal does the same for the templates.
/// </summary>
internal static class Lookalikes
{
    private const int FirstRadical = 0x2E80;

    /// <summary>
    /// For each of CJK Radicals Supplement in its order: Unicode's Equivalent_Unified_Ideograph, or
    /// itself where there is none. FormKC knows the Kangxi radicals, but not these.
    /// </summary>
    public const string Ideographs =
        "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private static readonly Rune[] ByRadical = [.. Ideographs.EnumerateRunes()];

    /// <summary>The usual one of those that look so; itself in most cases.</summary>
    /// <param name="rune">In FormKC.</param>
    /// <param name="before">The folded text before it.</param>
    /// <param name="isDigitNext">What stands behind it in the original.</param>
    public static Rune UsualOf(Rune rune, StringBuilder before, bool isDigitNext) => rune.Value switch
    {
        >= 0x2010 and <= 0x2015 or 0x2212 or '─' => new('-'), // ‐ – — ― −: no letters, so that they are the same everywhere
        'ー' when IsDash(before.Length == 0 ? ' ' : before[^1], isDigitNext) => new('-'),
        '〜' => new('~'), // as FormKC has it from the keyboards that type ～ for it
        '戶' => new('戸'), // FormKC's for the radical ⼾, by which PDF files in Japanese mean 戸
        >= FirstRadical and <= 0x2EF3 => ByRadical[rune.Value - FirstRadical],
        _ => rune,
    };

    /// <summary>
    /// ー lengthens the kana before it (カレー2つ). After a digit it is a dash whatever follows, so that 03ー, not yet typed to its end, finds already.
    /// </summary>
    private static bool IsDash(char before, bool isDigitNext) =>
        char.IsAsciiDigit(before) || (isDigitNext && !char.IsLetter(before) && !char.IsSurrogate(before));
}
