using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Video;

/// <summary>The talk itself: when the room was opened, and when the talk ended.</summary>
public sealed partial class VideoDesk
{
    /// <summary>How long before its time a room can be opened, to see whether camera and microphone work.</summary>
    public static readonly TimeSpan OpensBefore = TimeSpan.FromMinutes(10);

    /// <summary>開く: records the begin of the talk. Opening the room again changes nothing.</summary>
    /// <exception cref="RuleException">The time has not come, or the booking is not confirmed.</exception>
    [DisplayName("ビデオ通話を始める")]
    [Allowed(Casework = true)]
    public async Task Begin(Guid bookingId)
    {
        desk.MayDo<VideoDesk>();
        await desk.Change(async db =>
        {
            var (now, booking) = (desk.Now, await db.Bookings.SingleAsync(b => b.Id == bookingId));
            if (booking.Method != ContactMethod.Video || booking.State is not (BookingState.Confirmed or BookingState.Held))
                throw new RuleException("確定しているビデオ通話の予約ではありません。");
            if (now < booking.Slot.Start - OpensBefore)
                throw new RuleException($"ビデオ通話は、予約の{OpensBefore.Minutes}分前から始められます。");
            if (!await db.VideoTalks.AnyAsync(t => t.BookingId == bookingId))
                db.VideoTalks.Add(VideoTalk.Of(booking, desk.Actor.StaffId, now));
        });
    }

    /// <summary>終わる: records the end of the talk.</summary>
    /// <exception cref="RuleException">It has not begun.</exception>
    [DisplayName("ビデオ通話を終える")]
    [Allowed(Casework = true)]
    public async Task End(Guid bookingId)
    {
        desk.MayDo<VideoDesk>();
        await desk.Change(async db => (await db.VideoTalks.SingleOrDefaultAsync(t => t.BookingId == bookingId)
            ?? throw new RuleException("このビデオ通話は、まだ始まっていません。")).End(desk.Now));
    }

    /// <summary>Undoes <see cref="End"/>.</summary>
    [DisplayName("ビデオ通話の終わりを取り消す")]
    [Allowed(Casework = true)]
    public async Task GoOn(Guid bookingId)
    {
        desk.MayDo<VideoDesk>();
        await desk.Change(async db => (await db.VideoTalks.SingleAsync(t => t.BookingId == bookingId)).GoOn());
    }
}
