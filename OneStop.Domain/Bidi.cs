using System.Text;

namespace OneStop.Domain;

/// <summary>
/// Unseen characters that turn the direction of writing (Unicode 6.3, UAX #9). In a name they make fdp.bat of bat.pdf, so they are
/// taken out; in what somebody wrote they stay, shut in so that they turn nothing around it.
/// </summary>
public static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const char PopEmbedding = '\u202C';

    /// <summary>A text without them, for names.</summary>
    public static string Without(string text) => text.Any(IsControl) ? string.Concat(text.Where(c => !IsControl(c))) : text;

    /// <summary>A text as it may stand inside another one: what it opens, it closes. Unchanged where there is nothing to shut in.</summary>
    public static string Isolated(string text)
    {
        if (!text.Any(IsControl))
            return text;
        var (open, isolated) = (new Stack<char>(), new StringBuilder().Append(FirstStrongIsolate));
        foreach (var letter in text)
        {
            if (letter is PopEmbedding or PopIsolate)
            {
                if (!open.TryPeek(out var closing) || closing != letter)
                    continue; // it would close what stands around the text
                open.Pop();
            }
            else if (letter is '\n' or '\r' or '\u2029')
            {
                Close();
            }
            else if (IsControl(letter) && letter is not ('\u200E' or '\u200F' or '\u061C'))
            {
                open.Push(letter is >= '\u2066' ? PopIsolate : PopEmbedding);
            }
            isolated.Append(letter);
        }
        Close();
        return isolated.Append(PopIsolate).ToString();

        void Close()
        {
            while (open.TryPop(out var closing))
                isolated.Append(closing);
        }
    }

    /// <summary>Marks, embeddings, overrides and isolates.</summary>
    public static bool IsControl(char letter) => letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
