namespace OneStop.Domain.Lists;

/// <summary>How a member of staff has arranged a list, on all their computers.</summary>
public sealed class ListLayout
{
    /// <summary>The most characters of a list's name.</summary>
    public const int LongestList = 40;

    private ListLayout() { }

    /// <summary>Creates a layout that shows all columns.</summary>
    /// <param name="list">The list's name, given by its page.</param>
    public static ListLayout Of(Guid staffId, string list) => new() { StaffId = staffId, List = list };

    public Guid StaffId { get; private set; }
    public string List { get; private set; } = "";

    /// <summary>The hidden columns. A column added to the list later is shown.</summary>
    public ColumnNames Hidden { get; private set; } = ColumnNames.None;

    /// <summary>Sets the hidden columns.</summary>
    public void Hide(ColumnNames columns) => Hidden = columns;
}
