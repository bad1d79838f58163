using System.Globalization;

namespace OneStop.Domain.Consultations;

/// <summary>What happened to a part of a text between two versions.</summary>
public enum WordChange
{
    Same,
    Added,
    Removed,
}

/// <summary>A part of a comparison.</summary>
public sealed record ComparedWords(WordChange Change, string Text);

/// <summary>
/// Compares two texts word by word. Japanese has no spaces, so a word is a run of one script: kanji, hiragana, katakana, letters, digits; each other
/// character is a word of its own.
/// </summary>
public static class WordDifference
{
    /// <summary>Returns the parts of both texts in their order; neighbours of one kind are one part.</summary>
    public static IReadOnlyList<ComparedWords> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var head = old.Zip(now).TakeWhile(p => p.First == p.Second).Count();
        var tail = old.Skip(head).Reverse().Zip(now.Skip(head).Reverse()).TakeWhile(p => p.First == p.Second).Count();
        IEnumerable<ComparedWords> parts =
        [
            .. old[..head].Select(w => new ComparedWords(WordChange.Same, w)),
            .. Middle(old[head..^tail], now[head..^tail]),
            .. old[^tail..].Select(w => new ComparedWords(WordChange.Same, w)),
        ];
        return Joined(parts);
    }

    /// <summary>Compares by the longest common subsequence; of two equal ways, what was removed comes first.</summary>
    private static IEnumerable<ComparedWords> Middle(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var (o, n) = (0, 0);
        while (o < old.Length || n < now.Length)
        {
            if (o < old.Length && n < now.Length && old[o] == now[n])
            {
                yield return new(WordChange.Same, old[o++]);
                n++;
            }
            else if (o < old.Length && (n == now.Length || common[o + 1, n] >= common[o, n + 1]))
                yield return new(WordChange.Removed, old[o++]);
            else
                yield return new(WordChange.Added, now[n++]);
        }
    }

    private static List<ComparedWords> Joined(IEnumerable<ComparedWords> parts)
    {
        var joined = new List<ComparedWords>();
        foreach (var part in parts)
        {
            if (joined is [.., var last] && last.Change == part.Change)
                joined[^1] = last with { Text = last.Text + part.Text };
            else
                joined.Add(part);
        }
        return joined;
    }

    private static string[] Words(string text)
    {
        var words = new List<string>();
        var kind = 0;
        foreach (var element in Elements(text))
        {
            var next = KindOf(element);
            if (next != 0 && next == kind)
                words[^1] += element;
            else
                words.Add(element);
            kind = next;
        }
        return [.. words];
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    private static int KindOf(string element) => element[0] switch
    {
        >= '一' and <= '鿿' or '々' => 1,
        >= 'ぁ' and <= 'ゟ' => 2,
        >= 'ァ' and <= 'ヿ' => 3,
        var c when char.IsDigit(c) => 4,
        var c when char.IsLetter(c) => 5,
        _ => 0,
    };
}
