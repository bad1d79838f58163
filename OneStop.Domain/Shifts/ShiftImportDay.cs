namespace OneStop.Domain.Shifts;

/// <summary>勤務表の取り込み: one day that a batch changed, with what was before, so that all of it can be undone.</summary>
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
