using System.Globalization;
using System.Text;
using OneStop.Domain.Search;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>
/// A text prepared for the search for danger words. People in fear write in kana or half width, with spaces, dots and emoji between, with long vowels
/// (しにたーい) or small letters (しにたぃ): a word must be found all the same. Words in Latin letters match whole words only (DV, not DVD or advice); all
/// others match inside longer ones.
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

    /// <summary>Whether the text contains one of these words.</summary>
    public bool Has(DangerWords words) => words.StandIn(close, latin);

    /// <summary>
    /// Returns a word in the form that is compared: between spaces if it is in Latin letters; a word that ends with 。 (しぬ。) matches only at the end
    /// of a text.
    /// </summary>
    public static string Fold(string word)
    {
        var folded = new FoldedText(word.TrimEnd()).Text;
        return IsLatin(folded) ? Latin(folded) : folded.EndsWith('。') ? Close(folded) + End : Close(folded);
    }

    /// <summary>Removes spaces, punctuation, emoji and long-vowel marks.</summary>
    private static string Close(string folded)
    {
        var kept = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes().Where(r => r.Value != 'ー' && IsWritten(r)))
            kept.Append(rune.Value is var value && value < char.MaxValue && Small.IndexOf((char)value, StringComparison.Ordinal) is >= 0 and var at
                ? Large[at].ToString()
                : rune.ToString());
        return kept.ToString();
    }

    /// <summary>Returns the words in Latin letters with one space around each, so that D.V. and D V can be found as well.</summary>
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

    /// <summary>Whether it is a letter, a digit, or a vowel sign of another script.</summary>
    private static bool IsWritten(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;
}
