using System.Collections.Frozen;

namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Lists of words that are part of the program: surnames, places of the city.</summary>
internal static class WordList
{
    /// <summary>The most frequent surnames, with those of northern Kyushu.</summary>
    public static FrozenSet<string> Surnames { get; } = Read("Surnames.txt");

    /// <summary>Places of the city below its wards: towns, stations, parks.</summary>
    public static FrozenSet<string> Places { get; } = Read("Places.txt");

    private static FrozenSet<string> Read(string name)
    {
        using var file = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream(name)!);
        return file.ReadToEnd().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
