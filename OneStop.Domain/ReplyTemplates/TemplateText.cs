using System.Text.RegularExpressions;

namespace OneStop.Domain.ReplyTemplates;

/// <summary>
/// The words of a template with what is filled in: variables, <c>{{相談者}}</c>, by the service, and blanks, <c>{{?日時}}</c>, by whoever
/// answers. Full-width braces and question marks count too, because a Japanese keyboard writes them. Braces around anything but a
/// name, as in <c>{{{(&gt;_&lt;)}}}</c>, are only drawn. TemplatePicker.razor.js looks for the same.
/// </summary>
public sealed partial record TemplateText(string Text)
{
    private const int LongestName = 40;

    /// <summary>The blanks, each once, in the order in which they come.</summary>
    public IReadOnlyList<string> Blanks => [.. Gap().Matches(Text).Where(m => IsClosed(m) && IsBlank(m)).Select(NameOf).Distinct()];

    /// <summary>What has to be put right before this can be kept as a template, as sentences for the screen.</summary>
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

    /// <summary>Puts the values in the variables' places. Blanks stay, and so does a name that the service no longer knows: neither can be sent.</summary>
    public TemplateText Fill(TemplateValues values) =>
        Replace(gap => !IsBlank(gap) && TemplateVariables.Find(NameOf(gap)) is { } variable ? values[variable] : null);

    /// <summary>Puts the answers in the blanks' places. A blank without an answer stays.</summary>
    public TemplateText Answer(IReadOnlyDictionary<string, string> answers) =>
        Replace(gap => IsBlank(gap) && answers.GetValueOrDefault(NameOf(gap)) is { } answer && !string.IsNullOrWhiteSpace(answer) ? answer.Trim() : null);

    /// <summary>The text in pieces, for showing which of it is filled in and what is asked for.</summary>
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

    /// <summary>The first name in a text about to be sent that nothing was put in the place of; null if all is filled in.</summary>
    public static string? Unresolved(string text) => Gap().Match(text) is { Success: true } gap ? Cut(NameOf(gap)) : null;

    /// <summary>Stops what is about to be sent while something in it is not filled in.</summary>
    /// <exception cref="RuleException">Names the first gap.</exception>
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

/// <summary>What a piece of a template is.</summary>
public enum TemplatePartKind
{
    Words,
    FilledIn,
    AskedFor,
}

/// <summary>A piece of a template: words as they are, a value in a variable's place, or the name of what is asked for.</summary>
public sealed record TemplatePart(string Words, TemplatePartKind Kind);
