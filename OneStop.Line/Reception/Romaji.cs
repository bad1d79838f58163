namespace OneStop.Line.Reception;

/// <summary>Converts Japanese typed in Latin letters, on telephones without a Japanese keyboard (Hepburn and Kunrei).</summary>
internal static class Romaji
{
    private const string Vowels = "aiueo";

    private static readonly Dictionary<string, string> Rows = new()
    {
        [""] = "あいうえお",
        ["k"] = "かきくけこ",
        ["s"] = "さしすせそ",
        ["t"] = "たちつてと",
        ["n"] = "なにぬねの",
        ["h"] = "はひふへほ",
        ["m"] = "まみむめも",
        ["y"] = "やいゆえよ",
        ["r"] = "らりるれろ",
        ["w"] = "わいうえを",
        ["g"] = "がぎぐげご",
        ["z"] = "ざじずぜぞ",
        ["d"] = "だぢづでど",
        ["b"] = "ばびぶべぼ",
        ["p"] = "ぱぴぷぺぽ",
        ["f"] = "はひふへほ",
        ["j"] = "じじじじじ",
        ["sh"] = "ししししし",
        ["ch"] = "ちちちちち",
        ["ts"] = "つつつつつ",
    };

    /// <summary>Consonants before which the vowel becomes a small や, ゆ or よ: kya, sho, ja.</summary>
    private static readonly Dictionary<string, string> Glides = new()
    {
        ["ky"] = "き",
        ["sy"] = "し",
        ["ty"] = "ち",
        ["ny"] = "に",
        ["hy"] = "ひ",
        ["my"] = "み",
        ["ry"] = "り",
        ["gy"] = "ぎ",
        ["zy"] = "じ",
        ["by"] = "び",
        ["py"] = "ぴ",
        ["sh"] = "し",
        ["ch"] = "ち",
        ["j"] = "じ"
    };

    /// <summary>Converts lower-case Latin letters to kana. Letters that form no syllable stay.</summary>
    public static string ToKana(string letters)
    {
        var kana = new System.Text.StringBuilder(letters.Length);
        for (var at = 0; at < letters.Length;)
        {
            var length = Consonants(letters, at);
            if (at + length < letters.Length && Syllable(letters[at..(at + length)], letters[at + length]) is { } syllable)
            {
                kana.Append(syllable);
                at += length + 1;
                continue;
            }
            kana.Append(letters[at] == 'n' ? "ん" : length > 1 && letters[at] == letters[at + 1] ? "っ" : letters[at].ToString());
            at++;
        }
        return kana.ToString();
    }

    private static int Consonants(string letters, int at)
    {
        var length = 0;
        while (length < 2 && at + length < letters.Length && !Vowels.Contains(letters[at + length], StringComparison.Ordinal))
            length++;
        return length;
    }

    private static string? Syllable(string consonants, char vowel)
    {
        var place = Vowels.IndexOf(vowel, StringComparison.Ordinal);
        if (place < 0)
            return null;
        if (Glides.TryGetValue(consonants, out var glide) && vowel is 'a' or 'u' or 'o' && glide is not null)
            return glide + (vowel == 'a' ? "ゃ" : vowel == 'u' ? "ゅ" : "ょ");
        return Rows.TryGetValue(consonants, out var row) ? row[place].ToString() : null;
    }
}
