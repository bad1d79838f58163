using System.Text.RegularExpressions;

namespace OneStop.Tests.House;

/// <summary>What is typed about an erased person and not saved is recognized by its key, so a form about a client has the client's id in it.</summary>
public sealed partial class DraftKeyTests
{
    [Fact]
    public async Task Each_key_of_a_draft_is_approved()
    {
        List<string> measured = ["# Keys of drafts: a form about a client has the client's id or the conversation in it", ""];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "OneStop.Portal", "Features"), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            foreach (Match key in Key().Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)))
                measured.Add($"{Path.GetFileName(file)}: {string.Concat(key.Groups.Values.Skip(1).Select(g => g.Value))}");
        await Approved.Matches("DraftKeys", measured);
    }

    [GeneratedRegex("""DraftKey(?:="@\((.+?)\)"(?=[ >\r\n])|="([^@"]+)"| => (.+?);)""")]
    private static partial Regex Key();
}
