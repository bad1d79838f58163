using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Comments;

/// <summary>コメント at a place of a version: words of who reviews it for who writes it, and back.</summary>
public sealed class ProgramComment
{
    /// <summary>The most characters.</summary>
    public const int Longest = 1000;

    private ProgramComment() { }

    /// <summary>Writes a comment.</summary>
    /// <exception cref="RuleException">The text is missing or too long, or the program has ended.</exception>
    public static ProgramComment On(SupportProgram program, ProgramPlace place, string text, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProgramId = program.Id,
        Edition = program.Edition,
        Section = place.Section,
        PartId = place.Part,
        Text = text.Trim() switch
        {
            "" => throw new RuleException("コメントを書いてください。", nameof(Text)),
            { Length: > Longest } => throw new RuleException($"コメントは{Longest}文字までです。", nameof(Text)),
            var words => words,
        },
        At = now,
        By = by,
    };

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }

    /// <summary>The number of the version about which it was written.</summary>
    public int Edition { get; private set; }

    public ProgramSection Section { get; private set; }

    /// <summary>The pair, goal or item; null for the whole section.</summary>
    public Guid? PartId { get; private set; }

    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }

    /// <summary>対応ずみ: when it was settled; null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public Guid? SettledBy { get; private set; }

    /// <summary>Taken back by its writer; it is shown to nobody.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>The place of which it speaks.</summary>
    public ProgramPlace Place => new(Section, PartId);

    /// <summary>対応ずみにする, or opens it again.</summary>
    public void Settle(bool isSettled, Guid by, DateTimeOffset now)
    {
        if (isSettled != (SettledAt is not null))
            (SettledAt, SettledBy) = isSettled ? (now, by) : ((DateTimeOffset?)null, (Guid?)null);
    }

    /// <summary>Takes it back, or undoes that.</summary>
    /// <exception cref="RuleException">Somebody else wrote it.</exception>
    public void TakeBack(bool isTakenBack, Guid by, DateTimeOffset now)
    {
        if (by != By)
            throw new RuleException("ほかの人のコメントは取り消せません。");
        TakenBackAt = isTakenBack ? TakenBackAt ?? now : null;
    }
}

/// <summary>A comment on screen.</summary>
public sealed record ProgramCommentRow(Guid Id, int Edition, ProgramPlace Place, string Text, DateTimeOffset At, Guid ById, string By,
    DateTimeOffset? SettledAt, string? SettledBy);
