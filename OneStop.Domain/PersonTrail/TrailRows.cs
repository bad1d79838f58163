using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.PersonTrail;

/// <summary>The kinds of entries to filter by.</summary>
public enum TrailKind
{
    /// <summary>見た: opened, or shown in a list or search.</summary>
    Looks,

    /// <summary>変えた: added, changed or deleted.</summary>
    Changes,

    /// <summary>持ち出した</summary>
    Exports,
}

/// <summary>The filter of a person's trail.</summary>
public sealed record TrailFilter
{
    public TrailKind? Kind { get; init; }
    public Guid? Staff { get; init; }
}

/// <summary>An entry about a person's records. It contains field names and no values, because erased values must not be shown here.</summary>
/// <param name="Who">The member of staff; null if none of them acted.</param>
/// <param name="Subject">The type of the row, as in the trail.</param>
/// <param name="Fields">The changed fields; a complex value counts as one.</param>
public sealed record TrailRow(Guid Id, DateTimeOffset At, ActorKind By, string? Who, AuditAct Act, string Subject, IReadOnlyList<string> Fields);

/// <summary>A member of staff in a person's trail.</summary>
public sealed record TrailActor(Guid Id, string Name);

/// <summary>A page of a person's trail, the newest first.</summary>
/// <param name="Alias">The name of the person on screen.</param>
/// <param name="Staff">All members of staff in the trail, whatever the filter.</param>
public sealed record TrailView(string Alias, ListPart<TrailRow> Part, IReadOnlyList<TrailActor> Staff);
