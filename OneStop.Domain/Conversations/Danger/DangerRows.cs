namespace OneStop.Domain.Conversations.Danger;

/// <summary>A word as the manager's list shows it.</summary>
/// <param name="Id">Null where nobody has decided anything about it.</param>
/// <param name="SetBy">Who decided last.</param>
public sealed record DangerWordRow(Guid? Id, string Text, DangerAbout About, string Source, bool IsOn, bool IsStandard, string? SetBy, DateTimeOffset? SetAt);

/// <summary>A number as the manager's list shows it.</summary>
public sealed record EmergencyNumberRow(Guid Id, string Number, string Name, string Hours, DangerAbout About, string Source, string EnteredBy,
    DateTimeOffset EnteredAt, string? CheckedBy, DateTimeOffset? CheckedAt, bool IsRetired)
{
    /// <summary>What can be corrected of it.</summary>
    public NumberWish Wish => new(Number, Name, Hours, About, Source);
}

/// <summary>What a manager writes of a number.</summary>
public sealed record NumberWish(string Number, string Name, string Hours, DangerAbout About, string Source)
{
    /// <summary>Nothing is written yet.</summary>
    public static NumberWish None { get; } = new("", "", "", default, "");
}

/// <summary>What a manager writes of a word.</summary>
/// <param name="Source">Where it comes from, or why it is added.</param>
public sealed record WordWish(string Text, DangerAbout About, string Source)
{
    /// <summary>Nothing is written yet.</summary>
    public static WordWish None { get; } = new("", default, "");
}

/// <summary>The words and the numbers.</summary>
public sealed record DangerView(IReadOnlyList<DangerWordRow> Words, IReadOnlyList<EmergencyNumberRow> Numbers)
{
    /// <summary>No number for 死にたい can be shown yet.</summary>
    public bool LacksLife => !Numbers.Any(n => n is { About: DangerAbout.Life, CheckedAt: not null, IsRetired: false });
}
