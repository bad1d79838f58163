using System.Text.RegularExpressions;
using OneStop.Domain;

namespace OneStop.Line.Reception;

/// <summary>A language other than Japanese that clients may write, and the one sentence that the bot says in it.</summary>
internal sealed record ForeignLanguage(string Name, string WillBeAnswered);

/// <summary>
/// Detects the language of a text by letters and common words, without any external service. In case of doubt it is Japanese, which most clients
/// write; a text with kana is always Japanese.
/// </summary>
internal static partial class ForeignLanguages
{
    public static readonly ForeignLanguage English = new("English", "A person will read your message and answer you here.");
    public static readonly ForeignLanguage Vietnamese = new("Vietnamese", "Nhân viên sẽ đọc tin nhắn và trả lời bạn tại đây.");
    public static readonly ForeignLanguage Chinese = new("Chinese", "工作人员会阅读您的留言，并在这里回复您。");
    public static readonly ForeignLanguage Korean = new("Korean", "담당자가 메시지를 읽고 여기에서 답변드립니다.");
    public static readonly ForeignLanguage Nepali = new("Nepali", "कर्मचारीले तपाईंको सन्देश पढेर यहीँ जवाफ दिनुहुनेछ।");
    public static readonly ForeignLanguage Tagalog = new("Tagalog", "Babasahin ng aming staff ang mensahe mo at sasagutin ka rito.");

    // Common words, between spaces. One of the second list suffices; of the first it takes two, because those are short and also occur in names and
    // in romaji.
    private static readonly string[] OftenInEnglish = ["i", "you", "my", "is", "are", "am", "the", "a", "to", "for", "can", "do", "have", "want",
        "need", "in", "and", "of", "me", "how", "what", "with", "not"];
    private static readonly string[] SurelyEnglish = ["hello", "please", "thanks", "thank", "english", "job", "work", "working", "looking",
        "appointment", "question", "japanese", "child", "children", "mother", "single"];
    private static readonly string[] OftenInTagalog = ["po", "ako", "ang", "mga", "ko", "na", "ng", "sa", "ba", "anak", "gusto", "wala", "lang", "opo",
        "ito", "may", "hindi", "mag"];
    private static readonly string[] SurelyTagalog = ["kumusta", "kamusta", "salamat", "magandang", "naghahanap", "kailangan", "paano", "trabaho",
        "pwede", "tulong", "nanay", "magtanong"];
    private static readonly string[] SurelyVietnamese = ["xin chao", "toi muon", "toi can", "cam on", "viec lam", "chao ban", "toi la", "cho toi hoi"];

    /// <summary>Returns the language of a text; null for Japanese, or if it cannot be told.</summary>
    public static ForeignLanguage? Of(string text)
    {
        var written = Addresses.Replace(text.Plain, " ").ToLowerInvariant();
        if (Kana.IsMatch(written))
            return null;
        if (Hangul.IsMatch(written))
            return Korean;
        if (Devanagari.IsMatch(written))
            return Nepali;
        if (Han.IsMatch(written))
            return OnlyInChinese.IsMatch(written) ? Chinese : null;
        return InLatinLetters(written);
    }

    private static ForeignLanguage? InLatinLetters(string written)
    {
        if (OnlyInVietnamese.IsMatch(written))
            return Vietnamese;
        string[] words = [.. Word.Matches(written).Select(m => m.Value)];
        var line = $" {string.Join(' ', words)} ";
        if (SurelyVietnamese.Any(w => line.Contains($" {w} ", StringComparison.Ordinal)))
            return Vietnamese;
        if (Speaks(words, OftenInTagalog, SurelyTagalog))
            return Tagalog;
        return Speaks(words, OftenInEnglish, SurelyEnglish) ? English : null;
    }

    private static bool Speaks(string[] words, string[] often, string[] surely) => words.Any(surely.Contains) || words.Distinct().Count(often.Contains) >= 2;

    [GeneratedRegex(@"https?://\S+|\S+@\S+")]
    private static partial Regex Addresses { get; }

    [GeneratedRegex(@"[\u3041-\u3096\u30A1-\u30FA]")]
    private static partial Regex Kana { get; }

    [GeneratedRegex(@"[\uAC00-\uD7AF\u1100-\u11FF\u3131-\u318E]")]
    private static partial Regex Hangul { get; }

    [GeneratedRegex(@"[\u0900-\u097F]")]
    private static partial Regex Devanagari { get; }

    [GeneratedRegex(@"[\u4E00-\u9FFF\u3400-\u4DBF]")]
    private static partial Regex Han { get; }

    /// <summary>Characters that Japanese does not use, simplified and traditional, and Chinese words in characters that it does use.</summary>
    [GeneratedRegex("[们这吗说请问谢为时间对动书业习还进过关认识语让给钱帮妈爸么样谁该单亲离怎嗎妳們這麼說錢幫媽呢吧啊哪您你她它很沒找]|想找|工作机会|早上好|晚上好|可以吗|我想|我是|我要|我有|我的|不是|什么|怎么")]
    private static partial Regex OnlyInChinese { get; }

    [GeneratedRegex("[đăơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")]
    private static partial Regex OnlyInVietnamese { get; }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }
}
