using System.Text.RegularExpressions;

namespace OneStop.Tests.House;

/// <summary>Rules for style sheets.</summary>
public sealed partial class StyleTests
{
    /// <summary>Prefixes of classes that the library and the framework write themselves.</summary>
    private static readonly string[] NotOurs = ["mud-", "components-reconnect-"];

    private static readonly string[] Kinds = ["*.razor", "*.cs", "*.js"];

    private static readonly string Portal = Path.Combine(Repository.Root, "OneStop.Portal");

    [Fact]
    public void A_feature_has_no_style_sheet_for_all_pages() =>
        Assert.Equal(["app.css"], Directory.EnumerateFiles(Path.Combine(Portal, "wwwroot"), "*.css", SearchOption.AllDirectories).Select(Path.GetFileName));

    [Fact]
    public void Every_style_has_its_component()
    {
        var alone = Sheets.Where(s => s.EndsWith(".razor.css", StringComparison.Ordinal) && !File.Exists(s[..^".css".Length]));
        Assert.Empty(alone.Select(Path.GetFileName));
    }

    [Fact]
    public void No_rule_is_for_what_nobody_draws()
    {
        var drawn = Sources.SelectMany(File.ReadLines).SelectMany(line => Word().Matches(Quoted().Match(line).Value)).Select(m => m.Value).ToHashSet();
        var unused = from sheet in Sheets from name in ClassesOf(sheet) where !drawn.Contains(name) select $"{Path.GetFileName(sheet)}: .{name}";
        Assert.Empty(unused);
    }

    [Fact]
    public void What_a_component_styles_it_draws_itself_or_reaches_for_deep()
    {
        var foreign = from sheet in Sheets
                      where sheet.EndsWith(".razor.css", StringComparison.Ordinal)
                      let drawn = DrawnBy(sheet[..^".css".Length])
                      from selector in SelectorsOf(sheet)
                      where !selector.Contains("::deep", StringComparison.Ordinal)
                      let names = Word().Matches(Condition().Replace(Ancestors().Replace(selector, ""), "")).Select(m => m.Value).ToList()
                      where names.Count > 0 && !names.Any(drawn.Contains)
                      select $"{Path.GetFileName(sheet)}: {selector}";
        Assert.Empty(foreign);
    }

    private static IEnumerable<string> Sheets => Directory.EnumerateFiles(Portal, "*.css", SearchOption.AllDirectories);

    private static IEnumerable<string> Sources => Kinds.SelectMany(p => Directory.EnumerateFiles(Portal, p, SearchOption.AllDirectories))
        .Where(f => !f.Contains("Migrations", StringComparison.Ordinal));

    /// <summary>Returns the tags and classes of a component and its code-behind.</summary>
    private static HashSet<string> DrawnBy(string component)
    {
        var sources = new[] { component, component + ".cs" }.Where(File.Exists).SelectMany(File.ReadLines);
        return [.. sources.SelectMany(line => Word().Matches(line)).Select(m => m.Value)];
    }

    private static IEnumerable<string> SelectorsOf(string sheet)
    {
        var rules = KeyFrames().Replace(Comment().Replace(File.ReadAllText(sheet), ""), "");
        return Selector().Matches(rules).Select(m => m.Value).Where(s => !s.TrimStart().StartsWith('@'))
            .SelectMany(s => Comma().Split(s)).Select(s => s.Trim());
    }

    private static IEnumerable<string> ClassesOf(string sheet) =>
        SelectorsOf(sheet).SelectMany(s => ClassName().Matches(s)).Select(m => m.Groups[1].Value)
        .Distinct().Where(n => !NotOurs.Any(o => n.StartsWith(o, StringComparison.Ordinal)));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@keyframes[^{]*\{([^{}]*\{[^{}]*\})*[^{}]*\}")]
    private static partial Regex KeyFrames();

    [GeneratedRegex(@",(?![^(]*\))")]
    private static partial Regex Comma();

    /// <summary>Everything but the last part of a selector: CSS isolation applies to the last part only.</summary>
    [GeneratedRegex(@"^.*[\s>~+](?![^(\[]*[)\]])")]
    private static partial Regex Ancestors();

    [GeneratedRegex(@":not\([^)]*\)|::?[\w-]+(\([^)]*\))?|\[[^\]]*\]|#[\w-]+")]
    private static partial Regex Condition();

    [GeneratedRegex(@"[^{};]+(?=\{)")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\.([A-Za-z][\w-]*)")]
    private static partial Regex ClassName();

    /// <summary>The part of a line in which a class can be named: an attribute or a string.</summary>
    [GeneratedRegex(@"[""'`].*")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z][\w-]*")]
    private static partial Regex Word();
}
