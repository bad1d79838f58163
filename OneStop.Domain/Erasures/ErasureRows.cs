using OneStop.Domain.Clients;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Erasures;

/// <summary>Somebody who did something, by name.</summary>
public sealed record ErasureStep(string Who, DateTimeOffset At);

/// <summary>A wish for erasure as a row on screen. It shows nobody's name; after the deletion there is none.</summary>
public sealed record ErasureRow : IShowsPerson
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required Guid ClientId { get; init; }
    public required int ClientNumber { get; init; }
    public required Guid? ConversationId { get; init; }
    public required ErasureState State { get; init; }
    public required ErasureWay Way { get; init; }
    public required IdentityCheck Identity { get; init; }
    public required DateOnly AskedOn { get; init; }
    public required ErasureStep Taken { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);
}

/// <summary>Which wishes a list shows.</summary>
public sealed record ErasureFilter
{
    /// <summary>True for those that are done with, false for open ones; null for all.</summary>
    public bool? IsClosed { get; init; }
}

/// <summary>A wish for erasure with all that a manager needs to answer it, or its certificate.</summary>
public sealed record ErasureView
{
    public required ErasureRow Row { get; init; }
    public required ErasureWish Wish { get; init; }
    public required DateTimeOffset? ToldAt { get; init; }

    /// <summary>The latest request for approval; null if there is none in force.</summary>
    public required ErasureStep? AskedApproval { get; init; }

    public required ErasureStep? Approved { get; init; }
    public required ErasureStep? Ordered { get; init; }
    public required string? SentBackReason { get; init; }
    public required ErasureAnswer? Answer { get; init; }
    public required DateTimeOffset? DoneAt { get; init; }
    public required int StepsDone { get; init; }
    public required int Steps { get; init; }

    /// <summary>What was deleted and what stays, once it is ordered.</summary>
    public required IReadOnlyList<ErasedCount> Counts { get; init; }

    /// <summary>Whether the actor may approve it: they did not ask for it themselves.</summary>
    public required bool MayApprove { get; init; }

    /// <summary>Whether what was asked for, or approved, is no longer what would be deleted now.</summary>
    public required bool HasChanged { get; init; }
}

/// <summary>The page on which the erasure of one client is asked for, decided and carried out.</summary>
public sealed record ClientErasure : IShowsPerson
{
    public required ClientRow Client { get; init; }

    /// <summary>The open wish, or else the latest; null if there never was one.</summary>
    public required ErasureView? Latest { get; init; }

    /// <summary>What would be deleted now; null once it is ordered.</summary>
    public required ErasurePreview? Preview { get; init; }

    public required IReadOnlyList<ErasureObstacle> Obstacles { get; init; }

    /// <summary>Earlier wishes, the latest first.</summary>
    public required IReadOnlyList<ErasureRow> Earlier { get; init; }

    /// <summary>Whether a new wish can be entered.</summary>
    public bool MayTake => Client is { ErasedAt: null, MergedIntoId: null } && Latest is null or { Row: { ClosedAt: not null, State: not ErasureState.Done } };

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(Client.ConversationId, Client.Id);
}
