using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Accounts;

/// <summary>An account as a row of the list.</summary>
/// <param name="HasPassword">False after an invitation or a reset until a password is set.</param>
/// <param name="CodeEndsAt">Until when the last link can be used; null if none can.</param>
/// <param name="IsSlowed">Whether failed sign-ins delay the next one.</param>
public sealed record AccountRow(Guid Id, string SignInName, string Name, IReadOnlyList<Duty> Duties, DateTimeOffset? LeftAt, bool HasPassword,
    DateTimeOffset? CodeEndsAt, DateTimeOffset? SignedInAt, bool IsSlowed);

/// <summary>The duties that a form sets.</summary>
public sealed record DutiesWish(ValueList<Duty> Duties);

/// <summary>The form for a new colleague.</summary>
public sealed record InviteWish(string SignInName, string Name, ValueList<Duty> Duties)
{
    /// <summary>An empty form.</summary>
    public static InviteWish None { get; } = new("", "", []);
}

/// <summary>A link that is shown once.</summary>
public sealed record IssuedCode(Guid StaffId, string Name, string Code, DateTimeOffset EndsAt);

/// <summary>The open work of somebody who leaves or gets other duties.</summary>
/// <param name="Bookings">Their coming bookings, by start.</param>
public sealed record OpenWork(int Conversations, int PlannedAnswers, IReadOnlyList<OpenBooking> Bookings, int ShiftDays, IReadOnlyList<Successor> Successors)
{
    /// <summary>Whether there is nothing to transfer.</summary>
    public bool IsNone => Conversations + PlannedAnswers + Bookings.Count == 0;
}

/// <summary>A coming booking, without its client.</summary>
/// <param name="Free">Who is free then and holds talks of this kind, the one with the fewest bookings first.</param>
public sealed record OpenBooking(Guid Id, DateTimeOffset Start, BookingKind Kind, ContactMethod Method, IReadOnlyList<Successor> Free);

/// <summary>A colleague who can take over.</summary>
public sealed record Successor(Guid Id, string Name);

/// <summary>Who takes over the work of somebody who leaves or can no longer see it.</summary>
/// <param name="Conversations">Who is assigned to their conversations; null for nobody.</param>
/// <param name="PlannedAnswers">In whose name their planned answers are sent; null cancels them.</param>
/// <param name="Bookings">Who holds each coming booking. All must be given, because clients were promised somebody.</param>
public sealed record TransferPlan(Guid? Conversations, Guid? PlannedAnswers, IReadOnlyDictionary<Guid, Guid>? Bookings = null)
{
    /// <summary>Returns a plan that gives everything to one person; bookings at which they are not free go to somebody who is.</summary>
    public static TransferPlan To(Guid? one, OpenWork work) => new(one, one, Choices(work, _ => one));

    /// <summary>Returns the plan without choices that are no longer free; those bookings go to somebody who is.</summary>
    public TransferPlan Still(OpenWork work) => this with { Bookings = Choices(work, b => Bookings?.TryGetValue(b, out var chosen) == true ? chosen : null) };

    /// <summary>Returns the plan with another choice for a booking; null for none.</summary>
    public TransferPlan With(Guid booking, Guid? by)
    {
        var bookings = new Dictionary<Guid, Guid>(Bookings ?? new Dictionary<Guid, Guid>());
        if (by is { } person)
            bookings[booking] = person;
        else
            bookings.Remove(booking);
        return this with { Bookings = bookings };
    }

    private static Dictionary<Guid, Guid> Choices(OpenWork work, Func<Guid, Guid?> wished) =>
        work.Bookings.Where(b => b.Free.Count > 0).ToDictionary(b => b.Id, b => b.Free.FirstOrDefault(f => f.Id == wished(b.Id), b.Free[0]).Id);
}
