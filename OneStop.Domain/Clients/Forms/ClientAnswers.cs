using System.Text.Json;

namespace OneStop.Domain.Clients.Forms;

/// <summary>What a client typed into the fields of a form, unchanged.</summary>
public sealed class ClientAnswers
{
    /// <summary>The most fields, and the most characters in all fields together.</summary>
    public const int MostFields = 40, Longest = 10_000;

    private readonly Dictionary<string, string> fields;

    private ClientAnswers(Dictionary<string, string> fields) => this.fields = fields;

    /// <summary>No fields.</summary>
    public static ClientAnswers None { get; } = new([]);

    /// <summary>Creates the answers from names and texts.</summary>
    /// <exception cref="RuleException">There are more fields or characters than any form accepts.</exception>
    public static ClientAnswers Of(IEnumerable<KeyValuePair<string, string>> typed)
    {
        var fields = new Dictionary<string, string>(typed);
        if (fields.Count > MostFields || fields.Sum(f => f.Key.Length + f.Value.Length) > Longest)
            throw new RuleException("文字が多すぎます。短くして、もう一度送ってください。");
        return new(fields);
    }

    /// <summary>The text of a field; empty if it was not sent.</summary>
    public string this[string field] => fields.GetValueOrDefault(field, "");

    /// <summary>The texts of all fields.</summary>
    public IReadOnlyCollection<string> Texts => fields.Values;

    /// <summary>
    /// Returns the answers with another text of a field; an empty text removes the field. The form that adds to its answers step by step limits them.
    /// </summary>
    internal ClientAnswers With(string field, string text)
    {
        var changed = new Dictionary<string, string>(fields);
        if (text.Length == 0)
            changed.Remove(field);
        else
            changed[field] = text;
        return new(changed);
    }

    internal string Write() => JsonSerializer.Serialize(fields);

    internal static ClientAnswers Read(string written) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(written) ?? []);
}
