using System.Text;
using OneStop.Domain;

namespace OneStop.Line.Reception;

/// <summary>
/// Words as typing is compared: full and half width, katakana and hiragana alike, only letters and digits (no spaces, marks, emoji,
/// drawn-out vowels), and what was typed in Latin letters as the kana that it stands for (yoyaku is よやく).
/// </summary>
internal static class TypedWords
{
    /// <summary>Longer texts are a person's to read.</summary>
    public const int Longest = 40;

    /// <summary>The words for comparing; empty where the text is too long to be nothing but a wish.</summary>
    public static string Fold(string text) => text.Length > Longest ? "" : FoldWhole(text);

    /// <summary>Like <see cref="Fold"/>, of however long a text.</summary>
    public static string FoldWhole(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in Normal(text).EnumerateRunes().Where(r => r.Value != 'ー' && Rune.IsLetterOrDigit(r)))
            kept.Append(Hiragana(Rune.ToLowerInvariant(rune)));
        var letters = kept.ToString();
        return letters.Length > 0 && letters.All(char.IsAsciiLetter) ? Romaji.ToKana(letters) : letters;
    }

    /// <summary>Width and joined signs alike (FormKC), without spaces.</summary>
    public static string Normal(string text) => new([.. text.Plain.Where(c => !char.IsWhiteSpace(c))]);

    private static Rune Hiragana(Rune rune) => rune.Value is >= 'ァ' and <= 'ヶ' ? new(rune.Value - ('ァ' - 'ぁ')) : rune;
}
