namespace OneStop.Tests.House;

/// <summary>
/// A file of results that a reviewer has approved. A test compares its results with the file, so that a change of a safeguard changes the file.
/// </summary>
internal static class Approved
{
    private const int MostShown = 20;

    /// <summary>Fails if the lines differ from the file; writes them beside it, and says how to approve them.</summary>
    /// <param name="name">The file's name in this folder, without extension.</param>
    public static async Task Matches(string name, IEnumerable<string> measured)
    {
        var approved = Path.Combine(Repository.Root, "OneStop.Tests", "House", $"{name}.approved.txt");
        var received = Path.ChangeExtension(Path.ChangeExtension(approved, null), ".received.txt");
        var text = string.Join('\n', measured) + "\n";
        var known = File.Exists(approved) ? await File.ReadAllTextAsync(approved) : "";
        if (text == known)
        {
            File.Delete(received);
            return;
        }
        await File.WriteAllTextAsync(received, text);
        var (before, now) = (known.Split('\n'), text.Split('\n'));
        var differences = before.Except(now).Select(l => "- " + l).Concat(now.Except(before).Select(l => "+ " + l)).Take(MostShown);
        Assert.Fail($"{Path.GetFileName(approved)} says otherwise:\n{string.Join('\n', differences)}\nIf the change is meant, approve it where a reviewer sees it: mv {received} {approved}");
    }
}
