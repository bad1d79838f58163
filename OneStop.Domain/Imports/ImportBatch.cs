namespace OneStop.Domain.Imports;

/// <summary>取り込み: who brought what in, and whether it holds. What it changed lies with the feature, by the batch's id.</summary>
public sealed class ImportBatch
{
    /// <summary>Announced when something was brought in, undone or done again.</summary>
    public const string Topic = "imports";

    private ImportBatch() { }

    /// <param name="kind">The feature's own word: a batch is found, and undone, only through its own desk.</param>
    /// <param name="planned">How many changes were checked.</param>
    internal static ImportBatch Of(Guid id, string kind, ImportCheck check, int planned, Guid by, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Kind = kind,
            About = check.About,
            FileName = Attachments.FileName.Clean(check.Source),
            Planned = planned,
            ImportedBy = by,
            ImportedAt = now
        };

    public Guid Id { get; private set; }
    public string Kind { get; private set; } = "";
    public string About { get; private set; } = "";
    public string FileName { get; private set; } = "";

    /// <summary>How many changes were to be taken over.</summary>
    public int Planned { get; private set; }

    /// <summary>How many of them are. Fewer where the taking over was cut off.</summary>
    public int TakenOver { get; private set; }

    /// <summary>How many things they changed.</summary>
    public int Rows { get; private set; }

    public Guid ImportedBy { get; private set; }
    public DateTimeOffset ImportedAt { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public Guid? UndoneBy { get; private set; }

    /// <summary>A part of it is saved.</summary>
    internal void Grow(int changes, int rows) => (TakenOver, Rows) = (TakenOver + changes, Rows + rows);

    /// <summary>取り消す</summary>
    /// <exception cref="RuleException">It was undone before.</exception>
    public void Undo(Guid by, DateTimeOffset now)
    {
        if (UndoneAt is not null)
            throw new RuleException("この取り込みは、すでに取り消してあります。");
        (UndoneAt, UndoneBy) = (now, by);
    }

    /// <summary>It holds again after all.</summary>
    /// <exception cref="RuleException">It was not undone.</exception>
    public void Redo()
    {
        if (UndoneAt is null)
            throw new RuleException("この取り込みは、取り消してありません。");
        (UndoneAt, UndoneBy) = (null, null);
    }
}
