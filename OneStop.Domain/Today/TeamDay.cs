using OneStop.Domain.Bookings;
using OneStop.Domain.Shifts;
using OneStop.Domain.Shifts.Absences;

namespace OneStop.Domain.Today;

/// <summary>Somebody of the team on one service day.</summary>
/// <param name="Shift">The working times.</param>
/// <param name="Away">The absence; null if they are here. It goes before the working times.</param>
/// <param name="IsPresent">Whether they have the portal open.</param>
/// <param name="Talk">The talk that runs or whose time it is; null if there is none.</param>
public sealed record TeamMember(Guid StaffId, string Name, WorkingTimes Shift, Away? Away, bool IsPresent, BookingRow? Talk)
{
    /// <summary>Returns the part of the shift that is on; null outside the working times and for who is away.</summary>
    public WorkingTimes.Span? OnDutyAt(DateTimeOffset now) => At(now, s => s.From <= TimeOf(now) && TimeOf(now) < s.Until);

    /// <summary>Returns the next part of the shift; null if the day has none any more, and for who is away.</summary>
    public WorkingTimes.Span? ComesAt(DateTimeOffset now) => At(now, s => s.From > TimeOf(now));

    private WorkingTimes.Span? At(DateTimeOffset now, Func<WorkingTimes.Span, bool> isMeant) =>
        Away is null ? Shift.Spans.Where(isMeant).Select(s => (WorkingTimes.Span?)s).FirstOrDefault() : null;

    private static TimeSpan TimeOf(DateTimeOffset now) => ServiceDay.TodayAt(now).TimeOf(now);
}

/// <summary>Why nobody can hold a booking.</summary>
public enum Unheld
{
    /// <summary>時間外</summary>
    OutsideHours,

    /// <summary>勤務外: outside the person's shift, and not entered so on purpose.</summary>
    OutsideShift,

    /// <summary>不在: the person is away, and no substitute can hold it: has the duty for it, is at work then, and is free.</summary>
    Away,

    /// <summary>退職: the person does not work here any more.</summary>
    Left,
}

/// <summary>A coming booking that nobody can hold unless somebody decides about it.</summary>
public sealed record UnheldTalk(BookingRow Row, Unheld Why);

/// <summary>The talks of the whole team.</summary>
/// <param name="Talks">The day's talks that are not over, the earliest first.</param>
/// <param name="Unheld">The coming bookings that nobody can hold, the earliest first.</param>
public sealed record TeamDay(ServiceDay Day, IReadOnlyList<BookingRow> Talks, IReadOnlyList<UnheldTalk> Unheld);
