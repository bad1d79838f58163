namespace OneStop.Domain.Shifts;

/// <summary>勤務表の取り込み: what a sheet changed, with what was before, so that all of it can be undone.</summary>
public sealed class ShiftImport
{
    private readonly List<ShiftImportDay> days = [];

    private ShiftImport() { }

    /// <param name="month">The first of the month that the sheet was for.</param>
    internal static ShiftImport Of(Guid id, DateOnly month, IReadOnlyList<DayEdit> edits, Guid staffId, DateTimeOffset now)
    {
        var import = new ShiftImport { Id = id, Month = month, ImportedBy = staffId, ImportedAt = now };
        import.days.AddRange(edits.Select(e => ShiftImportDay.Of(id, e)));
        return import;
    }

    public Guid Id { get; private set; }
    public DateOnly Month { get; private set; }
    public Guid ImportedBy { get; private set; }
    public DateTimeOffset ImportedAt { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public Guid? UndoneBy { get; private set; }
    public IReadOnlyList<ShiftImportDay> Days => days;

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

/// <summary>One day that an import changed.</summary>
public sealed class ShiftImportDay
{
    private ShiftImportDay() { }

    internal static ShiftImportDay Of(Guid importId, DayEdit edit) =>
        new() { ImportId = importId, StaffId = edit.StaffId, Date = edit.Date, Before = edit.Before, After = edit.After, BeforeImport = edit.BeforeImport };

    public Guid ImportId { get; private set; }
    public Guid StaffId { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>Null followed the pattern.</summary>
    public WorkingTimes? Before { get; private set; }

    /// <summary>Null follows the pattern.</summary>
    public WorkingTimes? After { get; private set; }

    public Guid? BeforeImport { get; private set; }

    /// <summary>As an edit, for putting back.</summary>
    internal DayEdit Edit => new(StaffId, Date, Before, After, BeforeImport);

    /// <summary>The other way round, for taking in again what was put back.</summary>
    internal DayEdit Again => new(StaffId, Date, After, Before, ImportId);
}
