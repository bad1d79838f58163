using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace OneStop.Domain.Staff;

/// <summary>Who can act.</summary>
public enum ActorKind
{
    /// <summary>Nobody yet: nothing is allowed.</summary>
    Nobody,

    /// <summary>A signed-in member of staff.</summary>
    Staff,

    /// <summary>A friend, through LINE.</summary>
    Line,

    /// <summary>The clock: a background worker.</summary>
    Clock,
}

/// <summary>
/// 操作者: who acts in this scope (a circuit, a request, one event of a worker). Desks ask it whether they may go on,
/// EF's query filters whether people may be seen, and the audit trail who did it.
/// </summary>
public sealed class Actor
{
    private static readonly ConcurrentDictionary<(Type, string), AllowedAttribute> Rules = new();

    public ActorKind Kind { get; private set; }

    /// <summary>The member of staff; null for a friend and the clock.</summary>
    public Guid? Id { get; private set; }

    /// <summary>The name that colleagues see; empty for a friend and the clock.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    /// <summary>One sitting, from sign-in to sign-out: a look is recorded once in it.</summary>
    public string? Sitting { get; private set; }

    /// <summary>May this actor see who is being supported? False for the City and administrators, whatever a page asks for.</summary>
    public bool SeesPeople => Kind is ActorKind.Line or ActorKind.Clock || Duties.Any(d => d.SeesPeople);

    /// <summary>Acts for a signed-in member of staff.</summary>
    public void BeStaff(StaffMember member, string sitting) =>
        (Kind, Id, Name, Duties, Sitting) = (ActorKind.Staff, member.Id, member.Name, [.. member.Duties], sitting);

    /// <summary>Acts for nobody any more: who was signed out or has left.</summary>
    public void BeNobody() => (Kind, Id, Name, Duties, Sitting) = (ActorKind.Nobody, null, "", [], null);

    /// <summary>Acts for what came through LINE.</summary>
    public void BeLine() => (Kind, Id, Name, Duties, Sitting) = (ActorKind.Line, null, "", [], null);

    /// <summary>Acts for the clock.</summary>
    public void BeClock() => (Kind, Id, Name, Duties, Sitting) = (ActorKind.Clock, null, "", [], null);

    /// <summary>The signed-in member of staff's id.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public Guid StaffId => Kind == ActorKind.Staff && Id is { } id ? id : throw new NotAllowedException();

    /// <summary>Stops a desk's method for whom its <see cref="AllowedAttribute"/> does not name. A method without one is closed to all.</summary>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    public void MayDo<TDesk>([CallerMemberName] string method = "")
    {
        if (!RuleOf(typeof(TDesk), method).Admits(this))
            throw new NotAllowedException();
    }

    private static AllowedAttribute RuleOf(Type desk, string method) => Rules.GetOrAdd((desk, method), key =>
        key.Item1.GetMethods().Where(m => m.Name == key.Item2).Select(m => m.GetCustomAttribute<AllowedAttribute>()).FirstOrDefault(a => a is not null)
        ?? new AllowedAttribute());
}

/// <summary>The actor's duties do not allow this.</summary>
public sealed class NotAllowedException() : Exception("この操作をする権限がありません。");
