using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Sittings;

namespace OneStop.Domain.Consultations;

/// <summary>Begin and end of a talk.</summary>
public sealed record TalkSpan(DateTimeOffset Begin, DateTimeOffset End)
{
    /// <summary>Returns the span from the first to the last message of people in a sitting, on whole minutes; null if the bot talked to itself.</summary>
    internal static TalkSpan? Of(Sitting sitting)
    {
        var spoken = sitting.Messages.Where(m => m.By is Speaker.Client or Speaker.Staff).Select(m => Message.InstantOf(m.Order)).ToList();
        return spoken is [var begin, ..] ? Of(begin, spoken[^1]) : null;
    }

    /// <summary>Returns the span on whole minutes; at least one.</summary>
    internal static TalkSpan Of(DateTimeOffset begin, DateTimeOffset end) =>
        Minute(end) > Minute(begin) ? new(Minute(begin), Minute(end)) : new(Minute(begin), Minute(begin).AddMinutes(1));

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
