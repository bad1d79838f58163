using System.Text.RegularExpressions;
using OneStop.Domain;
using OneStop.Domain.CityForms;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>A name in braces within a text: {{氏名}}, {{支援項目.内容}}. Full-width braces and dots, which Japanese input makes, count as well.</summary>
/// <param name="Name">The name in the form in which names are compared.</param>
internal readonly partial record struct Placeholder(int Start, int Length, string Name)
{
    /// <summary>Returns the placeholders of a text in their order.</summary>
    public static IReadOnlyList<Placeholder> In(string text) =>
        text.Length < 5 ? [] : [.. Braces().Matches(text).Select(m => new Placeholder(m.Index, m.Length, Key(m.Groups["name"].Value)))];

    /// <summary>Returns the form in which names are compared: full and half width are the same.</summary>
    public static string Key(string name) => name.Plain.Trim();

    /// <summary>Whether braces remain in a text beside its placeholders: one of them was typed wrongly.</summary>
    public static bool HasStrayBraces(string text) => Stray().IsMatch(Braces().Replace(text, ""));

    [GeneratedRegex(@"(?:\{\{|｛｛)(?<name>[^{}｛｝\r\n]{1,100})(?:\}\}|｝｝)")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\{\{|\}\}|｛｛|｝｝")]
    private static partial Regex Stray();
}

/// <summary>The names that can be filled in.</summary>
/// <param name="Fields">The names of single fields.</param>
/// <param name="Items">The names of list fields (list.field), with their list.</param>
internal sealed record FormNames(IReadOnlySet<string> Fields, IReadOnlyDictionary<string, string> Items)
{
    public static FormNames Of(ICityForm form) => new(
        form.Fields.Select(f => Placeholder.Key(f.Name)).ToHashSet(),
        form.Lists.SelectMany(l => l.Fields, (list, field) => (Name: Placeholder.Key(list.NameOf(field)), List: Placeholder.Key(list.Name)))
            .ToDictionary(i => i.Name, i => i.List));

    public bool Know(string name) => Fields.Contains(name) || Items.ContainsKey(name);

    /// <summary>Returns the list to which a name belongs; null if it is no field of a list.</summary>
    public string? ListOf(string name) => Items.GetValueOrDefault(name);
}

/// <summary>The values of a form by the names as placeholders compare them.</summary>
internal sealed class FormValues(FormContent content)
{
    public IReadOnlyDictionary<string, FormValue> Fields { get; } = content.Values.ToDictionary(v => Placeholder.Key(v.Key), v => v.Value);

    /// <summary>The rows of the lists by the names of the lists; the values of a row by list.field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, FormValue>>> Rows { get; } = content.Lists.ToDictionary(
        l => Placeholder.Key(l.Key),
        l => (IReadOnlyList<IReadOnlyDictionary<string, FormValue>>)
            [.. l.Value.Select(row => row.ToDictionary(v => Placeholder.Key($"{l.Key}.{v.Key}"), v => v.Value))]);
}
