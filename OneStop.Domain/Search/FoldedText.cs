using System.Globalization;
using System.Text;

namespace OneStop.Domain.Search;

/// <summary>
/// A text as searching compares it: full and half width alike (FormKC), small letters, katakana as hiragana, every run of
/// whitespace as one space, dashes and radicals as the characters that they look like, nothing that cannot be seen. Of each of its
/// characters it knows the place in the original, because folding changes lengths (ｶﾞ is が, ㈱ is (株)).
/// </summary>
public sealed class FoldedText
{
    private readonly string original;
    private readonly List<(int Start, int End)> places = [];

    /// <param name="text">Anything that came from outside, half surrogates included.</param>
    public FoldedText(string text)
        : this(text, false)
    {
    }

    private FoldedText(string text, bool isFormer)
    {
        original = text;
        var whole = text.Readable; // as long, so the places stay
        var folded = new StringBuilder(whole.Length);
        for (var (at, length) = (0, 0); at < whole.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(whole, at); // a letter with its marks, ｶﾞ, an emoji of several parts
            foreach (var rune in whole.Substring(at, length).Plain.EnumerateRunes())
                Add(folded, isFormer ? rune : Lookalikes.UsualOf(rune, folded, at + length < whole.Length && char.IsDigit(whole, at + length)), at,
                    at + length);
        }
        Text = folded.ToString();
    }

    /// <summary>As texts were folded before dashes and radicals were: the index may still have their words so (<c>UnindexedMessage.HasLines</c>).</summary>
    internal static string Formerly(string text) => new FoldedText(text, true).Text;

    /// <summary>What is compared.</summary>
    public string Text { get; }

    /// <summary>Where a word stands in the original, every time.</summary>
    /// <param name="word">Folded.</param>
    public IEnumerable<(int Start, int End)> PlacesOf(string word)
    {
        for (var at = Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            yield return (places[at].Start, places[at + word.Length - 1].End);
    }

    /// <summary>The nearest place at or before this one where the original can be cut without breaking a character.</summary>
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

    /// <summary>Marks that only steer how a neighbour is drawn: zero-width joiners, variants of a character in a name (葛󠄀).</summary>
    private static bool IsUnseen(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static Rune Hiragana(Rune rune) => rune.Value is (>= 'ァ' and <= 'ヶ') or 'ヽ' or 'ヾ' ? new(rune.Value - ('ァ' - 'ぁ')) : rune;
}
