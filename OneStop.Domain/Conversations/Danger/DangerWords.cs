using System.Buffers;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>The words that are looked for, made ready for looking: hundreds of them cost a message a few microseconds.</summary>
internal sealed class DangerWords
{
    private readonly SearchValues<string> inside;
    private readonly SearchValues<string> alone;

    /// <param name="folded">As <see cref="HeardText.Fold"/> leaves them.</param>
    public DangerWords(IEnumerable<string> folded)
    {
        var byKind = folded.ToLookup(word => word.StartsWith(' '));
        inside = SearchValues.Create([.. byKind[false]], StringComparison.Ordinal);
        alone = SearchValues.Create([.. byKind[true].SelectMany(Spelled)], StringComparison.Ordinal);
    }

    /// <param name="close">Without anything between its letters.</param>
    /// <param name="latin">Its words in Latin letters.</param>
    public bool StandIn(string close, string latin) => close.AsSpan().ContainsAny(inside) || latin.AsSpan().ContainsAny(alone);

    /// <summary>An abbreviation is also written letter by letter: D.V.</summary>
    private static string[] Spelled(string word) =>
        word.Trim() is { Length: <= 3 } letters && !letters.Contains(' ') ? [word, $" {string.Join(' ', letters.ToCharArray())} "] : [word];
}
