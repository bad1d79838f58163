using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

/// <summary>ピン: an entry of a timeline that the team keeps at the top.</summary>
public sealed class TimelinePin
{
    /// <summary>The most pins of one client: more would hide the timeline.</summary>
    public const int Most = 8;

    private TimelinePin() { }

    /// <summary>Pins an entry.</summary>
    public static TimelinePin Of(Guid clientId, TimelineEntry entry, Guid staffId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ClientId = clientId,
        Kind = entry.Kind,
        EntryId = entry.Id,
        EntryAt = entry.At,
        PinnedBy = staffId,
        PinnedAt = now,
    };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public string Kind { get; private set; } = "";
    public Guid EntryId { get; private set; }

    /// <summary>The time of the entry, by which it is found.</summary>
    public DateTimeOffset EntryAt { get; private set; }

    public Guid PinnedBy { get; private set; }
    public DateTimeOffset PinnedAt { get; private set; }
}
