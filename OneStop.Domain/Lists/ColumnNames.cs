namespace OneStop.Domain.Lists;

/// <summary>
/// Columns of a list by the names that its page gives them (<c>kind,person</c>). A name is a few letters, so that nothing that somebody
/// typed is ever kept with them or stands in an address.
/// </summary>
public sealed record ColumnNames
{
    /// <summary>The most characters of all names together.</summary>
    public const int Longest = 300;

    private const int LongestName = 30;
    private readonly ValueList<string> names;

    private ColumnNames(IEnumerable<string> names) => this.names = new([.. names.Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>No column.</summary>
    public static ColumnNames None { get; } = new([]);

    /// <summary>Reads what <see cref="ToString"/> wrote. What is no name is left out.</summary>
    public static ColumnNames Read(string text) => text.Length > Longest ? None : new(text.Split(',').Where(IsName));

    /// <summary>Is it among them?</summary>
    public bool Contains(string name) => names.Contains(name);

    /// <summary>With a column that was not among them, or without one that was.</summary>
    public ColumnNames Turn(string name) => new(Contains(name) ? names.Where(n => n != name) : [.. names, name]);

    /// <summary>As it is kept and stands in an address.</summary>
    public override string ToString() => string.Join(',', names);

    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && text.All(char.IsAsciiLetter);
}
