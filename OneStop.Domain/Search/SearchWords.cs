using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Search;

/// <summary>The words of a search, parsed from what was typed.</summary>
internal sealed partial class SearchWords
{
    /// <summary>The fewest characters of a word in the index. A shorter word can only narrow the results of others.</summary>
    public const int Shortest = 2;

    private const int Before = 18;
    private const int Longest = 84;

    private readonly string typed;
    private readonly IReadOnlyList<string> words;

    public SearchWords(string typed)
    {
        this.typed = new FoldedText(typed).Text.Trim();
        words = [.. this.typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        Grams = [.. words.Where(w => w.Length >= Shortest).Select(w => Bigrams.OfFolded(w).ToList())];
    }

    /// <summary>The whole folded text.</summary>
    public string Typed => typed;

    public bool AreNone => words.Count == 0;

    public bool AreTooShort => words.All(w => w.Length < Shortest);

    /// <summary>The bigrams that a message must contain, for each word.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Grams { get; }

    /// <summary>
    /// The friend numbers meant by the text (相談者 A-0123, 0123, 123): the number itself, and from two digits on the range of those that begin with
    /// it. Null if the text is no number.
    /// </summary>
    public (int Exactly, int From, int To)? Numbers
    {
        get
        {
            if (Alias().Match(typed) is not { Success: true } alias)
                return null;
            var digits = alias.Groups[1].ValueSpan;
            var number = int.Parse(digits, CultureInfo.InvariantCulture);
            var rest = digits.Length switch { 2 => 100, 3 => 10, _ => 0 };
            return (number, number * rest, ((number + 1) * rest) - 1);
        }
    }

    /// <summary>Returns the text around the first match with all matches marked; null if a word is missing.</summary>
    public IReadOnlyList<SnippetPart>? SnippetOf(string text)
    {
        var folded = new FoldedText(text);
        var places = words.Select(w => folded.PlacesOf(w).ToList()).ToList();
        if (places.Any(p => p.Count == 0))
            return null;

        var hits = places.SelectMany(p => p).OrderBy(p => p.Start).ToList();
        var start = hits[0].Start <= Before + 4 ? 0 : folded.CutBefore(hits[0].Start - Before);
        var end = Math.Max(folded.CutBefore(start + Longest), hits[0].End);
        return [.. Parts(text, start, end, hits.Where(h => h.End <= end))];
    }

    private static IEnumerable<SnippetPart> Parts(string text, int start, int end, IEnumerable<(int Start, int End)> hits)
    {
        if (start > 0)
            yield return new("…", false);
        var at = start;
        foreach (var hit in hits.Where(h => h.End > start))
        {
            if (hit.Start > at)
                yield return new(text[at..hit.Start], false);
            if (hit.End > at)
                yield return new(text[Math.Max(at, hit.Start)..hit.End], true);
            at = Math.Max(at, hit.End);
        }
        if (at < end)
            yield return new(text[at..end], false);
        if (end < text.Length)
            yield return new("…", false);
    }

    [GeneratedRegex(@"^(?:相談者 ?)?(?:a ?[-ー]? ?)?([0-9]{1,9})(?: ?さん)?\z")]
    private static partial Regex Alias();
}
