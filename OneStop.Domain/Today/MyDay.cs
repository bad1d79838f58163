using OneStop.Domain.Bookings;
using OneStop.Domain.Shifts;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Domain.Today;

/// <summary>The service day of one member of staff.</summary>
public sealed record MyDay
{
    public required ServiceDay Day { get; init; }

    /// <summary>The day's bookings that were not called off, also those of colleagues for whom the member stands in; the earliest first.</summary>
    public required IReadOnlyList<BookingRow> Talks { get; init; }

    /// <summary>The next booking after this day; null if there is none.</summary>
    public required BookingRow? Later { get; init; }

    /// <summary>The member's working times on this day.</summary>
    public required WorkingTimes Shift { get; init; }

    /// <summary>What is left of the member's working times without bookings, from now on.</summary>
    public required IReadOnlyList<WorkingTimes.Span> Free { get; init; }

    /// <summary>Which of the four measures each client of the day was told about.</summary>
    public required IReadOnlyDictionary<Guid, FourTold> Told { get; init; }

    /// <summary>What each client of the day wishes for.</summary>
    public required IReadOnlyDictionary<Guid, OwnWords> Words { get; init; }

    /// <summary>
    /// Returns the talk that is on now or comes next; null if the day has none any more. Who did not come, and what is held for a client who is still
    /// choosing, is no talk to go to. One of which 来談 is recorded stays until its end, unless the next can begin: it may have ended early.
    /// </summary>
    public BookingRow? NextAt(DateTimeOffset now) =>
        Talks.FirstOrDefault(t => t.IsAhead(now) && (t.IsNear(now) || t.IsTalking) && !t.IsDone) ?? Talks.FirstOrDefault(t => t.IsAhead(now));

    /// <summary>Returns the talks that come after that one.</summary>
    public IReadOnlyList<BookingRow> RestAt(DateTimeOffset now) =>
        NextAt(now) is { } next ? [.. Talks.Where(t => t.IsAhead(now) && t.Id != next.Id && t.State != BookingState.Held)] : [];
}

/// <summary>What 今日 asks of bookings.</summary>
public static class TodaysTalks
{
    extension(BookingRow row)
    {
        /// <summary>Whether somebody goes to the talk, now or later today: it is not over, and the client has not failed to come.</summary>
        public bool IsAhead(DateTimeOffset now) => row.End > now && row.HeldUntil is null
            && (row.State is BookingState.Confirmed or BookingState.Tentative || row is { State: BookingState.Held, TalkEndedAt: null });

        /// <summary>Whether it may be over before its end: 来談 is recorded, or its リアルタイム相談 has ended.</summary>
        public bool IsDone => row.State == BookingState.Held || row.TalkEndedAt is not null;
    }

    extension(ServiceDay)
    {
        /// <summary>
        /// Returns the service day that 今日 shows. After closing at 25:00 that is the coming one: its first talk may be begun before it opens at 6:00.
        /// </summary>
        public static ServiceDay TodayAt(DateTimeOffset now) =>
            ServiceDay.Of(now) is var day && day.TimeOf(now) < ServiceHours.Standard.Closes ? day : day.AddDays(1);
    }
}
