namespace OneStop.Domain.Imports;

/// <summary>A column that an import reads.</summary>
/// <param name="head">The column's heading, which is also the name by which a person chooses it.</param>
/// <param name="synonyms">Other headings that people use.</param>
public abstract class ImportField(string head, params string[] synonyms)
{
    public string Head => head;

    /// <summary>The headings by which it is recognized, as <see cref="KeyOf"/> returns them, the best first.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. synonyms.Prepend(head).Select(KeyOf)];

    /// <summary>Whether nothing can be read without this column.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Another field that can stand in for a required one that is missing.</summary>
    public ImportField? OrElse { get; init; }

    /// <summary>Whether a text is the column's heading. Character width, spaces and the marks of required columns are ignored.</summary>
    public virtual bool Means(string text) => Keys.Contains(KeyOf(text));

    /// <summary>Returns what of a heading tells it from others.</summary>
    public static string KeyOf(string text) =>
        text.Plain.Replace(" ", "", StringComparison.Ordinal).Trim('*', '※', '\n', '\r').ToUpperInvariant();
}

/// <summary>A column of values of one type.</summary>
/// <param name="parse">Parses a text. It throws a <see cref="RuleException"/> whose message tells the person what is wrong.</param>
public class ImportField<T>(string head, Func<string, T> parse, params string[] synonyms) : ImportField(head, synonyms)
{
    /// <exception cref="RuleException">The text is not valid.</exception>
    public T Parse(string text) => parse(text);
}
