using System.Text.RegularExpressions;

namespace OneStop.Tests.House;

/// <summary>The manual's pictures and quotations match the portal.</summary>
public sealed partial class ManualTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "manual");
    private static readonly string Manual = string.Join('\n', Directory.EnumerateFiles(Folder, "*.md").Select(File.ReadAllText));

    [Fact]
    public void Every_picture_that_it_names_is_there_and_every_picture_there_is_named()
    {
        var named = Pictures().Matches(Manual).Select(m => m.Groups["file"].Value);
        var there = Directory.EnumerateFiles(Path.Combine(Folder, "pictures")).Select(f => Path.GetFileName(f));
        Assert.Equal(there.Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_picture_says_what_it_shows() => Assert.All(Pictures().Matches(Manual), m => Assert.True(m.Groups["alt"].Value.Length > 5, m.Value));

    [Fact]
    public void Every_label_to_be_pressed_is_on_a_screen()
    {
        var portal = WordsOf("OneStop.Portal");
        var pressed = Pressed().Matches(Manual).SelectMany(m => m.Groups["label"].Captures).Select(c => c.Value).Distinct().ToList();
        Assert.NotEmpty(pressed);
        Assert.Equal([], pressed.Where(label => !Says(portal, label)));
    }

    [Fact]
    public void Every_word_that_it_quotes_is_said_somewhere()
    {
        var house = WordsOf("OneStop.Portal") + WordsOf("OneStop.Domain") + WordsOf("OneStop.Line");
        var quoted = Quotes().Matches(Manual).Select(m => m.Groups[1].Value).Distinct();
        Assert.Equal([], quoted.Where(words => !Says(house, words)));
    }

    [Fact]
    public void Every_heading_that_it_points_to_is_there()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.md"))
        {
            var missing = Links().Matches(File.ReadAllText(file))
                .Where(m => !HeadingsOf(Path.Combine(Folder, m.Groups["file"].Value is { Length: > 0 } other ? other : file))
                    .Contains(m.Groups["heading"].Value));
            Assert.Empty(missing.Select(m => $"{Path.GetFileName(file)}: {m.Value}"));
        }
    }

    /// <summary>In the manual ○○ stands for text that the portal fills in.</summary>
    private static bool Says(string words, string quote) => Regex.IsMatch(words, string.Join(@"[^\n]{0,80}?", quote.Split("○○").Select(Regex.Escape)));

    /// <summary>Returns the sources of a project without text that no screen shows: comments, names of desks, migrations, demo conversations.</summary>
    private static string WordsOf(string project)
    {
        string[] kinds = [".razor", ".cs", ".js"], others = ["Migrations", "Demo"];
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*", SearchOption.AllDirectories)
            .Where(f => kinds.Contains(Path.GetExtension(f)) && !f.Split(Path.DirectorySeparatorChar).Intersect(others).Any());
        return string.Concat(files.Select(f => Unseen().Replace(File.ReadAllText(f), "")));
    }

    private static IEnumerable<string> HeadingsOf(string file) =>
        Headings().Matches(File.ReadAllText(file)).Select(m => NoPartOfAnchors().Replace(m.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"!\[(?<alt>[^\]]*)\]\(pictures/(?<file>[^)]+)\)")]
    private static partial Regex Pictures();

    [GeneratedRegex("「([^「」]+)」")]
    private static partial Regex Quotes();

    [GeneratedRegex("(?:「(?<label>[^「」]+)」(?:（[^）]*）)?[かやと、]?)+を(?:押|選)")]
    private static partial Regex Pressed();

    [GeneratedRegex(@"\]\((?<file>[\w-]*\.md)?#(?<heading>[^)]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex("^#+ (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoPartOfAnchors();

    [GeneratedRegex(@"@\*.*?\*@|^\s*(?://|\[DisplayName)[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Unseen();
}
