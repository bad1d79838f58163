using System.Globalization;
using System.Text;

namespace OneStop.Domain.Attachments;

/// <summary>Names of files from outside. They are only ever shown and offered, never used as a path; and they end in what the bytes are.</summary>
public static class FileName
{
    private const int Longest = 200;
    private const string Nameless = "ファイル";
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>Names that Windows keeps for devices.</summary>
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"])], StringComparer.OrdinalIgnoreCase);

    /// <summary>A name as it may be shown: nothing unseen in it, nothing that a system takes for a path.</summary>
    public static string Clean(string? name)
    {
        var clean = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes())
            clean.Append(AsShown(rune));
        var text = clean.ToString().Composed.Trim(' ', '.', '\u3000'); // a Mac writes が as two
        if (text.Length > Longest)
            text = Cut(text);
        return text.Length == 0 ? Nameless : Devices.Contains(text.Split('.')[0]) ? $"_{text}" : text;
    }

    /// <summary>The name under which a file of this kind is offered. An ending that is none of the kind's is shown and does nothing: 履歴書_hta.txt.</summary>
    public static string Of(string? name, FileKind? kind)
    {
        var clean = Clean(name);
        var ending = Path.GetExtension(clean);
        IReadOnlyList<string> endings = kind?.Endings ?? [".bin"];
        if (endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
            return clean;
        return (IsEnding(ending) ? $"{clean[..^ending.Length]}_{ending[1..]}" : clean) + endings[0];
    }

    /// <summary>What follows the last dot and could be taken for an ending; 「令和8.10月分」 has none.</summary>
    private static bool IsEnding(string ending) => ending.Length > 1 && ending.All(char.IsAscii);

    private static string AsShown(Rune rune) => rune.Value switch
    {
        '/' or '\\' or '<' or '>' or ':' or '"' or '|' or '?' or '*' => "_",
        ZeroWidthJoiner => rune.ToString(), // between the parts of an emoji
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
