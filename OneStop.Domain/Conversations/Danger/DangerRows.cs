namespace OneStop.Domain.Conversations.Danger;

/// <summary>A word as a row of the manager's list.</summary>
/// <param name="Id">Null for a standard word that nobody has changed.</param>
/// <param name="SetBy">Who changed it last; null if nobody did.</param>
public sealed record DangerWordRow(Guid? Id, string Text, DangerAbout About, string Source, bool IsOn, bool IsStandard, string? SetBy, DateTimeOffset? SetAt);

/// <summary>A number as a row of the manager's list.</summary>
public sealed record EmergencyNumberRow(Guid Id, string Number, string Name, string Hours, DangerAbout About, string Source, string EnteredBy,
    DateTimeOffset EnteredAt, string? CheckedBy, DateTimeOffset? CheckedAt, bool IsRetired)
{
    /// <summary>The part that can be corrected.</summary>
    public NumberWish Wish => new(Number, Name, Hours, About, Source);
}

/// <summary>What a manager enters for a number.</summary>
public sealed record NumberWish(string Number, string Name, string Hours, DangerAbout About, string Source)
{
    /// <summary>An empty form.</summary>
    public static NumberWish None { get; } = new("", "", "", default, "");
}

/// <summary>What a manager enters for a word.</summary>
/// <param name="Source">Where it comes from, or why it is added.</param>
public sealed record WordWish(string Text, DangerAbout About, string Source)
{
    /// <summary>An empty form.</summary>
    public static WordWish None { get; } = new("", default, "");
}

/// <summary>The words and the numbers.</summary>
public sealed record DangerView(IReadOnlyList<DangerWordRow> Words, IReadOnlyList<EmergencyNumberRow> Numbers)
{
    /// <summary>Whether there is no number to show for 死にたい.</summary>
    public bool LacksLife => !Numbers.Any(n => n is { About: DangerAbout.Life, CheckedAt: not null, IsRetired: false });
}
