using System.Globalization;
using System.Text;

namespace OneStop.Domain.Search;

/// <summary>
/// A text in the form that searches compare: full and half width unified (NFKC), lower case, katakana as hiragana, each run of whitespace as one
/// space, dashes and radicals as the characters that they look like, invisible characters removed. It knows the original position of each character,
/// because folding changes lengths (ｶﾞ becomes が, ㈱ becomes (株)).
/// </summary>
public sealed class FoldedText
{
    private readonly string original;
    private readonly List<(int Start, int End)> places = [];

    /// <param name="text">Any text, lone surrogates included.</param>
    public FoldedText(string text)
        : this(text, false)
    {
    }

    private FoldedText(string text, bool isFormer)
    {
        original = text;
        var whole = text.Readable; // of the same length, so positions stay the same
        var folded = new StringBuilder(whole.Length);
        for (var (at, length) = (0, 0); at < whole.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(whole, at); // a letter with its marks, ｶﾞ, or an emoji of several parts
            foreach (var rune in whole.Substring(at, length).Plain.EnumerateRunes())
                Add(folded, isFormer ? rune : Lookalikes.UsualOf(rune, folded, at + length < whole.Length && char.IsDigit(whole, at + length)), at,
                    at + length);
        }
        Text = folded.ToString();
    }

    /// <summary>
    /// Folds without the rules for dashes and radicals, as before these existed: the index may still contain such rows
    /// (<c>UnindexedMessage.HasLines</c>).
    /// </summary>
    internal static string Formerly(string text) => new FoldedText(text, true).Text;

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Returns all positions of a word in the original.</summary>
    /// <param name="word">The folded word.</param>
    public IEnumerable<(int Start, int End)> PlacesOf(string word)
    {
        for (var at = Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            yield return (places[at].Start, places[at + word.Length - 1].End);
    }

    /// <summary>Returns the nearest position at or before the given one where the original can be cut without splitting a character.</summary>
    public int CutBefore(int place) => place >= original.Length ? original.Length : places.LastOrDefault(p => p.Start <= place).Start;

    private void Add(StringBuilder folded, Rune rune, int start, int end)
    {
        if (IsUnseen(rune))
            return;
        var isSpace = Rune.IsWhiteSpace(rune);
        if (isSpace && folded.Length > 0 && folded[^1] == ' ')
            return;
        var before = folded.Length;
        folded.Append(isSpace ? " " : Hiragana(Rune.ToLowerInvariant(rune)).ToString());
        places.AddRange(Enumerable.Repeat((start, end), folded.Length - before));
    }

    /// <summary>Whether it only affects how a neighbour is drawn: a zero-width joiner, or a variation selector in a name (葛󠄀).</summary>
    private static bool IsUnseen(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static Rune Hiragana(Rune rune) => rune.Value is (>= 'ァ' and <= 'ヶ') or 'ヽ' or 'ヾ' ? new(rune.Value - ('ァ' - 'ぁ')) : rune;
}
