using System.Globalization;
using System.Text;
using OneStop.Domain;

namespace OneStop.Portal.Shell;

/// <summary>
/// Finds a reading by typed text: hiragana or katakana, romaji in Hepburn or Kunrei (shi or si, chi or ti, fu or hu, ji or zi; ん as n,
/// nn or m; long vowels written or not), or a mixture, as while an IME composes. The text may be incomplete.
/// </summary>
internal static class Romaji
{
    private const string Spellings = """
        あ a|い i|う u wu|え e|お o|か ka ca|き ki|く ku|け ke|こ ko co|が ga|ぎ gi|ぐ gu|げ ge|ご go
        さ sa|し shi si|す su|せ se|そ so|ざ za|じ ji zi|ず zu|ぜ ze|ぞ zo|た ta|ち chi ti|つ tsu tu|て te|と to
        だ da|ぢ ji di zi|づ zu du dzu|で de|ど do|な na|に ni|ぬ nu|ね ne|の no|は ha|ひ hi|ふ fu hu|へ he|ほ ho
        ば ba|び bi|ぶ bu|べ be|ぼ bo|ぱ pa|ぴ pi|ぷ pu|ぺ pe|ぽ po|ま ma|み mi|む mu|め me|も mo|や ya|ゆ yu|よ yo
        ら ra|り ri|る ru|れ re|ろ ro|わ wa|を wo o|ん nn n' n m|っ xtu ltu xtsu|ー -|ゔ vu
        ぁ xa la|ぃ xi li|ぅ xu lu|ぇ xe le|ぉ xo lo|ゃ xya lya|ゅ xyu lyu|ょ xyo lyo
        きゃ kya|きゅ kyu|きょ kyo|ぎゃ gya|ぎゅ gyu|ぎょ gyo|しゃ sha sya|しゅ shu syu|しょ sho syo|しぇ she sye
        じゃ ja zya jya|じゅ ju zyu jyu|じょ jo zyo jyo|じぇ je zye|ちゃ cha tya cya|ちゅ chu tyu cyu|ちょ cho tyo cyo|ちぇ che tye
        にゃ nya|にゅ nyu|にょ nyo|ひゃ hya|ひゅ hyu|ひょ hyo|びゃ bya|びゅ byu|びょ byo|ぴゃ pya|ぴゅ pyu|ぴょ pyo
        みゃ mya|みゅ myu|みょ myo|りゃ rya|りゅ ryu|りょ ryo|ふぁ fa|ふぃ fi|ふぇ fe|ふぉ fo|てぃ ti thi|でぃ di dhi|うぃ wi|うぇ we
        """;

    // Kana after which う or お only lengthens the vowel: とう may be typed to, おお o.
    private const string RowO = "おこごそぞとどのほぼぽもよろょ";
    private const string RowU = "うくぐすずつづぬふぶぷむゆるゅ";

    private static readonly Dictionary<string, string[]> Table = Spellings.ReplaceLineEndings("|").Split('|', StringSplitOptions.TrimEntries)
        .Select(s => s.Split(' ')).ToDictionary(s => s[0], s => s[1..]);

    /// <summary>True if the typed text, complete or not, occurs in the reading (in hiragana).</summary>
    public static bool Finds(string typed, string reading) => PlaceIn(typed, reading) is not null;

    /// <summary>Returns the index in the reading at which the text begins; null if it does not occur.</summary>
    public static int? PlaceIn(string typed, string reading)
    {
        var wanted = Plain(typed);
        for (var at = 0; at < reading.Length; at++)
        {
            if (Continues(wanted, reading, at))
                return at;
        }
        return null;
    }

    /// <summary>Returns the text in one spelling: half-width, lower case, hiragana, vowels without macrons, no white space.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Plain.ToLowerInvariant())
        {
            if (letter is >= 'ァ' and <= 'ヴ')
                plain.Append((char)(letter - 'ァ' + 'ぁ'));
            else if (letter < 'ɐ')
                plain.Append(letter.ToString().Decomposed.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                    && !char.IsWhiteSpace(c)).ToArray());
            else if (!char.IsWhiteSpace(letter))
                plain.Append(letter);
        }
        return plain.ToString();
    }

    private static bool Continues(ReadOnlySpan<char> typed, string reading, int at)
    {
        if (typed.IsEmpty)
            return true;
        if (at == reading.Length)
            return false;
        return (typed[0] == reading[at] && Continues(typed[1..], reading, at + 1))
            || (IsLengthening(reading, at) && Continues(typed, reading, at + 1))
            || (reading[at] == 'っ' && ContinuesDoubled(typed, reading, at + 1))
            || ContinuesSpelled(typed, reading, at, length: 2)
            || ContinuesSpelled(typed, reading, at, length: 1);
    }

    private static bool ContinuesSpelled(ReadOnlySpan<char> typed, string reading, int at, int length)
    {
        if (at + length > reading.Length || !Table.TryGetValue(reading.Substring(at, length), out var spellings))
            return false;
        foreach (var spelling in spellings)
        {
            if (typed.StartsWith(spelling) ? Continues(typed[spelling.Length..], reading, at + length) : spelling.AsSpan().StartsWith(typed))
                return true;
        }
        return false;
    }

    /// <summary>っ doubles the next consonant (kekka), or puts a t before ch (matchi).</summary>
    private static bool ContinuesDoubled(ReadOnlySpan<char> typed, string reading, int next)
    {
        if (next == reading.Length || !char.IsAsciiLetter(typed[0]))
            return false;
        if (typed.Length == 1)
            return Continues(typed, reading, next);
        return (typed[0] == typed[1] || (typed[0] == 't' && typed[1] == 'c')) && Continues(typed[1..], reading, next);
    }

    private static bool IsLengthening(string reading, int at) => at > 0 && reading[at] switch
    {
        'ー' => true,
        'う' => RowO.Contains(reading[at - 1]) || RowU.Contains(reading[at - 1]),
        'お' => RowO.Contains(reading[at - 1]),
        _ => false,
    };
}
