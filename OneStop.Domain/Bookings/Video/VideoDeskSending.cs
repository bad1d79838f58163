using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Video;

/// <summary>Sending the address to the client, by one press.</summary>
public sealed partial class VideoDesk
{
    /// <summary>Returns what the client would get; nothing is saved.</summary>
    /// <exception cref="RuleException">As for <see cref="Send"/>.</exception>
    [DisplayName("ビデオ通話のアドレスのカードを下見する")]
    [Allowed(Casework = true)]
    public async Task<VideoPreview> Preview(Guid linkId)
    {
        desk.MayDo<VideoDesk>();
        await using var db = await desk.Read();
        var (now, ready) = (desk.Now, await Ready(db, linkId));
        return new(ready.Card, ready.Talk.Discretion is not null, ready.Talk.NoContact is { } hours && hours.Cover(now) ? hours.EndAfter(now) : null);
    }

    /// <summary>
    /// 本人に送る: sends the address as a button, held like an answer and once. A question of the client stays open. What was changed is sent again.
    /// </summary>
    /// <exception cref="RuleException">It was sent, is not valid any more, its service is not approved, the booking is not confirmed or over, or the client
    /// cannot be reached in LINE.</exception>
    [DisplayName("ビデオ通話のアドレスを送る")]
    [Allowed(Casework = true)]
    public async Task Send(Guid linkId)
    {
        desk.MayDo<VideoDesk>();
        await desk.Change(async db =>
        {
            var ready = await Ready(db, linkId);
            var (now, booking) = (desk.Now, await db.Bookings.SingleAsync(b => b.Id == ready.Link.BookingId));
            ready.Link.SendBy(db.SendCard(ready.Talk, ready.Card, desk.Actor.StaffId, now, usefulUntil: booking.Slot.End, isAwaited: booking.IsItsHour(now)));
        });
    }

    /// <summary>Undoes <see cref="Send"/> within the hold.</summary>
    /// <exception cref="RuleException">It has gone out.</exception>
    [DisplayName("ビデオ通話のアドレスの送信をやめる")]
    [Allowed(Casework = true)]
    public async Task TakeBack(Guid linkId)
    {
        desk.MayDo<VideoDesk>();
        await desk.Change(async db =>
        {
            var link = await db.VideoLinks.SingleAsync(l => l.Id == linkId);
            if (link.MessageId is not { } message)
                return;
            link.ForgetSending();
            await db.TakeCardBack(message, desk.Now);
        });
    }

    private async Task<(VideoLink Link, Conversation Talk, CardContent Card)> Ready(OneStopDb db, Guid linkId)
    {
        var link = await db.VideoLinks.SingleOrDefaultAsync(l => l.Id == linkId);
        if (link is not { ReplacedAt: null })
            throw new RuleException("このアドレスは、新しいアドレスに変わったか、消されています。画面を確かめてください。");
        var booking = await db.Bookings.SingleAsync(b => b.Id == link.BookingId);
        RefuseUnlessToCome(booking, desk.Now);
        if (booking.State != BookingState.Confirmed)
            throw new RuleException("予約が確定してから送ってください。");
        if (!await db.MayOpen(link, booking))
            throw new RuleException("このアドレスのサービスは、この日は福岡市の承認がありません。承認されているサービスのアドレスを入れてください。");
        if (link.MessageId is { } sent && !await db.OutgoingMessages.AnyAsync(o => (o.State == Delivery.Failed || o.State == Delivery.TakenBack)
            && db.Messages.Any(m => m.Id == sent && m.OutgoingId == o.Id)))
            throw new RuleException("このアドレスは、すでに送られています。");
        var talk = await db.TalkOf(booking.ClientId)
            ?? throw new RuleException("LINEでは届きません（ブロックされているか、友だちではありません）。電話で伝えるか、予約の方法を電話に変えてください。");
        return (link, talk, VideoWords.Of(booking.Slot, link.Uri,
            await db.VideoLinks.AnyAsync(l => l.BookingId == booking.Id && l.Id != linkId && (l.MessageId != null || l.RemindedAt != null))));
    }
}
