using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>An item of support with how it goes.</summary>
/// <param name="IsInForce">False for an item of an earlier version.</param>
/// <param name="By">Who last recorded it; null if nobody has.</param>
public sealed record FollowedItem(SupportItem Item, bool IsInForce, StandingWish Standing, DateTimeOffset? ChangedAt, string? By)
{
    /// <summary>Whether it is over its end and neither done nor dropped.</summary>
    public bool IsOverdue(DateOnly today) => IsInForce && Item.Until < today && !Standing.State.IsOver;
}

/// <summary>How far a goal had come at a time.</summary>
/// <param name="EntryId">The entry that can be taken back; null if it stands in a review.</param>
/// <param name="ReviewId">The review in which it stands; null if it was recorded by itself.</param>
/// <param name="RecordId">The record of a talk that is quoted; null if none is.</param>
public sealed record GoalStep(Guid? EntryId, Guid? ReviewId, int Percent, string Evidence, DateOnly On, DateTimeOffset At, string By, Guid? RecordId);

/// <summary>A goal with its progress.</summary>
/// <param name="Steps">The newest first.</param>
public sealed record FollowedGoal(Goal Goal, bool IsInForce, IReadOnlyList<GoalStep> Steps)
{
    /// <summary>How far it has come; null if nobody has recorded that.</summary>
    public GoalStep? Latest => Steps.Count > 0 ? Steps[0] : null;
}

/// <summary>An edition of a review with who wrote it.</summary>
public sealed record ReviewEditionRow(ReviewWish Content, string StaffName, DateTimeOffset At, string By);

/// <summary>A review.</summary>
/// <param name="Editions">The newest first.</param>
public sealed record ReviewRow(Guid Id, DateOnly On, ReviewWish Wish, IReadOnlyList<ReviewEditionRow> Editions, ReviewRemoval? Removal, string? RemovedBy)
{
    /// <summary>The newest edition.</summary>
    public ReviewEditionRow Newest => Editions[0];
}

/// <summary>A booked プログラム面談 that was held and has no review.</summary>
public sealed record MeetingToReview(Guid BookingId, DateTimeOffset Start, ReviewWish Begins);

/// <summary>連携記録 as shown.</summary>
/// <param name="Consent">10月5日の同意: on which telling the name rests, or that its record is gone; null if the name was not told.</param>
public sealed record ContactRow(Guid Id, Guid PartnerId, string PartnerName, DateOnly On, string Who, ContactWay Way, string Words, string? Consent,
    DateTimeOffset EnteredAt, string By);

/// <summary>An office with which somebody spoke.</summary>
/// <param name="ConsentAt">Since when the client agreed that it is told the name, as of the day that was asked for; null if they did not.</param>
public sealed record ContactOffice(Guid Id, string Name, DateTimeOffset? ConsentAt);

/// <summary>見守り as shown.</summary>
public sealed record AftercareRow(Guid Id, DateOnly On, AftercareResult Result, string Words, DateOnly? NextOn, DateTimeOffset EnteredAt, string By);

/// <summary>A record of a talk that can be quoted as evidence.</summary>
public sealed record QuotableRecord(Guid Id, string Words);

/// <summary>A program as it is carried out.</summary>
public sealed record FollowingView
{
    public required Guid ProgramId { get; init; }
    public required Guid ClientId { get; init; }

    /// <summary>Whether a version is in force; before that there is nothing to follow.</summary>
    public required bool IsEstablished { get; init; }
    public required bool IsRunning { get; init; }
    public required bool HasEnded { get; init; }
    public required IReadOnlyList<FollowedItem> Items { get; init; }
    public required IReadOnlyList<FollowedGoal> Goals { get; init; }

    /// <summary>The newest first; those that were removed too.</summary>
    public required IReadOnlyList<ReviewRow> Reviews { get; init; }

    /// <summary>Held talks that wait for their review, the oldest first.</summary>
    public required IReadOnlyList<MeetingToReview> Meetings { get; init; }

    /// <summary>An empty review of today.</summary>
    public required ReviewWish Begins { get; init; }

    public required IReadOnlyList<ContactRow> Contacts { get; init; }
    public required IReadOnlyList<AftercareRow> Checks { get; init; }
    public required IReadOnlyList<QuotableRecord> Records { get; init; }
    public required DateOnly? NextReviewOn { get; init; }

    /// <summary>When it is reviewed by the rule in force if it is reviewed today.</summary>
    public required DateOnly UsualNext { get; init; }

    public required DateOnly? AftercareOn { get; init; }

    /// <summary>When it is next seen whether life holds by the rule in force, if it is seen today.</summary>
    public required DateOnly UsualLook { get; init; }

    /// <summary>Whether the actor may write: planners and managers.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>Whether the actor may remove what others wrote.</summary>
    public required bool IsManager { get; init; }
}

/// <summary>次の見直しの日 as the form edits it.</summary>
public sealed record ReviewDay(DateOnly? On);
