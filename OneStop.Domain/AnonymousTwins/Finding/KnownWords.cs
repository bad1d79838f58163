using OneStop.Domain.Search;

namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>
/// Finds what is known of the person, however it is written: full or half width, hiragana or katakana. Short kana and single kanji are parts of common
/// words (とも, 恵), so they count only before a title or where the word stands alone.
/// </summary>
internal static class KnownWords
{
    private const int ShortKana = 3;
    private const string Particles = "はがをとにもの、。・」』）)（( ";

    /// <summary>Finds all known words.</summary>
    public static IEnumerable<FoundIdentifier> Find(string text, KnownFacts facts)
    {
        var folded = new FoldedText(text);
        return from word in facts.Words
               from form in FormsOf(word)
               let sought = new FoldedText(form).Text.Trim()
               where sought.Length > 0
               from place in folded.PlacesOf(sought)
               where Stands(text, place.Start, place.End, form)
               select new FoundIdentifier(word.Kind, place.Start, text[place.Start..place.End], word.Replacement ?? word.Kind.Anonymous);
    }

    /// <summary>A name also without its space and each part alone; an organisation also without its legal form and its trade.</summary>
    private static IEnumerable<string> FormsOf(KnownWord word)
    {
        yield return word.Text;
        var parts = word.Text.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1)
        {
            yield return string.Concat(parts);
            if (word.Kind is IdentifierKind.Name or IdentifierKind.Staff)
                foreach (var part in parts)
                    yield return part;
        }
        if (word.Kind is IdentifierKind.Employer or IdentifierKind.Office)
            foreach (var shorter in Organisations.ShorterNames(word.Text))
                yield return shorter;
    }

    private static bool Stands(string text, int start, int end, string form)
    {
        var isShort = form.Length == 1 || form.Length <= ShortKana && form.All(IsKana);
        if (!isShort)
            return true;
        if (Titles.FollowAt(text, end))
            return true;
        var (before, after) = (start == 0 ? ' ' : text[start - 1], end == text.Length ? ' ' : text[end]);
        var isFollowed = Particles.Contains(after, StringComparison.Ordinal);
        return !IsKana(form[0]) ? !IsKanji(before) && isFollowed
            : (!IsSameKana(text[start], before) && !IsSameKana(text[end - 1], after)) || (IsOpening(before) && isFollowed);
    }

    private static bool IsOpening(char c) => c is '「' or '『' or '（' or '(' or '、' or '。' or '：' or ':' or '\n' or ' ' or '　';

    /// <summary>A word in katakana ends where hiragana begins.</summary>
    private static bool IsSameKana(char one, char other) => IsKana(other) && IsHiragana(one) == IsHiragana(other);

    private static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ゖ';

    internal static bool IsKana(char c) => c is >= 'ぁ' and <= 'ゖ' or >= 'ァ' and <= 'ヺ' or 'ー' or >= 'ｦ' and <= 'ﾟ';

    internal static bool IsKanji(char c) => c is >= '一' and <= '鿿' or '々';
}
