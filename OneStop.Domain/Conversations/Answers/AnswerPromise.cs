using OneStop.Domain.Data;
using OneStop.Domain.Hours;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>
/// いつまでにお返事するか: the only place that computes the time told to a client. The 24 hours of the specification also run on closed days, when nobody
/// answers. So the time told is never in the past, never on a closed day, and never before the office has been open for an hour.
/// </summary>
/// <param name="By">The promised time; null if the office stays closed for months.</param>
/// <param name="SoonerUntil">Before closed days: the closing time until which somebody may still answer today.</param>
/// <param name="OverClosedDays">Whether closed days lie before <paramref name="By"/>.</param>
/// <param name="Now">The time at which it is told.</param>
public sealed record AnswerPromise(DateTimeOffset? By, DateTimeOffset? SoonerUntil, bool OverClosedDays, DateTimeOffset Now)
{
    /// <summary>Staff coming in find the messages of the closed time, and need at least an hour.</summary>
    private static readonly TimeSpan ToBegin = TimeSpan.FromHours(1);

    /// <param name="due">The end of the 24 hours; it may be past if the event arrived late.</param>
    public static AnswerPromise Of(ServiceCalendar calendar, DateTimeOffset due, DateTimeOffset now)
    {
        if (FirstAnswer(calendar, now) is not { } first)
            return new(null, null, true, now);
        var by = due > first ? due : first;
        if (calendar.HoursOn(ServiceDay.Of(by)) is not null)
            return new(by, null, IsClosed(calendar, now, by), now);
        var closing = calendar.At(now) is { Open: not null, ChangesAt: { } end } && end - now >= ToBegin ? end : (DateTimeOffset?)null;
        return new(FirstAnswer(calendar, by), closing, true, now);
    }

    /// <summary>明日 10月6日(火) 14:20までに担当者がお返事します。</summary>
    public string InWords => this switch
    {
        { By: null } => "担当者がお返事します。少しお待ちください。",
        { By: { } by, SoonerUntil: { } sooner } => $"{SaySooner(sooner)}までにお返事できないときは、お休みのあと、{Say(by)}までに担当者がお返事します。",
        { By: { } by, OverClosedDays: true } => $"お休みのため、{Say(by)}までに担当者がお返事します。",
        { By: { } by } => $"{Say(by)}までに担当者がお返事します。少しお待ちください。",
    };

    /// <summary>Returns when an hour of opening time after an instant has passed; null if the office stays closed for months.</summary>
    private static DateTimeOffset? FirstAnswer(ServiceCalendar calendar, DateTimeOffset from)
    {
        if (calendar.At(from) is { Open: not null, ChangesAt: { } end })
        {
            if (end - from >= ToBegin)
                return from + ToBegin;
            from = end;
        }
        return calendar.At(from).ChangesAt + ToBegin;
    }

    /// <summary>Whether a service day between the two instants is closed.</summary>
    private static bool IsClosed(ServiceCalendar calendar, DateTimeOffset now, DateTimeOffset by)
    {
        var (today, last) = (ServiceDay.Of(now).Date, ServiceDay.Of(by).Date);
        return Enumerable.Range(0, last.DayNumber - today.DayNumber + 1).Any(days => calendar.HoursOn(new ServiceDay(today.AddDays(days))) is null);
    }

    private string Say(DateTimeOffset instant) => (instant.JapaneseDate.DayNumber - Now.JapaneseDate.DayNumber) switch
    {
        0 => $"今日 {JapanTime.SayTime(instant)}",
        1 => $"明日 {JapanTime.Say(instant)}",
        _ => JapanTime.Say(instant),
    };

    /// <summary>今日 25:00（夜中の1:00）: the service day's time, and the time on a clock.</summary>
    private static string SaySooner(DateTimeOffset closing) =>
        ServiceDay.Of(closing - TimeSpan.FromTicks(1)) is var day && day.TimeOf(closing) > TimeSpan.FromHours(24)
        ? $"{day} {ServiceDay.SayTime(day.TimeOf(closing))}（夜中の{JapanTime.SayTime(closing)}）"
        : $"{day} {ServiceDay.SayTime(day.TimeOf(closing))}";
}

internal static class AnswerPromises
{
    extension(OneStopDb db)
    {
        /// <summary>Computes the time told to a client now, from the office's service hours and closures.</summary>
        public async Task<AnswerPromise> Promise(DateTimeOffset due, DateTimeOffset now) =>
            AnswerPromise.Of(await db.Calendar(ServiceDay.Of(now).Date), due, now);
    }
}

/// <summary>A receipt that the bot has to send.</summary>
/// <param name="IsFirst">Whether the client had never written before.</param>
public sealed record OwedReceipt(AnswerPromise Promise, bool IsFirst);
