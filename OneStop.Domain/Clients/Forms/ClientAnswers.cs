using System.Text.Json;

namespace OneStop.Domain.Clients.Forms;

/// <summary>What a client typed into the fields of a form, as it was typed.</summary>
public sealed class ClientAnswers
{
    /// <summary>The most fields, and the most characters in all of them together.</summary>
    public const int MostFields = 40, Longest = 10_000;

    private readonly Dictionary<string, string> fields;

    private ClientAnswers(Dictionary<string, string> fields) => this.fields = fields;

    /// <summary>Nothing was typed yet.</summary>
    public static ClientAnswers None { get; } = new([]);

    /// <summary>What the fields of these names hold.</summary>
    /// <exception cref="RuleException">It is more than any form takes.</exception>
    public static ClientAnswers Of(IEnumerable<KeyValuePair<string, string>> typed)
    {
        var fields = new Dictionary<string, string>(typed);
        if (fields.Count > MostFields || fields.Sum(f => f.Key.Length + f.Value.Length) > Longest)
            throw new RuleException("文字が多すぎます。短くして、もう一度送ってください。");
        return new(fields);
    }

    /// <summary>What stands in a field; empty where nothing does.</summary>
    public string this[string field] => fields.GetValueOrDefault(field, "");

    /// <summary>All that was typed.</summary>
    public IReadOnlyCollection<string> Texts => fields.Values;

    internal string Write() => JsonSerializer.Serialize(fields);

    internal static ClientAnswers Read(string written) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(written) ?? []);
}
