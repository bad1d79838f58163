using System.Text;

namespace OneStop.Domain;

/// <summary>
/// Invisible characters that change the direction of text (Unicode 6.3, UAX #9). In a file name they could make bat.pdf look like fdp.bat, so they
/// are removed. In messages they are kept, but isolated so that they do not affect the text around.
/// </summary>
public static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const char PopEmbedding = '\u202C';

    /// <summary>Returns a text without them, for names.</summary>
    public static string Without(string text) => text.Any(IsControl) ? string.Concat(text.Where(c => !IsControl(c))) : text;

    /// <summary>Returns a text that can be embedded in another one: everything it opens is closed. Unchanged if it has no such characters.</summary>
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
                    continue; // it would close something opened outside the text
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
