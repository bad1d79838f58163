using OneStop.Domain.Clients;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Stages;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Domain.CaseFiles;

/// <summary>A client as a row of the list.</summary>
public sealed record ClientListRow : IShowsPerson
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }

    /// <summary>The full name, or what a person without LINE wishes to be called; null if neither is known.</summary>
    public required string? Name { get; init; }

    public required string? Kana { get; init; }
    public required int? FriendNumber { get; init; }
    public required string? CalledAs { get; init; }
    public required Ward? Ward { get; init; }
    public required Eligibility Eligibility { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required DateTimeOffset? ErasureAskedAt { get; init; }
    public required Guid? ConversationId { get; init; }

    /// <summary>Whether the client blocks the account.</summary>
    public required bool IsBlocked { get; init; }

    /// <summary>When something was last said in the conversation; null without LINE.</summary>
    public required DateTimeOffset? LastTalkAt { get; init; }

    /// <summary>主担当; null if nobody is in charge.</summary>
    public required string? ChargeName { get; init; }

    /// <summary>The id of the person in charge.</summary>
    public required Guid? ChargeId { get; init; }

    /// <summary>The start of the next booking; null if there is none.</summary>
    public required DateTimeOffset? NextBooking { get; init; }

    /// <summary>The tags of the conversation, and the client's own.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, Id);

    /// <summary>The name of the client on screen, without 利用者番号, which has a column of its own.</summary>
    public string Called => Name ?? CalledAs ?? (FriendNumber is { } number ? Friend.AliasOf(number) : "（名前はまだ）");
}

/// <summary>Which clients the list shows.</summary>
public sealed record ClientFilter
{
    public Ward? Ward { get; init; }
    public Eligibility? Eligibility { get; init; }
    public LineUse? Line { get; init; }
    public ComingBooking? Booking { get; init; }

    /// <summary>主担当</summary>
    public Guid? Person { get; init; }

    /// <summary>担当なし: whether only open cases of which nobody is in charge are shown.</summary>
    public bool IsUncharged { get; init; }

    /// <summary>段階</summary>
    public CaseStage? Stage { get; init; }

    public Guid? Tag { get; init; }

    /// <summary>Whether only clients who have asked for erasure are shown.</summary>
    public bool IsErasure { get; init; }
}

/// <summary>How a client can be reached in LINE.</summary>
public enum LineUse
{
    Linked,
    Blocked,
    None,
}

/// <summary>Whether a client has a coming booking.</summary>
public enum ComingBooking
{
    Some,
    None,
}

/// <summary>A page of the list, and what its filters offer.</summary>
/// <param name="People">The staff who are in charge of clients.</param>
/// <param name="Told">Which of the four measures each client of the page was told about.</param>
public sealed record ClientList(ListPart<ClientListRow> Part, IReadOnlyDictionary<Guid, FourTold> Told, IReadOnlyList<ListChoice> People,
    IReadOnlyList<ListChoice> Tags);

/// <summary>A choice of a filter.</summary>
public sealed record ListChoice(Guid Id, string Name);
