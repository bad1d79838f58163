using OneStop.Domain.Channels;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>Splits a text that is longer than LINE's limit, where a reader would pause.</summary>
public static class SplitText
{
    /// <summary>The most characters of one call to LINE.</summary>
    public const int LongestOfAll = TextContent.Longest * OutgoingContent.MostAtOnce;

    private static readonly string[] Pauses = ["\n\n", "\n", "。", "、"];

    /// <summary>Returns the parts in order, each within LINE's limit; one part if the text fits.</summary>
    /// <exception cref="RuleException">The text would need more than five parts.</exception>
    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        var rest = text.AsSpan();
        while (rest.Length > TextContent.Longest)
        {
            var after = OutgoingContent.MostAtOnce - parts.Count - 1; // messages left for the rest
            var end = EndOfPart(rest[..TextContent.Longest], Math.Max(TextContent.Longest / 2, rest.Length - (after * TextContent.Longest)));
            parts.Add(rest[..end].TrimEnd('\n').ToString());
            rest = rest[end..].TrimStart('\n');
        }
        parts.Add(rest.ToString());
        return parts.Count <= OutgoingContent.MostAtOnce
            ? parts
            : throw new RuleException($"一度に送れるのは{LongestOfAll:N0}文字までです（いまは{text.Length:N0}文字）。分けて送ってください。");
    }

    /// <summary>
    /// Returns the end of the part: after its last paragraph, else line, sentence or comma; else before a surrogate pair would be torn.
    /// </summary>
    /// <param name="earliest">The earliest end: in the second half, and such that the rest fits into the messages left.</param>
    private static int EndOfPart(ReadOnlySpan<char> part, int earliest)
    {
        foreach (var pause in Pauses)
        {
            var at = part.LastIndexOf(pause);
            if (at + pause.Length >= earliest) // also where it does not occur: no pause is as long as half a message
                return at + pause.Length;
        }
        return char.IsHighSurrogate(part[^1]) ? part.Length - 1 : part.Length;
    }
}
