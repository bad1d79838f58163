namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// 月の匿名の記録: what the City reads of the programs of a month. It is opened some days after the month's end, frozen when it is first read, and never changes:
/// neither by what becomes of the programs later nor by an erasure. What is recorded later for the month stands in a later one.
/// </summary>
public sealed class CityMonth
{
    /// <summary>How many days after its end a month is opened: papers of its last days are recorded until then. The office's own rule.</summary>
    public const int DaysToRecord = 5;

    private CityMonth() { }

    /// <summary>Freezes a month.</summary>
    /// <param name="first">Its first day.</param>
    /// <param name="versions">The versions that are in it; they are kept in the order of their ids, which tells nothing about the rows.</param>
    public static CityMonth Of(DateOnly first, IEnumerable<AnonymousProgram> programs, IEnumerable<Guid> versions, DateTimeOffset now) =>
        new() { Month = first, FrozenAt = now, Programs = [.. programs], VersionIds = [.. versions.Order()] };

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private set; }

    public DateTimeOffset FrozenAt { get; private set; }

    /// <summary>The rows as the City reads them.</summary>
    public ValueList<AnonymousProgram> Programs { get; private set; } = [];

    /// <summary>The versions that were counted, so that none is told twice.</summary>
    public ValueList<Guid> VersionIds { get; private set; } = [];

    /// <summary>Returns the first day of a day's month.</summary>
    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Returns the day from which the City reads a month.</summary>
    public static DateOnly OpensOn(DateOnly month) => FirstOf(month).AddMonths(1).AddDays(DaysToRecord);
}
