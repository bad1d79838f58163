using System.Text.RegularExpressions;
using OneStop.Tests.House;

namespace OneStop.Tests.Lists;

/// <summary>Each list has a name of its own, under which its views are saved.</summary>
public sealed partial class ListNameTests
{
    [Fact]
    public void No_two_lists_have_the_same_name()
    {
        var names = Lists().Select(l => Name().Match(l).Groups[1].Value).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Matches("^[a-z]{3,40}$", name));
        Assert.Equal(names, names.Distinct());
    }

    private static IEnumerable<string> Lists() =>
        from page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "OneStop.Portal"), "*.razor", SearchOption.AllDirectories)
        from Match list in List().Matches(File.ReadAllText(page))
        select list.Value;

    [GeneratedRegex("""<ListPage [^\n]*""")]
    private static partial Regex List();

    [GeneratedRegex("""\bName="([^"]*)""")]
    private static partial Regex Name();
}
