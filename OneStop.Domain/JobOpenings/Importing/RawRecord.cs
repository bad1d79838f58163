using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>
/// An opening exactly as the source delivered it: the texts by their heading or tag, in their order, empty ones left out. It is kept, so that a field
/// that is read later, or was read wrongly, can be read again.
/// </summary>
public sealed record RawRecord(IReadOnlyList<RawText> Texts)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The fingerprint of the contents, 64 hexadecimal digits: the same if nothing has changed since the last delivery.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Pairs, Json)));

    private IEnumerable<string[]> Pairs => Texts.Select(t => new[] { t.Name, t.Text });

    /// <summary>Returns the record as text to be stored, without the places of its texts.</summary>
    public string ToJson() => JsonSerializer.Serialize(Pairs, Json);

    /// <summary>Reads a stored record.</summary>
    public static RawRecord Of(string json) =>
        new([.. JsonSerializer.Deserialize<IReadOnlyList<string[]>>(json, Json)!.Select(pair => new RawText(pair[0], pair[1], pair[0]))]);
}

/// <summary>A text of a raw record.</summary>
/// <param name="Name">The heading of its column, or its tag.</param>
/// <param name="Place">Where a person finds it: the address of the cell, or the tag.</param>
/// <param name="Flaw">What is wrong with the cell, whatever its text means.</param>
public sealed record RawText(string Name, string Text, string Place, RawFlaw Flaw = RawFlaw.None);

/// <summary>What is wrong with the place of a text.</summary>
public enum RawFlaw
{
    None,

    /// <summary>It was longer than what is read.</summary>
    Cut,

    /// <summary>It is a formula, which is not evaluated.</summary>
    Formula,
}
