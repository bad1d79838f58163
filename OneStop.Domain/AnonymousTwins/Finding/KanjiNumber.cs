namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Small numbers written in kanji: 三, 十二, 二十一.</summary>
internal static class KanjiNumber
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>Returns the number; 0 if it is none.</summary>
    public static int Of(string text)
    {
        if (text.Length == 0 || text.Any(c => c != '十' && !Digits.Contains(c, StringComparison.Ordinal)))
            return 0;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return Digits.IndexOf(text[^1], StringComparison.Ordinal) + 1;
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[ten - 1], StringComparison.Ordinal) + 1;
        return 10 * tens + (ten == text.Length - 1 ? 0 : Digits.IndexOf(text[^1], StringComparison.Ordinal) + 1);
    }
}
