using System.Text.Json;

namespace OneStop.Domain.Safeguards;

/// <summary>The old and the new value of a changed field. It can be erased, because the chain covers only digests.</summary>
public sealed class AuditValue
{
    private AuditValue() { }

    internal static AuditValue Of(Guid entryId, string field, string? before, string? after) =>
        new() { EntryId = entryId, Field = field, Before = before, After = after };

    public Guid EntryId { get; private set; }
    public string Field { get; private set; } = "";
    public string? Before { get; private set; }
    public string? After { get; private set; }
}

internal static class AuditValues
{
    extension(IEnumerable<AuditValue> values)
    {
        /// <summary>Whether the stored values match the digests in the entry; erased values are no fault.</summary>
        public bool Fit(AuditEntry entry, AuditKey key)
        {
            if (entry.Act == AuditAct.Searched)
                return values.All(v => key.Digest(entry.Subject, v.After) == entry.SubjectId);

            var digests = JsonSerializer.Deserialize<string[][]>(entry.Fields)!.ToDictionary(f => f[0]);
            return values.All(v => digests.TryGetValue(v.Field, out var digest)
                && key.Digest(entry.SubjectId, v.Field, v.Before) == digest[1]
                && key.Digest(entry.SubjectId, v.Field, v.After) == digest[2]);
        }
    }
}
