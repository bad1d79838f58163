namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Gives unknown people letters, so that a text with several of them stays readable: Ａ, Ｂ, Ｃ.</summary>
internal static class Lettered
{
    private const string Letters = "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ";

    /// <summary>Replaces the general suggestion for names by a letter for each different name.</summary>
    public static IEnumerable<FoundIdentifier> Names(IEnumerable<FoundIdentifier> finds)
    {
        var named = new Dictionary<string, string>();
        foreach (var find in finds)
        {
            if (find.Kind != IdentifierKind.Name || find.Suggestion != IdentifierKind.Name.Anonymous)
            {
                yield return find;
                continue;
            }
            if (!named.TryGetValue(find.Text, out var letter))
                named[find.Text] = letter = Letters[named.Count % Letters.Length].ToString();
            yield return find with { Suggestion = letter };
        }
    }
}
