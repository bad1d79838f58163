using OneStop.Domain;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Portal.Features.SupportPrograms.Following;

/// <summary>What the form of a review can be about: also what stands there and is offered no more, which would otherwise look blank.</summary>
/// <param name="Begins">What the form begins with.</param>
/// <param name="Review">The review that is corrected; null for a new one.</param>
/// <param name="Planners">Who answers for programs.</param>
internal sealed record ReviewChoices(FollowingView View, ReviewWish Begins, ReviewRow? Review, IReadOnlyList<Planner> Planners)
{
    /// <summary>The booked talks that wait for a review, and none.</summary>
    public IReadOnlyList<Guid?> Bookings => [.. View.Meetings.Select(m => (Guid?)m.BookingId).Prepend(Begins.BookingId).Prepend(null).Distinct()];

    /// <summary>The newest records of talks, the one that was chosen before, and none.</summary>
    public IEnumerable<Guid?> Records => View.Records.Select(r => (Guid?)r.Id).Prepend(Begins.RecordId).Prepend(null).Distinct();

    /// <summary>The planners, and who talked and has another duty by now.</summary>
    public IEnumerable<Guid> People => Planners.Select(p => p.Id).Append(Begins.StaffId).Distinct();

    public string NameOfBooking(Guid? id) => id is null ? "（予約のない面談）"
        : View.Meetings.FirstOrDefault(m => m.BookingId == id) is { } meeting ? ServiceDay.Say(meeting.Start) : "前に選んだ面談";

    public string NameOfRecord(Guid? id) => id is null ? "（なし）" : View.Records.FirstOrDefault(r => r.Id == id)?.Words ?? "前に選んだ相談記録";

    public string NameOf(Guid id) => Planners.FirstOrDefault(p => p.Id == id)?.Name ?? (Review?.Wish.StaffId == id ? Review.Newest.StaffName : "");
}
