using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Accounts;

/// <summary>Somebody's account in the list.</summary>
/// <param name="HasPassword">False for who was invited, or reset, and has set none yet.</param>
/// <param name="CodeEndsAt">Until when the last link can be used; null where there is none that can.</param>
/// <param name="IsSlowed">Failed sign-ins make the next one wait.</param>
public sealed record AccountRow(Guid Id, string SignInName, string Name, IReadOnlyList<Duty> Duties, DateTimeOffset? LeftAt, bool HasPassword,
    DateTimeOffset? CodeEndsAt, DateTimeOffset? SignedInAt, bool IsSlowed);

/// <summary>Which duties somebody is to have.</summary>
public sealed record DutiesWish(ValueList<Duty> Duties);

/// <summary>A colleague to come.</summary>
public sealed record InviteWish(string SignInName, string Name, ValueList<Duty> Duties)
{
    /// <summary>Nothing is written yet.</summary>
    public static InviteWish None { get; } = new("", "", []);
}

/// <summary>A link that is shown once.</summary>
public sealed record IssuedCode(Guid StaffId, string Name, string Code, DateTimeOffset EndsAt);

/// <summary>What somebody who leaves, or gets other duties, still has in hand.</summary>
/// <param name="Bookings">Coming talks, by their start.</param>
public sealed record OpenWork(int Conversations, int PlannedAnswers, IReadOnlyList<OpenBooking> Bookings, int ShiftDays, IReadOnlyList<Successor> Successors)
{
    /// <summary>Is there anything for which somebody has to be chosen?</summary>
    public bool IsNone => Conversations + PlannedAnswers + Bookings.Count == 0;
}

/// <summary>A coming talk of theirs, without whom it is with.</summary>
/// <param name="Free">Who is free then and holds talks of this kind; the one with the fewest first.</param>
public sealed record OpenBooking(Guid Id, DateTimeOffset Start, BookingKind Kind, ContactMethod Method, IReadOnlyList<Successor> Free);

/// <summary>A colleague who can take it over.</summary>
public sealed record Successor(Guid Id, string Name);

/// <summary>What becomes of the work of somebody who leaves, or cannot see it any more.</summary>
/// <param name="Conversations">Who has their conversations from now on; null for nobody: they wait for everybody.</param>
/// <param name="PlannedAnswers">In whose name their planned answers go out; null to call them off.</param>
/// <param name="Bookings">Who holds each of their coming talks; one without anybody lets nobody leave, for its client was promised somebody.</param>
public sealed record TransferPlan(Guid? Conversations, Guid? PlannedAnswers, IReadOnlyDictionary<Guid, Guid>? Bookings = null)
{
    /// <summary>All to one, as far as they are free; else to whoever is.</summary>
    public static TransferPlan To(Guid? one, OpenWork work) => new(one, one, Choices(work, _ => one));

    /// <summary>The same, as far as those who were chosen are still free.</summary>
    public TransferPlan Still(OpenWork work) => this with { Bookings = Choices(work, b => Bookings?.TryGetValue(b, out var chosen) == true ? chosen : null) };

    /// <summary>The same, with somebody else for a talk; null for nobody.</summary>
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
