using System.Text.RegularExpressions;

namespace OneStop.Domain.ReplyTemplates;

/// <summary>
/// The text of a template with its placeholders: variables such as <c>{{相談者}}</c>, filled in by the service, and blanks such as <c>{{?日時}}</c>,
/// filled in by the writer of the answer. Full-width braces and question marks count too, because a Japanese keyboard produces them. Braces around
/// something that is no name, as in <c>{{{(&gt;_&lt;)}}}</c>, are ordinary text. TemplatePicker.razor.js uses the same pattern.
/// </summary>
public sealed partial record TemplateText(string Text)
{
    private const int LongestName = 40;

    /// <summary>The names of the blanks, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Blanks => [.. Gap().Matches(Text).Where(m => IsClosed(m) && IsBlank(m)).Select(NameOf).Distinct()];

    /// <summary>Returns what has to be corrected before it can be saved as a template, as sentences for the screen.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (Match gap in Gap().Matches(Text))
        {
            var name = NameOf(gap);
            if (!IsClosed(gap))
                yield return $"「{{{{{Cut(name)}」が「}}}}」で閉じられていません。";
            else if (name.Length > LongestName)
                yield return $"「{Cut(name)}」が長すぎます。名前は{LongestName}文字までです。";
            else if (!IsBlank(gap) && TemplateVariables.Find(name) is null)
                yield return $"「{name}」という差し込みはありません。送るときに書き入れるものは {{{{?{name}}}}} と書いてください。";
        }
    }

    /// <summary>Fills in the variables. Blanks stay, and so does an unknown variable; a text with either cannot be sent.</summary>
    public TemplateText Fill(TemplateValues values) =>
        Replace(gap => !IsBlank(gap) && TemplateVariables.Find(NameOf(gap)) is { } variable ? values[variable] : null);

    /// <summary>Fills in the blanks. A blank without an answer stays.</summary>
    public TemplateText Answer(IReadOnlyDictionary<string, string> answers) =>
        Replace(gap => IsBlank(gap) && answers.GetValueOrDefault(NameOf(gap)) is { } answer && !string.IsNullOrWhiteSpace(answer) ? answer.Trim() : null);

    /// <summary>Returns the text in parts, to show what is filled in and what is asked for.</summary>
    public IEnumerable<TemplatePart> Parts(TemplateValues values)
    {
        var at = 0;
        foreach (var gap in Gap().Matches(Text).Where(IsClosed))
        {
            yield return new(Text[at..gap.Index], TemplatePartKind.Words);
            yield return !IsBlank(gap) && TemplateVariables.Find(NameOf(gap)) is { } variable
                ? new(values[variable], TemplatePartKind.FilledIn)
                : new(NameOf(gap), TemplatePartKind.AskedFor);
            at = gap.Index + gap.Length;
        }
        yield return new(Text[at..], TemplatePartKind.Words);
    }

    /// <summary>Returns the name of the first unfilled placeholder in a text; null if there is none.</summary>
    public static string? Unresolved(string text) => Gap().Match(text) is { Success: true } gap ? Cut(NameOf(gap)) : null;

    /// <summary>Refuses to send a text with an unfilled placeholder.</summary>
    /// <exception cref="RuleException">There is one; the message names it.</exception>
    public static void RefuseUnresolved(string text)
    {
        if (Unresolved(text) is { } gap)
            throw new RuleException($"「{gap}」がまだ埋まっていません。書き入れるか消してから送ってください。");
    }

    public override string ToString() => Text;

    private TemplateText Replace(Func<Match, string?> words) => new(Gap().Replace(Text, gap => IsClosed(gap) ? words(gap) ?? gap.Value : gap.Value));

    private static bool IsClosed(Match gap) => gap.Groups["end"].Success;

    private static bool IsBlank(Match gap) => gap.Groups["asks"].Length > 0;

    private static string NameOf(Match gap) => gap.Groups["name"].Value.Plain.Trim();

    private static string Cut(string name) => name.Length > 20 ? $"{name.CutTo(20)}…" : name;

    [GeneratedRegex(@"(?:\{\{|｛｛)[ \u3000]*(?<asks>[?？]?)[ \u3000]*(?<name>[\p{L}\p{N}][^{}｛｝\r\n]*)(?<end>\}\}|｝｝)?")]
    private static partial Regex Gap();
}

/// <summary>The kind of a part.</summary>
public enum TemplatePartKind
{
    Words,
    FilledIn,
    AskedFor,
}

/// <summary>A part of a template: plain text, the value of a variable, or the name of a blank.</summary>
public sealed record TemplatePart(string Words, TemplatePartKind Kind);
