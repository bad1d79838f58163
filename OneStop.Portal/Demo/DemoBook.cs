using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>What the chapters of the demo data share: the rows written so far, the staff, and the time that counts as now.</summary>
/// <param name="staff">All registered staff.</param>
internal sealed class DemoBook(IReadOnlyList<StaffMember> staff, DateTimeOffset now)
{
    /// <summary>Nicknames of the fictitious people.</summary>
    public static readonly IReadOnlyList<string> Nicknames =
        ["さくら", "すみれ", "つばき", "もみじ", "かえで", "あおい", "ひなた", "こはる", "みなと", "なぎさ", "いぶき", "ほたる"];

    private readonly List<object> rows = [];

    /// <summary>The time from which all times of the demo are counted.</summary>
    public DateTimeOffset Now => now;

    /// <summary>All registered staff.</summary>
    public IReadOnlyList<StaffMember> Staff => staff;

    /// <summary>All rows written so far.</summary>
    public IReadOnlyList<object> Rows => rows;

    /// <summary>Adds a row.</summary>
    public void Add(object row) => rows.Add(row);

    /// <summary>Adds rows.</summary>
    public void AddRange(params IEnumerable<object> more) => rows.AddRange(more);

    /// <summary>Returns the rows of a type that this and earlier chapters wrote.</summary>
    public IEnumerable<T> Written<T>() => rows.OfType<T>();

    /// <summary>Returns the ids of the staff who have a duty.</summary>
    public List<Guid> With(Duty duty) => [.. staff.Where(s => s.Duties.Contains(duty)).Select(s => s.Id)];
}
