using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace OneStop.Domain.Staff;

/// <summary>The kinds of actors.</summary>
public enum ActorKind
{
    /// <summary>Nobody: nothing is allowed.</summary>
    Nobody,

    /// <summary>A signed-in member of staff.</summary>
    Staff,

    /// <summary>A friend, through LINE.</summary>
    Line,

    /// <summary>The clock: a background worker.</summary>
    Clock,
}

/// <summary>
/// 操作者: who acts in this scope (a circuit, a request, a round of a worker). Desks check permissions with it, EF's query filters hide people by it,
/// and the audit trail records it.
/// </summary>
public sealed class Actor
{
    private static readonly ConcurrentDictionary<(Type, string), AllowedAttribute> Rules = new();

    public ActorKind Kind { get; private set; }

    /// <summary>The id of the member of staff; null for other actors.</summary>
    public Guid? Id { get; private set; }

    /// <summary>The name that colleagues see; empty for other actors than staff.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    /// <summary>The session from sign-in to sign-out; a look is recorded once per session.</summary>
    public string? Sitting { get; private set; }

    /// <summary>Whether the actor may see people who are supported. False for the City and administrators, whatever a page asks for.</summary>
    public bool SeesPeople => Kind is ActorKind.Line or ActorKind.Clock || Duties.Any(d => d.SeesPeople);

    /// <summary>Whether the actor may see what support knows of a person (household money, debts, health, origin).</summary>
    public bool SeesSupport => Kind is ActorKind.Line or ActorKind.Clock || Duties.Any(d => d.SeesSupport);

    /// <summary>Makes a signed-in member of staff the actor.</summary>
    public void BeStaff(StaffMember member, string sitting) =>
        (Kind, Id, Name, Duties, Sitting) = (ActorKind.Staff, member.Id, member.Name, [.. member.Duties], sitting);

    /// <summary>Makes nobody the actor, after a sign-out.</summary>
    public void BeNobody() => (Kind, Id, Name, Duties, Sitting) = (ActorKind.Nobody, null, "", [], null);

    /// <summary>Makes LINE the actor.</summary>
    public void BeLine() => (Kind, Id, Name, Duties, Sitting) = (ActorKind.Line, null, "", [], null);

    /// <summary>Makes the clock the actor.</summary>
    public void BeClock() => (Kind, Id, Name, Duties, Sitting) = (ActorKind.Clock, null, "", [], null);

    /// <summary>The id of the signed-in member of staff.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public Guid StaffId => Kind == ActorKind.Staff && Id is { } id ? id : throw new NotAllowedException();

    /// <summary>Throws unless the <see cref="AllowedAttribute"/> of a desk's method admits the actor. A method without one admits nobody.</summary>
    /// <exception cref="NotAllowedException">The actor is not admitted.</exception>
    public void MayDo<TDesk>([CallerMemberName] string method = "")
    {
        if (!RuleOf(typeof(TDesk), method).Admits(this))
            throw new NotAllowedException();
    }

    private static AllowedAttribute RuleOf(Type desk, string method) => Rules.GetOrAdd((desk, method), key =>
        key.Item1.GetMethods().Where(m => m.Name == key.Item2).Select(m => m.GetCustomAttribute<AllowedAttribute>()).FirstOrDefault(a => a is not null)
        ?? new AllowedAttribute());
}

/// <summary>Thrown when the actor's duties do not allow an operation.</summary>
public sealed class NotAllowedException() : Exception("この操作をする権限がありません。");
