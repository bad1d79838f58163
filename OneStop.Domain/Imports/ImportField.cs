namespace OneStop.Domain.Imports;

/// <summary>A column that an import reads.</summary>
/// <param name="head">What stands over it. Also the name by which a person chooses it.</param>
/// <param name="synonyms">What else people write over it.</param>
public abstract class ImportField(string head, params string[] synonyms)
{
    private readonly HashSet<string> names = [.. synonyms.Append(head).Select(Plain)];

    public string Head => head;

    /// <summary>Without this column nothing can be read.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Is this text the head of the column? Widths, spaces and the mark of a required column make no difference.</summary>
    public virtual bool Means(string text) => names.Contains(Plain(text));

    private static string Plain(string text) => text.Plain.Replace(" ", "", StringComparison.Ordinal).Trim('*', '※', '\n', '\r').ToUpperInvariant();
}

/// <summary>A column of values of one kind.</summary>
/// <param name="parse">Makes a value of what is written. It throws a <see cref="RuleException"/> whose sentence tells the person what is wrong.</param>
public class ImportField<T>(string head, Func<string, T> parse, params string[] synonyms) : ImportField(head, synonyms)
{
    /// <exception cref="RuleException">The text is no such value.</exception>
    public T Parse(string text) => parse(text);
}
