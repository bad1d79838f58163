using OneStop.Domain.Clients.Duplicates;

namespace OneStop.Domain.Clients.Merging;

/// <summary>Two clients side by side, before a merge.</summary>
public sealed record MergeView
{
    public required ClientRow Kept { get; init; }
    public required ClientRow Merged { get; init; }

    /// <summary>The fields of which the two have different values.</summary>
    public required IReadOnlyList<MergeField> Fields { get; init; }

    /// <summary>What goes along as it is.</summary>
    public required IReadOnlyList<MovingRows> Moving { get; init; }

    /// <summary>What has to be put in order afterwards, as sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>Rows that go along.</summary>
/// <param name="Table">The name of their type, as in the audit trail.</param>
public sealed record MovingRows(string Table, int Count);

/// <summary>A merge into a client.</summary>
public sealed record MergeRow(Guid Id, Guid MergedId, int MergedNumber, DateTimeOffset At, bool CanBeUndone);

/// <summary>Two clients who may be one person.</summary>
public sealed record DuplicatePair(ClientRow First, ClientRow Second, DuplicateReason Reason);
