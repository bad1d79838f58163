namespace OneStop.Domain.Imports;

/// <summary>取り込み: who imported what, and whether it was undone. The changed values are stored with the feature, by the batch's id.</summary>
public sealed class ImportBatch
{
    /// <summary>Announced when an import was done, undone or redone.</summary>
    public const string Topic = "imports";

    private ImportBatch() { }

    /// <param name="kind">The feature's code: a batch is read and undone only through its own desk.</param>
    /// <param name="planned">The number of changes that were checked.</param>
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

    /// <summary>The number of changes to apply.</summary>
    public int Planned { get; private set; }

    /// <summary>The number of changes applied. Fewer than planned if the import was interrupted.</summary>
    public int TakenOver { get; private set; }

    /// <summary>The number of things that they changed.</summary>
    public int Rows { get; private set; }

    public Guid ImportedBy { get; private set; }
    public DateTimeOffset ImportedAt { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public Guid? UndoneBy { get; private set; }

    /// <summary>Records that a part was saved.</summary>
    internal void Grow(int changes, int rows) => (TakenOver, Rows) = (TakenOver + changes, Rows + rows);

    /// <summary>取り消す: marks the batch as undone.</summary>
    /// <exception cref="RuleException">It was undone already.</exception>
    public void Undo(Guid by, DateTimeOffset now)
    {
        if (UndoneAt is not null)
            throw new RuleException("この取り込みは、すでに取り消してあります。");
        (UndoneAt, UndoneBy) = (now, by);
    }

    /// <summary>Marks the batch as valid again.</summary>
    /// <exception cref="RuleException">It was not undone.</exception>
    public void Redo()
    {
        if (UndoneAt is null)
            throw new RuleException("この取り込みは、取り消してありません。");
        (UndoneAt, UndoneBy) = (null, null);
    }
}
