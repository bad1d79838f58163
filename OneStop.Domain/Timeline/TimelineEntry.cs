namespace OneStop.Domain.Timeline;

/// <summary>Who caused an entry.</summary>
public enum TimelineAuthor
{
    /// <summary>利用者</summary>
    Client,

    /// <summary>従事者; <see cref="TimelineEntry.StaffId"/> says who.</summary>
    Staff,

    /// <summary>The service itself, by the clock.</summary>
    Service,
}

/// <summary>A kind of entries: the filter of the timeline.</summary>
/// <param name="Code">The code of the kind, unique among all features; also part of addresses and of stored pins.</param>
/// <param name="InJapanese">The name on screen.</param>
public sealed record TimelineKind(string Code, string InJapanese)
{
    /// <summary>The most characters of a code.</summary>
    public const int LongestCode = 20;
}

/// <summary>経過の1件: what one feature knows of a person at one time.</summary>
public sealed record TimelineEntry
{
    /// <summary>The id of the row behind the entry; with the kind it identifies the entry.</summary>
    public required Guid Id { get; init; }

    /// <summary>The code of the kind (<see cref="TimelineKind.Code"/>).</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The end of something that lasts; null for what has none.</summary>
    public DateTimeOffset? Until { get; init; }

    public TimelineAuthor By { get; init; }

    /// <summary>The member of staff who caused the entry; null if it was not one.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>One line: what happened.</summary>
    public required string Title { get; init; }

    /// <summary>More words, shown below the title; null if there are none.</summary>
    public string? Text { get; init; }

    /// <summary>The address of the page that shows the row; null if there is none. It contains ids only.</summary>
    public string? Link { get; init; }
}
