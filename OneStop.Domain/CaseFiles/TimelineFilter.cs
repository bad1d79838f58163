using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

/// <summary>A place in a timeline: what comes after it is older.</summary>
/// <param name="At">The instant of the last entry that was read.</param>
/// <param name="Skip">How many entries of that instant were read.</param>
public sealed record TimelinePlace(DateTimeOffset At, int Skip);

/// <summary>What of a timeline is shown.</summary>
public sealed record TimelineFilter
{
    /// <summary>The code of the only kind that is shown; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>The words that entries must contain; empty for all.</summary>
    public string Words { get; init; } = "";

    /// <inheritdoc cref="TimelineQuery.InFull"/>
    internal bool InFull { get; init; }
}

/// <summary>An entry as a row on screen.</summary>
/// <param name="Author">The name of the member of staff; null if it was not one.</param>
public sealed record TimelineRow(TimelineEntry Entry, string? Author, bool IsPinned);

/// <summary>A part of a timeline, newest first.</summary>
/// <param name="Next">Where the next part begins; null at the end.</param>
/// <param name="Began">When the person first wrote or was registered, under whichever entry: the first month to jump to.</param>
public sealed record TimelinePart(IReadOnlyList<TimelineRow> Rows, TimelinePlace? Next, DateTimeOffset Began);
