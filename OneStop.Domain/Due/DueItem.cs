namespace OneStop.Domain.Due;

/// <summary>期限のあること: what must be done, by whom, until when. It is computed from rows and disappears when it is done.</summary>
public sealed record DueItem
{
    /// <summary>The id of the row behind it; with the kind it identifies the item.</summary>
    public required Guid Id { get; init; }

    /// <summary>The code of the kind: one thing that is always done in the same way.</summary>
    public required string Kind { get; init; }

    /// <summary>The client; null if it concerns no client.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>The conversation of a person who may be no client yet; null if there is none.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>What is to be done, as an order: 記録を書く. Names nobody.</summary>
    public required string What { get; init; }

    /// <summary>Which one, if there are several: a date, a measure, a partner. Null if the order says all.</summary>
    public string? Of { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The member of staff who has to do it; null if anybody can.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Who can do it, in words, if nobody is named and not everybody can; null if the page on which it is done says it.</summary>
    public string? ByWhom { get; init; }

    /// <summary>
    /// 主担当: whether it falls to the person in charge of the case, if nobody is named and that person can do it. False for what cannot wait for one
    /// person.
    /// </summary>
    public bool FallsToCharge { get; init; }

    /// <summary>Whether only those who see what is for support can do it.</summary>
    public bool IsForSupport { get; init; }

    /// <summary>The address of the page on which it is done.</summary>
    public required string Link { get; init; }
}
