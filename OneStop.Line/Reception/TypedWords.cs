using System.Text;
using OneStop.Domain;

namespace OneStop.Line.Reception;

/// <summary>
/// Typed words in the form that is compared: NFKC, hiragana instead of katakana, letters and digits only (no spaces, punctuation, emoji, long-vowel
/// marks), and romaji as kana (yoyaku is よやく).
/// </summary>
internal static class TypedWords
{
    /// <summary>The most characters of a wish; longer texts are read by a person.</summary>
    public const int Longest = 40;

    /// <summary>Returns the folded text; empty if it is too long to be only a wish.</summary>
    public static string Fold(string text) => text.Length > Longest ? "" : FoldWhole(text);

    /// <summary>Returns the folded text, whatever its length.</summary>
    public static string FoldWhole(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in Normal(text).EnumerateRunes().Where(r => r.Value != 'ー' && Rune.IsLetterOrDigit(r)))
            kept.Append(Hiragana(Rune.ToLowerInvariant(rune)));
        var letters = kept.ToString();
        return letters.Length > 0 && letters.All(char.IsAsciiLetter) ? Romaji.ToKana(letters) : letters;
    }

    /// <summary>Returns the text in NFKC without spaces.</summary>
    public static string Normal(string text) => new([.. text.Plain.Where(c => !char.IsWhiteSpace(c))]);

    private static Rune Hiragana(Rune rune) => rune.Value is >= 'ァ' and <= 'ヶ' ? new(rune.Value - ('ァ' - 'ぁ')) : rune;
}
