using System.Text;
using System.Xml;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>Adapts texts to the limits of a workbook.</summary>
internal static class SheetText
{
    /// <summary>Excel's limit for a cell, in characters.</summary>
    public const int LongestCell = 32_767;

    private const int LongestName = 31;
    private const string WithoutName = "シート";
    private const string Reserved = "History";
    private static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create("[]:*?/\\");

    /// <summary>Removes what XML cannot contain (control characters, lone surrogates), and cuts to the limit of a cell.</summary>
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

    /// <summary>True if a spreadsheet program could take the text for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];

    /// <summary>Returns the width of the longest line in half-width characters; a Japanese character counts as two.</summary>
    public static int WidthOf(string text) => text.Split('\n').Max(line => line.Sum(WidthOf));

    /// <summary>Returns a valid name of a tab: at most 31 characters, without those that Excel refuses, and unique in the workbook.</summary>
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
