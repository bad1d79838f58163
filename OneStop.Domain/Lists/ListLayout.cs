namespace OneStop.Domain.Lists;

/// <summary>How one member of staff looks at one list, on whatever computer.</summary>
public sealed class ListLayout
{
    /// <summary>The most characters of a list's name.</summary>
    public const int LongestList = 40;

    private ListLayout() { }

    /// <summary>Of a list that is shown whole until now.</summary>
    /// <param name="list">The name that its page gives it.</param>
    public static ListLayout Of(Guid staffId, string list) => new() { StaffId = staffId, List = list };

    public Guid StaffId { get; private set; }
    public string List { get; private set; } = "";

    /// <summary>The columns that are not shown. One that is added to the list later is.</summary>
    public ColumnNames Hidden { get; private set; } = ColumnNames.None;

    /// <summary>From now on without these columns.</summary>
    public void Hide(ColumnNames columns) => Hidden = columns;
}
