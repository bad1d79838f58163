using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>What the chapters of the demo data share: the rows written so far, the staff, and the instant that is now.</summary>
/// <param name="staff">Everybody who is registered.</param>
internal sealed class DemoBook(IReadOnlyList<StaffMember> staff, DateTimeOffset now)
{
    /// <summary>How the fictitious people call themselves.</summary>
    public static readonly IReadOnlyList<string> Nicknames =
        ["さくら", "すみれ", "つばき", "もみじ", "かえで", "あおい", "ひなた", "こはる", "みなと", "なぎさ", "いぶき", "ほたる"];

    private readonly List<object> rows = [];

    /// <summary>All times are counted from here.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Everybody who is registered.</summary>
    public IReadOnlyList<StaffMember> Staff => staff;

    /// <summary>All that was written.</summary>
    public IReadOnlyList<object> Rows => rows;

    /// <summary>Takes a new row.</summary>
    public void Add(object row) => rows.Add(row);

    /// <summary>Takes new rows.</summary>
    public void AddRange(params IEnumerable<object> more) => rows.AddRange(more);

    /// <summary>The rows of a kind that this and earlier chapters wrote.</summary>
    public IEnumerable<T> Written<T>() => rows.OfType<T>();

    /// <summary>The ids of those who have a duty.</summary>
    public List<Guid> With(Duty duty) => [.. staff.Where(s => s.Duties.Contains(duty)).Select(s => s.Id)];
}
