using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Video;

/// <summary>ビデオ通話の窓口: the address of a booking by video, sending it, and the talk itself (仕様書 7(2)①(オ)).</summary>
[DisplayName("ビデオ通話")]
public sealed partial class VideoDesk(DeskContext desk, AuditKey key)
{
    private const string Another = "このアドレスは、ほかの方の予約で使われています。この方のための、新しいアドレスを入れてください。";

    /// <summary>Returns what a booking by video shows.</summary>
    [DisplayName("ビデオ通話のアドレスを見る")]
    [Allowed(Casework = true)]
    public async Task<VideoView> Look(Guid bookingId)
    {
        desk.MayDo<VideoDesk>();
        await using var db = await desk.Read();
        var booking = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == bookingId);
        var links = await db.VideoLinks.AsNoTracking().Where(l => l.BookingId == bookingId).OrderByDescending(l => l.EnteredAt).ToListAsync();
        var talk = await db.VideoTalks.AsNoTracking().SingleOrDefaultAsync(t => t.BookingId == bookingId);
        return new([.. (await db.VideoProvidersOn(booking.Slot.Day.Date)).Select(s => new VideoProviderView(s.Name, s.Hosts))],
            links.Find(l => l.ReplacedAt is null) is { } link ? await Show(db, link, booking, links) : null,
            [.. links.Select(l => l.ReplacedAt).OfType<DateTimeOffset>().OrderDescending()],
            talk is null ? null : new(talk.BeganAt, talk.EndedAt));
    }

    /// <summary>
    /// 入れる: sets the address of a booking. One that was entered before stays, as no longer valid. An address that another client ever had is refused,
    /// whoever that was: two people must never meet in one room.
    /// </summary>
    /// <param name="formKey">The key of the form: a form that is saved twice enters one address.</param>
    /// <returns>The id of the link, for <see cref="Remove"/>.</returns>
    /// <exception cref="RuleException">It is no address of a room at the approved service, another client or another booking had it, or the booking
    /// is over or not chosen yet.</exception>
    [DisplayName("ビデオ通話のアドレスを入れる")]
    [Allowed(Casework = true)]
    public async Task<Guid> Enter(Guid bookingId, VideoLinkWish wish, Guid? formKey = null)
    {
        desk.MayDo<VideoDesk>();
        try
        {
            return await desk.Create(formKey, db => Enter(db, bookingId, wish));
        }
        catch (KeyTakenException lost) when (lost.Key.Row == typeof(GivenAddress))
        {
            throw new RuleException(Another, nameof(wish.Address));
        }
    }

    /// <summary>
    /// 入れまちがいを消す: forgets an address that nobody has got, so that whoever it was made for can have it. The one before is valid again.
    /// </summary>
    /// <exception cref="RuleException">It was sent, or is not valid any more.</exception>
    [DisplayName("入れまちがえたビデオ通話のアドレスを消す")]
    [Allowed(Casework = true)]
    public async Task Remove(Guid linkId)
    {
        desk.MayDo<VideoDesk>();
        await desk.Change(async db =>
        {
            var link = await db.VideoLinks.SingleOrDefaultAsync(l => l.Id == linkId);
            if (link is not { WasSent: false, ReplacedAt: null })
                throw new RuleException("このアドレスは、本人に送られたか、新しいアドレスに変わったため、消せません。");
            await db.Forget(link);
            (await db.VideoLinks.SingleOrDefaultAsync(l => l.ReplacedBy == linkId))?.BringBack();
        });
    }

    /// <summary>Computes the digest by which an address is found again.</summary>
    public static string DigestOf(VideoAddress address, AuditKey key) => key.Digest("video address", address.Compared);

    private async Task<Guid> Enter(OneStopDb db, Guid bookingId, VideoLinkWish wish)
    {
        var (me, now) = (desk.Actor.StaffId, desk.Now);
        var booking = await db.Bookings.SingleAsync(b => b.Id == bookingId);
        RefuseUnlessToCome(booking, now);
        var services = await db.VideoProvidersOn(booking.Slot.Day.Date);
        if (services.Count == 0)
            throw new RuleException(BookingTerms.NoVideo);
        var address = VideoAddress.Read(wish.Address, services);
        var digest = DigestOf(address, key);
        if (await db.GivenAddresses.SingleOrDefaultAsync(g => g.Digest == digest) is not { } given)
            db.GivenAddresses.Add(GivenAddress.To(booking.ClientId, digest, now));
        else if (given.ClientId != booking.ClientId)
            throw new RuleException(Another, nameof(wish.Address));
        else
            await RefuseIfOfAnotherBooking(db, booking, digest);
        var before = await db.VideoLinks.ValidOf(bookingId).SingleOrDefaultAsync();
        if (before?.Address == address.Uri.AbsoluteUri)
            return before.Id; // a colleague has just entered it
        var link = VideoLink.For(booking, address, digest, me, now);
        before?.Replace(link, now);
        return db.VideoLinks.Add(link).Entity.Id;
    }

    /// <summary>One address for each booking; a booking that was moved is the same one, and what an undo annulled was none.</summary>
    private static async Task RefuseIfOfAnotherBooking(OneStopDb db, Booking booking, string digest)
    {
        var chain = await db.ChainOf(booking);
        var others = db.VideoLinks.Where(l => l.Digest == digest && !chain.Contains(l.BookingId));
        if (await db.Bookings.FirstOrDefaultAsync(b => !b.IsAnnulled && others.Any(l => l.BookingId == b.Id)) is { } other)
            throw new RuleException($"このアドレスは、この方のほかの予約（{other.Slot}）のものです。予約ごとに、新しいアドレスを入れてください。", nameof(VideoLinkWish.Address));
    }

    private static void RefuseUnlessToCome(Booking booking, DateTimeOffset now)
    {
        if (booking.Method != ContactMethod.Video)
            throw new RuleException("この予約は、ビデオ通話ではありません。");
        if (booking is { State: BookingState.Tentative, HeldUntil: not null })
            throw new RuleException("この予約は、本人がLINEで選んでいるところです。決まってから、もう一度行ってください。");
        if (!booking.Stands || booking.Slot.End <= now)
            throw new RuleException("この予約は、終わったか、取り消されています。");
    }

    private static async Task<VideoLinkView> Show(OneStopDb db, VideoLink link, Booking booking, List<VideoLink> all)
    {
        var name = await db.Users.Where(u => u.Id == link.EnteredBy).Select(u => u.Name).SingleAsync();
        var sending = await (from m in db.Messages
                             join o in db.OutgoingMessages on m.OutgoingId equals (Guid?)o.Id
                             where m.Id == link.MessageId
                             select new { o.State, m.At }).SingleOrDefaultAsync();
        var reminder = await db.OutgoingMessages.Where(o => o.Id == link.ReminderId).Select(o => (Delivery?)o.State).SingleOrDefaultAsync();
        return new(link.Id, link.Address, name, link.EnteredAt, await db.MayOpen(link, booking), sending?.State,
            sending is { State: not (Delivery.Failed or Delivery.TakenBack) } ? sending.At : null, link.RemindedAt, reminder,
            all.Exists(l => l.Id != link.Id && l.WasSent));
    }
}
