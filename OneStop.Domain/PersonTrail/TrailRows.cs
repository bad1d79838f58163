using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.PersonTrail;

/// <summary>What kinds of acts somebody asks for.</summary>
public enum TrailKind
{
    /// <summary>見た: opened, or shown by a list or a search.</summary>
    Looks,

    /// <summary>変えた: added, changed or removed.</summary>
    Changes,

    /// <summary>持ち出した</summary>
    Exports,
}

/// <summary>What narrows the trail of a person.</summary>
public sealed record TrailFilter
{
    public TrailKind? Kind { get; init; }
    public Guid? Staff { get; init; }
}

/// <summary>One act on a person's records. It names fields and no values: what was erased or never kept must not show here.</summary>
/// <param name="Who">The member of staff; null if nobody of them acted.</param>
/// <param name="Subject">The kind of row, as the trail calls it.</param>
/// <param name="Fields">The fields that changed, without the parts of values.</param>
public sealed record TrailRow(Guid Id, DateTimeOffset At, ActorKind By, string? Who, AuditAct Act, string Subject, IReadOnlyList<string> Fields);

/// <summary>A member of staff who did something with a person's records.</summary>
public sealed record TrailActor(Guid Id, string Name);

/// <summary>A page of what was done with a person's records, the newest first.</summary>
/// <param name="Alias">What the person is called on screen.</param>
/// <param name="Staff">Everybody of staff who did something, whatever the filter.</param>
public sealed record TrailView(string Alias, ListPart<TrailRow> Part, IReadOnlyList<TrailActor> Staff);
