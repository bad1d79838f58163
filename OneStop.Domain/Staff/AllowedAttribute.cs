namespace OneStop.Domain.Staff;

/// <summary>
/// Which duties may call a desk's method or open a page: least privilege as data (特記事項 4). <see cref="Actor.MayDo{TDesk}"/> checks it before any
/// argument is used, and the duty matrix is generated from it.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class AllowedAttribute(params Duty[] duties) : Attribute
{
    private static readonly Duty[] CaseworkDuties = [.. Enum.GetValues<Duty>().Where(d => d.SeesPeople)];

    /// <summary>The named duties, and those of <see cref="Casework"/> if it is set.</summary>
    public IReadOnlyList<Duty> Duties => Casework ? [.. CaseworkDuties, .. duties] : duties;

    /// <summary>Whether everybody who works with people is admitted: counselors, planners, placement and retention officers, managers.</summary>
    public bool Casework { get; init; }

    /// <summary>Whether LINE is admitted: the signed webhook, or an unguessable address.</summary>
    public bool Line { get; init; }

    /// <summary>Whether the clock (a background worker) is admitted.</summary>
    public bool Clock { get; init; }

    /// <summary>Whether every signed-in member of staff is admitted.</summary>
    public bool AnyStaff { get; init; }

    /// <summary>Whether the actor is admitted.</summary>
    public bool Admits(Actor actor) => actor.Kind switch
    {
        ActorKind.Staff => AnyStaff || actor.Duties.Any(Duties.Contains),
        ActorKind.Line => Line,
        ActorKind.Clock => Clock,
        _ => false,
    };
}
