namespace OneStop.Domain.Lists;

/// <summary>
/// Columns of a list, by the names that its page gives them (<c>kind,person</c>). A name consists of a few ASCII letters, so that no text typed by a
/// person is stored or gets into an address.
/// </summary>
public sealed record ColumnNames
{
    /// <summary>The most characters of all names together.</summary>
    public const int Longest = 300;

    private const int LongestName = 30;
    private readonly ValueList<string> names;

    private ColumnNames(IEnumerable<string> names) => this.names = new([.. names.Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>No columns.</summary>
    public static ColumnNames None { get; } = new([]);

    /// <summary>Parses the result of <see cref="ToString"/>; what is no valid name is ignored.</summary>
    public static ColumnNames Read(string text) => text.Length > Longest ? None : new(text.Split(',').Where(IsName));

    /// <summary>Whether a column is in the set.</summary>
    public bool Contains(string name) => names.Contains(name);

    /// <summary>Returns the set with a column added, or removed if it was in it.</summary>
    public ColumnNames Turn(string name) => new(Contains(name) ? names.Where(n => n != name) : [.. names, name]);

    /// <summary>Returns the names as they are stored and written into an address.</summary>
    public override string ToString() => string.Join(',', names);

    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && text.All(char.IsAsciiLetter);
}
