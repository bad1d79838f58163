using System.Text.RegularExpressions;
using OneStop.Domain.Channels;

namespace OneStop.Domain.ReplyTemplates;

/// <summary>The wording of a template: its title, the title's reading (by which it is searched), and its body.</summary>
public sealed partial record TemplateWording
{
    public const int LongestTitle = 60;
    public const int LongestReading = 120;

    private TemplateWording(string title, string reading, string body) => (Title, Reading, Body) = (title, reading, body);

    public string Title { get; }

    /// <summary>In hiragana; empty if none was given.</summary>
    public string Reading { get; }

    /// <summary>At most 5,000 UTF-16 code units (LINE's limit).</summary>
    public string Body { get; }

    /// <summary>Creates a wording from a form. A reading in katakana is converted to hiragana.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or contains an unknown variable.</exception>
    public static TemplateWording Of(string title, string reading, string body)
    {
        (title, reading, body) = (title.Trim(), InHiragana(reading), body.ReplaceLineEndings("\n").Trim());
        Refuse(title.Length == 0, "題名を入力してください。", nameof(Title));
        Refuse(title.Length > LongestTitle, $"題名は{LongestTitle}文字までです。", nameof(Title));
        Refuse(reading.Length > LongestReading || !Kana().IsMatch(reading), $"よみがなは、ひらがな{LongestReading}文字までで入力してください。", nameof(Reading));
        Refuse(body.Length == 0, "本文を入力してください。", nameof(Body));
        Refuse(body.Length > TextContent.Longest, $"本文は{TextContent.Longest:N0}文字までです（いまは{body.Length:N0}文字）。", nameof(Body));
        if (new TemplateText(body).Problems().FirstOrDefault() is { } problem)
            throw new RuleException(problem, nameof(Body));
        return new(title, reading, body);
    }

    private static string InHiragana(string reading) =>
        string.Concat(reading.Plain.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 'ァ' + 'ぁ') : c));

    private static void Refuse(bool broken, string sentence, string field)
    {
        if (broken)
            throw new RuleException(sentence, field);
    }

    [GeneratedRegex(@"^[ぁ-ゖー0-9A-Za-z・]*\z")]
    private static partial Regex Kana();
}
