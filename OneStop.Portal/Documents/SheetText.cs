using System.Text;
using System.Xml;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>Texts in the limits of a workbook.</summary>
internal static class SheetText
{
    /// <summary>Excel's limit of a cell.</summary>
    public const int LongestCell = 32_767;

    private const int LongestName = 31;
    private const string WithoutName = "シート";
    private const string Reserved = "History";
    private static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create("[]:*?/\\");

    /// <summary>Without what XML cannot hold (control characters, halves of characters), and no longer than a cell may be.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        }
        return clean.ToString().CutTo(LongestCell);
    }

    /// <summary>Would a program take it for a formula?</summary>
    public static bool LooksLikeFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];

    /// <summary>The width of the longest line, in half-width characters: a Japanese character is two.</summary>
    public static int WidthOf(string text) => text.Split('\n').Max(line => line.Sum(WidthOf));

    /// <summary>The name of a tab: at most 31 characters, without those that Excel refuses, and like no other of the same workbook.</summary>
    public static string NameOf(string wished, IReadOnlyCollection<string> taken)
    {
        var clean = string.Concat(Clean(wished).Select(c => NotInNames.Contains(c) || char.IsControl(c) ? '_' : c)).CutTo(LongestName).Trim().Trim('\'');
        if (clean.Length == 0)
            clean = WithoutName;
        if (string.Equals(clean, Reserved, StringComparison.OrdinalIgnoreCase))
            clean += "_";
        var name = clean;
        for (var again = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); again++)
            name = $"{clean.CutTo(LongestName - 5)} ({again})";
        return name;
    }

    private static int WidthOf(char letter) => letter < '\u0250' || letter is (>= '\uFF61' and <= '\uFFDC') || char.IsSurrogate(letter) ? 1 : 2;
}
