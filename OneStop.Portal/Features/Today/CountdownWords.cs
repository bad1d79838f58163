using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Today;

namespace OneStop.Portal.Features.Today;

/// <summary>How long it is until a talk, in words.</summary>
internal static class CountdownWords
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);

    /// <summary>Until then a talk has just begun.</summary>
    private static readonly TimeSpan JustBegun = TimeSpan.FromMinutes(3);

    extension(BookingRow row)
    {
        /// <summary>
        /// あと25分, いま始まっています, 10分すぎています, 相談中・あと40分; on another day than the one that 今日 shows, the day. A talk that was begun
        /// early is one that is on.
        /// </summary>
        public string CountdownAt(DateTimeOffset now) => row switch
        {
            { IsTalking: true } => LiveTalk.UntilOf(row.TalkBeganAt!.Value, row.End) is var until && until > now ? $"相談中・あと{Say(until - now)}" : "相談中",
            _ when ServiceDay.Of(row.Start) is var day && day != ServiceDay.TodayAt(now) => day == ServiceDay.TodayAt(now).AddDays(1) ? "あす" : $"{day}",
            _ when row.Start > now => $"あと{Say(row.Start - now)}",
            { State: BookingState.Held } => $"来談・あと{Say(row.End - now)}",
            _ when now - row.Start < JustBegun => "いま始まっています",
            _ => $"{(int)(now - row.Start).TotalMinutes}分すぎています",
        };

        /// <summary>The tone of the chip with these words.</summary>
        public string CountdownToneAt(DateTimeOffset now) => row switch
        {
            { IsTalking: true } => "good",
            _ when row.Start - now > Soon => "plain",
            _ when row.Start > now => "waits",
            { State: BookingState.Held } => "good",
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
