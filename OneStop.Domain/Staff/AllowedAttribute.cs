namespace OneStop.Domain.Staff;

/// <summary>
/// Which duties may call a desk's method or open a page: least privilege as data (特記事項 4).
/// <see cref="Actor.MayDo{TDesk}"/> reads it before any argument is used, and the duty matrix is drawn from it.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class AllowedAttribute(params Duty[] duties) : Attribute
{
    private static readonly Duty[] CaseworkDuties = [.. Enum.GetValues<Duty>().Where(d => d.SeesPeople)];

    /// <summary>The duties named, with those of <see cref="Casework"/> if it is set.</summary>
    public IReadOnlyList<Duty> Duties => Casework ? [.. CaseworkDuties, .. duties] : duties;

    /// <summary>Everybody who works with people: counselors, planners, placement and retention officers, managers.</summary>
    public bool Casework { get; init; }

    /// <summary>What comes through LINE may: the signed webhook, or an unguessable address.</summary>
    public bool Line { get; init; }

    /// <summary>The clock (a background worker) may.</summary>
    public bool Clock { get; init; }

    /// <summary>Any signed-in member of staff may, whatever the duty.</summary>
    public bool AnyStaff { get; init; }

    /// <summary>May this actor?</summary>
    public bool Admits(Actor actor) => actor.Kind switch
    {
        ActorKind.Staff => AnyStaff || actor.Duties.Any(Duties.Contains),
        ActorKind.Line => Line,
        ActorKind.Clock => Clock,
        _ => false,
    };
}
