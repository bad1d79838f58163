using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Sittings;

namespace OneStop.Domain.Consultations;

/// <summary>Begin and end of a talk.</summary>
public sealed record TalkSpan(DateTimeOffset Begin, DateTimeOffset End)
{
    /// <summary>Returns the span from the first to the last message of people in a sitting, on whole minutes; null if the bot talked to itself.</summary>
    internal static TalkSpan? Of(Sitting sitting)
    {
        var spoken = sitting.Messages.Where(m => m.By is Speaker.Client or Speaker.Staff).Select(m => Minute(Message.InstantOf(m.Order))).ToList();
        return spoken is [var begin, ..] ? new(begin, spoken[^1] > begin ? spoken[^1] : begin.AddMinutes(1)) : null;
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
