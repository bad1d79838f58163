using System.Globalization;
using System.Text;
using OneStop.Domain.Search;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>
/// A text as words of danger are looked for in it. People in fear write in kana, in half width, with spaces, dots and emoji between,
/// drawn out (しにたーい) or by small letters (しにたぃ): none of it may hide a word. Words in Latin letters stand by themselves
/// (DV, never DVD or advice); all others are found inside longer ones.
/// </summary>
internal sealed class HeardText
{
    private const string Small = "ぁぃぅぇぉっゃゅょゎゕゖ";
    private const string Large = "あいうえおつやゆよわかけ";
    private const char End = '\n';

    private readonly string close;
    private readonly string latin;

    public HeardText(string text)
    {
        var folded = new FoldedText(text).Text;
        (close, latin) = (Close(folded) + End, Latin(folded));
    }

    /// <summary>Does one of these words stand in it?</summary>
    public bool Has(DangerWords words) => words.StandIn(close, latin);

    /// <summary>
    /// A word as it is compared: with a space before and after where it is in Latin letters;
    /// one with a 。 behind it (しぬ。) only where a text ends with it.
    /// </summary>
    public static string Fold(string word)
    {
        var folded = new FoldedText(word.TrimEnd()).Text;
        return IsLatin(folded) ? Latin(folded) : folded.EndsWith('。') ? Close(folded) + End : Close(folded);
    }

    /// <summary>Only what is written with: no spaces, marks, emoji, long vowels.</summary>
    private static string Close(string folded)
    {
        var kept = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes().Where(r => r.Value != 'ー' && IsWritten(r)))
            kept.Append(rune.Value is var value && value < char.MaxValue && Small.IndexOf((char)value, StringComparison.Ordinal) is >= 0 and var at
                ? Large[at].ToString()
                : rune.ToString());
        return kept.ToString();
    }

    /// <summary>Its words in Latin letters, with one space around each; D.V. and D V are dv as well.</summary>
    private static string Latin(string folded)
    {
        var kept = new StringBuilder(" ", folded.Length + 2);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (IsLatin(rune))
                kept.Append(rune);
            else if (kept[^1] != ' ')
                kept.Append(' ');
        }
        return kept[^1] == ' ' ? kept.ToString() : kept.Append(' ').ToString();
    }

    private static bool IsLatin(string folded) => !folded.EnumerateRunes().Any(r => Rune.IsLetter(r) && !IsLatin(r)) && folded.EnumerateRunes().Any(IsLatin);

    private static bool IsLatin(Rune rune) => Rune.IsLetterOrDigit(rune) && rune.Value is < 0x250 or (>= 0x1E00 and < 0x1F00);

    /// <summary>Letters, digits, and the vowel signs of other scripts.</summary>
    private static bool IsWritten(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;
}
