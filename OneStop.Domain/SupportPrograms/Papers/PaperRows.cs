namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>The papers of a program: of one version, and the register.</summary>
public sealed record PapersView
{
    public required Guid ClientId { get; init; }
    public required Guid VersionId { get; init; }
    public required PaperHead Head { get; init; }
    public required PersonPaper Person { get; init; }

    /// <summary>The paper that the person signs; null for a draft, whose words may still change.</summary>
    public required SigningPaper? Signing { get; init; }

    /// <summary>The paper for an office, with no office on it.</summary>
    public required OfficePaper Office { get; init; }

    public required AnonymousProgram Anonymous { get; init; }

    /// <summary>The offices that decide on benefits, those that may be told first.</summary>
    public required IReadOnlyList<OfficeChoice> Offices { get; init; }

    /// <summary>提出の記録, the newest first.</summary>
    public required IReadOnlyList<HandOverRow> HandOvers { get; init; }

    /// <summary>Whether the actor may make papers for offices and record their handing over.</summary>
    public required bool MayWrite { get; init; }
}

/// <summary>An office that decides on a benefit.</summary>
/// <param name="ConsentAt">When the client agreed that it is told the name; null if the consent is missing.</param>
public sealed record OfficeChoice(Guid Id, string Name, DateTimeOffset? ConsentAt);

/// <summary>A paper in the register.</summary>
/// <param name="HandedBy">Who recorded the handing over; null before.</param>
public sealed record HandOverRow(Guid Id, int Edition, string PartnerName, PaperFormat Format, string Digest, OfficeWords Words,
    DateTimeOffset MadeAt, string MadeBy, DateTimeOffset? ConsentAt, PaperHanding? Handing, string? HandedBy, IReadOnlyList<HandOverNoteRow> Notes)
{
    public bool IsVoid => Notes.Any(n => n.IsVoid);

    /// <summary>渡した, まだ渡していない, 取り消し</summary>
    public string State => IsVoid ? "取り消し" : Handing is null ? "まだ渡していない" : "渡した";
}

/// <summary>A note in the register.</summary>
public sealed record HandOverNoteRow(DateTimeOffset At, string By, string Words, bool IsVoid);
