using OneStop.Domain.Channels;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>Why somebody is not free at the time of a booking.</summary>
public enum WhyNotFree
{
    /// <summary>勤務外: they can be asked all the same.</summary>
    OffShift,

    /// <summary>不在: away on that day; they can be asked all the same.</summary>
    Away,

    /// <summary>ほかの予約あり: they cannot hold two talks at once.</summary>
    Booked,
}

/// <summary>Somebody with the duty for a booking.</summary>
/// <param name="WhyNot">Why they are not free then; null if they are.</param>
/// <param name="Card">What the client would be told.</param>
/// <param name="IsBehindButton">連絡は控えめに: a notice with a button is sent in its place.</param>
public sealed record HandChoice(Guid Id, string Name, WhyNotFree? WhyNot, CardContent Card, bool IsBehindButton);

/// <summary>A booking that was given to a colleague.</summary>
/// <param name="Lane">The lane in which it was with the one before.</param>
/// <param name="NoticeId">The sending that tells the client; null if they are not told.</param>
/// <param name="IsUntold">Whether the client was to be told of <paramref name="From"/>, and this came before it.</param>
public sealed record HandedHour(Guid BookingId, Guid From, int Lane, Guid To, Guid? NoticeId, bool IsUntold);

/// <summary>An announced lateness.</summary>
/// <param name="Before">What the client was told before; null if nothing was.</param>
public sealed record AnnouncedLateness(Guid BookingId, Lateness Late, Lateness? Before);

/// <summary>The names shown on screen.</summary>
public static class WhyNotFreeNames
{
    extension(WhyNotFree why)
    {
        public string InJapanese => why switch
        {
            WhyNotFree.OffShift => "勤務外",
            WhyNotFree.Away => "不在",
            _ => "ほかの予約あり",
        };
    }
}
