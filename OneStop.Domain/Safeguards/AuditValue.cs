using System.Text.Json;

namespace OneStop.Domain.Safeguards;

/// <summary>What a field was and is. Erasable: the chain covers only digests.</summary>
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
        /// <summary>Values that are still there are those whose digests stand in the entry; erased ones are no fault.</summary>
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
