using OneStop.Domain;
using OneStop.Domain.Bookings;

namespace OneStop.Portal.Features.Today;

/// <summary>How long it is until a talk, in words.</summary>
internal static class CountdownWords
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);

    /// <summary>Until then a talk has just begun.</summary>
    private static readonly TimeSpan JustBegun = TimeSpan.FromMinutes(3);

    extension(BookingRow row)
    {
        /// <summary>あと25分, いま始まっています, 10分すぎています, 相談中・あと40分; on another service day the day.</summary>
        public string CountdownAt(DateTimeOffset now) => row switch
        {
            _ when ServiceDay.Of(row.Start) != ServiceDay.Of(now) => ServiceDay.Of(row.Start) == ServiceDay.Of(now).AddDays(1) ? "あす" : $"{ServiceDay.Of(row.Start)}",
            _ when row.Start > now => $"あと{Say(row.Start - now)}",
            { IsTalking: true } => $"相談中・あと{Say(row.End - now)}",
            { State: BookingState.Held } => $"来談・あと{Say(row.End - now)}",
            _ when now - row.Start < JustBegun => "いま始まっています",
            _ => $"{(int)(now - row.Start).TotalMinutes}分すぎています",
        };

        /// <summary>The tone of the chip with these words.</summary>
        public string CountdownToneAt(DateTimeOffset now) => row switch
        {
            _ when row.Start - now > Soon => "plain",
            _ when row.Start > now => "waits",
            { IsTalking: true } or { State: BookingState.Held } => "good",
            _ => "waits urgent",
        };
    }

    /// <summary>3時間10分, 25分; a minute that has begun counts.</summary>
    private static string Say(TimeSpan left)
    {
        var minutes = (int)Math.Ceiling(left.TotalMinutes);
        return minutes < 60 ? $"{minutes}分" : minutes % 60 == 0 ? $"{minutes / 60}時間" : $"{minutes / 60}時間{minutes % 60}分";
    }
}
