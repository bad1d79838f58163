using OneStop.Domain.Channels;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>A text that is longer than LINE takes at once, cut where a reader would pause.</summary>
public static class SplitText
{
    /// <summary>The most characters that one call can carry.</summary>
    public const int LongestOfAll = TextContent.Longest * OutgoingContent.MostAtOnce;

    private static readonly string[] Pauses = ["\n\n", "\n", "。", "、"];

    /// <summary>The parts, each within LINE's limit, in order; one if it fits.</summary>
    /// <exception cref="RuleException">It would take more than five.</exception>
    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        var rest = text.AsSpan();
        while (rest.Length > TextContent.Longest)
        {
            var after = OutgoingContent.MostAtOnce - parts.Count - 1; // messages that are left for the rest
            var end = EndOfPart(rest[..TextContent.Longest], Math.Max(TextContent.Longest / 2, rest.Length - (after * TextContent.Longest)));
            parts.Add(rest[..end].TrimEnd('\n').ToString());
            rest = rest[end..].TrimStart('\n');
        }
        parts.Add(rest.ToString());
        return parts.Count <= OutgoingContent.MostAtOnce
            ? parts
            : throw new RuleException($"一度に送れるのは{LongestOfAll:N0}文字までです（いまは{text.Length:N0}文字）。分けて送ってください。");
    }

    /// <summary>After the last pause that is late enough, the longer pauses first; else where no character is torn.</summary>
    /// <param name="earliest">In the second half, and so that the rest still has room.</param>
    private static int EndOfPart(ReadOnlySpan<char> part, int earliest)
    {
        foreach (var pause in Pauses)
        {
            var at = part.LastIndexOf(pause);
            if (at + pause.Length >= earliest && at >= 0)
                return at + pause.Length;
        }
        return char.IsHighSurrogate(part[^1]) ? part.Length - 1 : part.Length;
    }
}
