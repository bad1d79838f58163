using System.Collections.Concurrent;
using System.Collections.Immutable;
using OneStop.Domain;
using OneStop.Domain.Conversations;

namespace OneStop.Portal.Shell;

/// <summary>
/// For whom the bell no longer rings at whose desk: somebody opened the conversation, or muted it for now. In memory: after a restart it
/// rings once more. Whoever is answered and waits again is somebody new.
/// </summary>
public sealed class SilencedBells(LiveUpdates live)
{
    private readonly ConcurrentDictionary<Guid, ImmutableHashSet<(Guid Id, DateTimeOffset Since)>> silenced = new();

    /// <summary>Told when somebody silences something, so that their other windows fall silent too.</summary>
    public static string TopicOf(Guid staffId) => $"bell:{staffId}";

    /// <summary>Those who still ring for this member of staff.</summary>
    public IReadOnlyList<WaitingRow> Ringing(Guid staffId, IEnumerable<WaitingRow> waiting) =>
        silenced.TryGetValue(staffId, out var quiet) ? [.. waiting.Where(w => !quiet.Contains((w.Id, w.Since)))] : [.. waiting];

    /// <summary>Silences some of those who wait; of the others nothing is kept.</summary>
    public void Silence(Guid staffId, IEnumerable<WaitingRow> these, IEnumerable<WaitingRow> waiting)
    {
        var (more, still) = (these.Select(w => (w.Id, w.Since)).ToList(), waiting.Select(w => (w.Id, w.Since)).ToList());
        silenced.AddOrUpdate(staffId, _ => [.. more], (_, quiet) => quiet.Intersect(still).Union(more));
        live.Announce(TopicOf(staffId));
    }
}
