using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Staff;

/// <summary>
/// Decides which passwords are refused, without asking an external service: short ones, and those made only of what attackers try first (common
/// words, names, years, runs of keys, repetitions). After removing all that, enough must remain.
/// </summary>
public static partial class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters: longer ones are no safer and cost computing time.</summary>
    public const int Longest = 200;

    private const int LeastLeft = 6;
    private const int LeastKinds = 4;

    // Our own list of common words. Longer ones are removed first.
    private static readonly string[] Words =
        [.. Read().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().OrderByDescending(w => w.Length)];

    // Rows of keys, the alphabet and the digits: a run along one, in either direction, counts as nothing.
    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"];

    /// <summary>Returns why a password is refused; null if it is accepted.</summary>
    /// <param name="own">What others know of its owner: sign-in name, name.</param>
    public static string? FaultOf(string password, params IEnumerable<string?> own)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < Shortest)
            return $"パスワードは{Shortest}文字以上にしてください。";
        if (password.Length > Longest)
            return $"パスワードは{Longest}文字までにしてください。";
        var known = own.SelectMany(o => Separators().Split(Fold(o ?? ""))).Where(w => w.Length >= 3).OrderByDescending(w => w.Length).ToList();
        var folded = Fold(password);
        return WaysToRead(folded).All(p => IsMuch(LeftOf(p, known)))
            ? null
            : "よく使われる言葉や名前、年、並んだ文字、繰り返しだけでできたパスワードは使えません。関係のない言葉をいくつかつなげると、長くて覚えやすくなります。";
    }

    /// <summary>Returns the password as typed, with signs read as letters, reversed, and with two alternating sequences (1q2w3e4r) separated.</summary>
    private static IEnumerable<string> WaysToRead(string folded) =>
        [folded, UsualLetters(folded), string.Concat(folded.Reverse()), $"{EverySecond(folded, 0)} {EverySecond(folded, 1)}"];

    private static string EverySecond(string text, int from) => string.Concat(text.Where((_, i) => i % 2 == from));

    private static bool IsMuch(string left) => left.Length >= LeastLeft && left.Distinct().Count() >= LeastKinds;

    private static string LeftOf(string password, IEnumerable<string> own)
    {
        var once = Repeated().Replace(password, "$1");
        foreach (var word in own.Concat(Words))
            once = once.Replace(word, " ", StringComparison.Ordinal);
        return WithoutRuns(Years().Replace(once, " ")).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Removes runs of three or more characters along a row, or of the same character.</summary>
    private static string WithoutRuns(string text)
    {
        var left = new StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && IsRun(text[start..(end + 1)]))
                end++;
            left.Append(end - start >= 3 ? " " : text[start..end]);
            start = end;
        }
        return left.ToString();
    }

    private static bool IsRun(string part) => part.All(c => c == part[0])
        || Rows.Any(r => r.Contains(part, StringComparison.Ordinal) || r.Contains(string.Concat(part.Reverse()), StringComparison.Ordinal));

    private static string Fold(string text) => text.Plain.ToLowerInvariant();

    /// <summary>Reads p@ssw0rd as password.</summary>
    private static string UsualLetters(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        _ => c,
    }));

    private static string Read()
    {
        using var words = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("CommonWords.txt")!);
        return words.ReadToEnd();
    }

    [GeneratedRegex(@"(.{3,}?)\1+")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"(19|20)\d\d")]
    private static partial Regex Years();

    [GeneratedRegex(@"[\s\p{P}]+")]
    private static partial Regex Separators();
}
