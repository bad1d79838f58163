using System.Text.RegularExpressions;

namespace OneStop.Tests.House;

/// <summary>What is styled, and where.</summary>
public sealed partial class StyleTests
{
    /// <summary>What the library and the framework write into the page by themselves.</summary>
    private static readonly string[] NotOurs = ["mud-", "components-reconnect-"];

    private static readonly string Portal = Path.Combine(Repository.Root, "OneStop.Portal");

    [Fact]
    public void A_feature_has_no_style_sheet_for_all_pages() => // those beside app.css are not taken apart yet
        Assert.Equal(["app.css", "clients.css", "inbox.css", "menu.css", "search.css", "shortcuts.css", "templates.css"], Directory.EnumerateFiles(Path.Combine(Portal, "wwwroot"), "*.css", SearchOption.AllDirectories).Select(Path.GetFileName).Order());

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

    private static IEnumerable<string> Sheets => Directory.EnumerateFiles(Portal, "*.css", SearchOption.AllDirectories);

    private static IEnumerable<string> Sources => new[] { "*.razor", "*.cs", "*.js" }.SelectMany(p => Directory.EnumerateFiles(Portal, p, SearchOption.AllDirectories))
        .Where(f => !f.Contains("Migrations", StringComparison.Ordinal));

    private static IEnumerable<string> ClassesOf(string sheet)
    {
        var selectors = Selector().Matches(Comment().Replace(File.ReadAllText(sheet), "")).Select(m => m.Value);
        return selectors.SelectMany(s => ClassName().Matches(s)).Select(m => m.Groups[1].Value).Distinct().Where(n => !NotOurs.Any(o => n.StartsWith(o, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[^{};]+(?=\{)")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\.([A-Za-z][\w-]*)")]
    private static partial Regex ClassName();

    /// <summary>A class is named in an attribute or a string.</summary>
    [GeneratedRegex(@"[""'`].*")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z][\w-]*")]
    private static partial Regex Word();
}
