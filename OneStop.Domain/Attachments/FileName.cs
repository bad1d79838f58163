using System.Globalization;
using System.Text;

namespace OneStop.Domain.Attachments;

/// <summary>
/// Names of files from outside. They are only displayed and offered for downloads, never used as a path, and they end with the extension of the
/// detected type.
/// </summary>
public static class FileName
{
    private const int Longest = 200;
    private const string Nameless = "ファイル";
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>Names that Windows reserves for devices.</summary>
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"])], StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the name without invisible characters and characters of paths.</summary>
    public static string Clean(string? name)
    {
        var clean = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes())
            clean.Append(AsShown(rune));
        var text = clean.ToString().Composed.Trim(' ', '.', '\u3000'); // macOS decomposes が into two characters
        if (text.Length > Longest)
            text = Cut(text);
        return text.Length == 0 ? Nameless : Devices.Contains(text.Split('.')[0]) ? $"_{text}" : text;
    }

    /// <summary>Returns the name with an extension of the type. Another extension is disarmed: 履歴書.hta becomes 履歴書_hta.txt.</summary>
    public static string Of(string? name, FileKind? kind)
    {
        var clean = Clean(name);
        var ending = Path.GetExtension(clean);
        IReadOnlyList<string> endings = kind?.Endings ?? [".bin"];
        if (endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
            return clean;
        return (IsEnding(ending) ? $"{clean[..^ending.Length]}_{ending[1..]}" : clean) + endings[0];
    }

    /// <summary>Whether the part after the last dot could be taken for an extension; 「令和8.10月分」 has none.</summary>
    private static bool IsEnding(string ending) => ending.Length > 1 && ending.All(char.IsAscii);

    private static string AsShown(Rune rune) => rune.Value switch
    {
        '/' or '\\' or '<' or '>' or ':' or '"' or '|' or '?' or '*' => "_",
        ZeroWidthJoiner => rune.ToString(), // joins the parts of an emoji
        0xFFFD => "",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
        _ => rune.ToString(),
    };

    private static string Cut(string name)
    {
        var ending = Path.GetExtension(name) is { Length: > 0 and <= 12 } short1 ? short1 : "";
        return name.CutTo(Longest - ending.Length) + ending;
    }
}
