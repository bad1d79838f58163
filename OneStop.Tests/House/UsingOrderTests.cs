using System.Text.RegularExpressions;

namespace OneStop.Tests.House;

/// <summary>Style rules that neither the build nor the whitespace check covers.</summary>
public sealed partial class UsingOrderTests
{
    [Fact]
    public void Usings_stand_in_one_order_in_every_file_those_of_the_system_first()
    {
        var usings = Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Repository.Root, file),
                Usings: Using().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).ToList()))
            .Where(f => f.Name.StartsWith("OneStop.", StringComparison.Ordinal) && !f.Name.Contains("Migrations", StringComparison.Ordinal)).ToList();
        Assert.True(usings.Count(f => f.Usings.Count > 1) > 400);
        Assert.Empty(usings.Where(f => !f.Usings.SequenceEqual(InOrder(f.Usings))).Select(f => f.Name));
    }

    [Fact]
    public void Another_order_would_be_found()
    {
        Assert.Equal(["System.Text", "Azure", "OneStop.Domain", "static OneStop.Tests.It"],
            InOrder(["static OneStop.Tests.It", "OneStop.Domain", "Azure", "System.Text"]));
        Assert.Equal(["System", "System.Net"],
            Using().Matches("using System;\nusing System.Net;\nusing var x = y;\n    using Z;\n").Select(m => m.Groups[1].Value));
    }

    private static IEnumerable<string> InOrder(IEnumerable<string> usings) => usings
        .OrderBy(u => u.StartsWith("static ", StringComparison.Ordinal))
        .ThenBy(u => !(u == "System" || u.StartsWith("System.", StringComparison.Ordinal)))
        .ThenBy(u => u, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^using ((?:static )?[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
