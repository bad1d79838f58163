namespace OneStop.Domain.Shifts;

/// <summary>勤務表の取り込み: a day changed by a batch, with its times before, for undoing.</summary>
public sealed class ShiftImportDay
{
    private ShiftImportDay() { }

    internal static ShiftImportDay Of(Guid importId, DayEdit edit) =>
        new() { ImportId = importId, StaffId = edit.StaffId, Date = edit.Date, Before = edit.Before, After = edit.After, BeforeImport = edit.BeforeImport };

    public Guid ImportId { get; private set; }
    public Guid StaffId { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>The exception's times before; null for the pattern.</summary>
    public WorkingTimes? Before { get; private set; }

    /// <summary>The exception's times after; null for the pattern.</summary>
    public WorkingTimes? After { get; private set; }

    public Guid? BeforeImport { get; private set; }

    /// <summary>The change, for undoing.</summary>
    internal DayEdit Edit => new(StaffId, Date, Before, After, BeforeImport);

    /// <summary>The reverse change, for redoing.</summary>
    internal DayEdit Again => new(StaffId, Date, After, Before, ImportId);
}
