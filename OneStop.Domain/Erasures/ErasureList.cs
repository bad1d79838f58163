using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Erasures;

/// <summary>
/// 消去の控え: what was erased, in a file outside the database, by ids and dates only. A backup from before an erasure brings the person back; with this
/// list the portal deletes them again. Each portal has its own file. A line counts only with its keyed code (MAC), because it deletes a person.
/// </summary>
public sealed class ErasureList(string file, AuditKey key)
{
    /// <summary>The file name in the data folder.</summary>
    public const string FileName = "erasures.list";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Returns the erasures in it.</summary>
    /// <param name="foreign">The number of lines that were not written with this key; they are left out.</param>
    internal IReadOnlyList<ErasureRecord> Read(out int foreign)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file).Where(l => l.Length > 0).ToList() : [];
        var genuine = lines.Select(l => l.Split(' ', 2)).Where(l => l is [var mac, var text] && IsMacOf(mac, text)).ToList();
        foreign = lines.Count - genuine.Count;
        return [.. genuine.Select(l => JsonSerializer.Deserialize<ErasureRecord>(l[1], Json)!)];
    }

    /// <summary>Adds erasures. The file is replaced as a whole, because half a line would be lost.</summary>
    internal void Add(IEnumerable<ErasureRecord> records)
    {
        var draft = file + ".part";
        using (var bytes = PrivateFile.Create(draft))
        {
            var before = File.Exists(file) ? File.ReadAllLines(file) : [];
            var added = records.Select(r => JsonSerializer.Serialize(r, Json)).Select(text => $"{MacOf(text)} {text}");
            bytes.Write(Encoding.UTF8.GetBytes(string.Concat(before.Concat(added).Select(l => l + "\n"))));
            bytes.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: true);
    }

    private bool IsMacOf(string mac, string text) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(MacOf(text)));

    private string MacOf(string text) => key.Digest("erasure list", text);
}
