namespace OneStop.Domain.Staff;

/// <summary>Somebody's account in the list.</summary>
/// <param name="HasPassword">False for who was invited, or reset, and has set none yet.</param>
/// <param name="CodeEndsAt">Until when the last link can be used; null where there is none that can.</param>
/// <param name="IsSlowed">Failed sign-ins make the next one wait.</param>
public sealed record AccountRow(Guid Id, string SignInName, string Name, IReadOnlyList<Duty> Duties, DateTimeOffset? LeftAt, bool HasPassword, DateTimeOffset? CodeEndsAt, DateTimeOffset? SignedInAt, bool IsSlowed);

/// <summary>A link that is shown once.</summary>
public sealed record IssuedCode(Guid StaffId, string Name, string Code, DateTimeOffset EndsAt);

/// <summary>What somebody who leaves, or gets other duties, still has in hand.</summary>
public sealed record OpenWork(int Conversations, int PlannedAnswers, int Bookings, int ShiftDays, IReadOnlyList<Successor> Successors);

/// <summary>A colleague who can take it over.</summary>
public sealed record Successor(Guid Id, string Name);

/// <summary>What becomes of the work of somebody who leaves, or cannot see it any more.</summary>
/// <param name="Conversations">Who has their conversations from now on; null for nobody: they wait for everybody.</param>
/// <param name="PlannedAnswers">In whose name their planned answers go out; null to call them off.</param>
public sealed record Handing(Guid? Conversations, Guid? PlannedAnswers);
