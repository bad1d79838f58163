using System.Collections.Concurrent;
using System.Collections.Immutable;
using OneStop.Domain;
using OneStop.Domain.Conversations;

namespace OneStop.Portal.Shell;

/// <summary>
/// The conversations that no longer ring for a member, because the member opened or muted them. Kept in memory: after a restart they
/// ring once more. A conversation that was answered and waits again is a new entry.
/// </summary>
public sealed class SilencedBells(LiveUpdates live)
{
    private readonly ConcurrentDictionary<Guid, ImmutableHashSet<(Guid Id, DateTimeOffset Since)>> silenced = new();

    /// <summary>The topic announced when a member silences something, so that their other windows fall silent too.</summary>
    public static string TopicOf(Guid staffId) => $"bell:{staffId}";

    /// <summary>Returns the waiting conversations that still ring for this member.</summary>
    public IReadOnlyList<WaitingRow> Ringing(Guid staffId, IEnumerable<WaitingRow> waiting) =>
        silenced.TryGetValue(staffId, out var quiet) ? [.. waiting.Where(w => !quiet.Contains((w.Id, w.Since)))] : [.. waiting];

    /// <summary>Silences some of the waiting conversations, and forgets those that no longer wait.</summary>
    public void Silence(Guid staffId, IEnumerable<WaitingRow> these, IEnumerable<WaitingRow> waiting)
    {
        var (more, still) = (these.Select(w => (w.Id, w.Since)).ToList(), waiting.Select(w => (w.Id, w.Since)).ToList());
        silenced.AddOrUpdate(staffId, _ => [.. more], (_, quiet) => quiet.Intersect(still).Union(more));
        live.Announce(TopicOf(staffId));
    }
}
