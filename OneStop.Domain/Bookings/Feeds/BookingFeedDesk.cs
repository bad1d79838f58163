using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Feeds;

/// <summary>Whether feeds are on, and who switched that last.</summary>
/// <param name="SetBy">A name; null if nobody has switched it.</param>
public sealed record FeedState(bool IsOn, string? SetBy, DateTimeOffset? SetAt);

/// <summary>予定の配信の窓口: the times of one's own bookings for a calendar elsewhere, without name, kind, method or address.</summary>
[DisplayName("予定の配信")]
public sealed class BookingFeedDesk(DeskContext desk, AuditKey key)
{
    /// <summary>Announced when feeds were switched, or somebody's address has changed.</summary>
    public const string Topic = "booking-feeds";

    private const int DaysAhead = 60;

    /// <summary>Returns whether feeds are on.</summary>
    [DisplayName("予定の配信の設定を見る")]
    [Allowed(Casework = true)]
    public async Task<FeedState> State()
    {
        desk.MayDo<BookingFeedDesk>();
        await using var db = await desk.Read();
        return await Last(db) is { } last ? new(last.IsOn, (await db.Users.SingleAsync(u => u.Id == last.SetBy)).Name, last.SetAt) : new(false, null, null);
    }

    /// <summary>始める、やめる: while it is off, no feed answers. Addresses stay, and work again afterwards.</summary>
    [DisplayName("予定の配信を切り替える")]
    [Allowed(Duty.Manager)]
    public async Task Switch(bool isOn)
    {
        desk.MayDo<BookingFeedDesk>();
        await desk.Change(async db =>
        {
            var last = await Last(db);
            if ((last?.IsOn ?? false) != isOn)
                db.FeedSwitches.Add(FeedSwitch.To(isOn, (last?.Number ?? 0) + 1, desk.Actor.StaffId, desk.Now));
        });
    }

    /// <summary>Returns when one's own address was made; null if there is none.</summary>
    [DisplayName("自分の予定の配信を見る")]
    [Allowed(Casework = true)]
    public async Task<DateTimeOffset?> Mine()
    {
        desk.MayDo<BookingFeedDesk>();
        await using var db = await desk.Read();
        var me = desk.Actor.StaffId;
        return await db.BookingFeeds.Where(f => f.StaffId == me).Select(f => (DateTimeOffset?)f.MadeAt).SingleOrDefaultAsync();
    }

    /// <summary>作る、作り直す: makes a new address for oneself; the one before stops working.</summary>
    /// <returns>The secret part of the address, which is shown once.</returns>
    /// <exception cref="RuleException">Feeds are off.</exception>
    [DisplayName("自分の予定の配信のアドレスを作る")]
    [Allowed(Casework = true)]
    public async Task<string> Make()
    {
        desk.MayDo<BookingFeedDesk>();
        var me = desk.Actor.StaffId;
        return await desk.Change(async db =>
        {
            if (await Last(db) is not { IsOn: true })
                throw new RuleException("予定の配信は、業務責任者が始めるまで使えません。");
            var feed = await db.BookingFeeds.SingleOrDefaultAsync(f => f.StaffId == me) ?? db.BookingFeeds.Add(BookingFeed.Of(me)).Entity;
            return feed.Renew(key, desk.Now);
        });
    }

    /// <summary>やめる: one's own address stops working.</summary>
    [DisplayName("自分の予定の配信をやめる")]
    [Allowed(Casework = true)]
    public async Task Remove()
    {
        desk.MayDo<BookingFeedDesk>();
        var me = desk.Actor.StaffId;
        await desk.Change(async db => db.BookingFeeds.RemoveRange(await db.BookingFeeds.Where(f => f.StaffId == me).ToListAsync()));
    }

    /// <summary>Returns the calendar of a secret, from yesterday to 60 days ahead. Cancelled and moved times are gone from it.</summary>
    /// <returns>Null if there is none: feeds are off, the address was renewed or removed, or its owner has left or lost the duties.</returns>
    [DisplayName("予定の配信を読む")]
    [Allowed(Line = true)]
    public async Task<string?> Read(string secret)
    {
        desk.MayDo<BookingFeedDesk>();
        var (now, digest) = (desk.Now, BookingFeed.DigestOf(secret, key));
        await using var db = await desk.Read();
        if (await Last(db) is not { IsOn: true } || await db.BookingFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.Digest == digest) is not { } feed)
            return null;
        var owner = await db.Users.AsNoTracking().SingleAsync(u => u.Id == feed.StaffId);
        if (owner.LeftAt is not null || !owner.Duties.Any(d => d.SeesPeople))
            return null;
        var today = ServiceDay.Of(now).Date;
        var bookings = await db.Bookings.AsNoTracking().OnDays(today.AddDays(-1), today.AddDays(DaysAhead)).Taking(now)
            .Where(b => b.StaffId == owner.Id && b.HeldUntil == null).OrderBy(b => b.Slot.Start).ToListAsync();
        return FeedCalendar.Write(bookings.Select(b => new FeedTime(key.Digest("booking feed time", b.Id.ToString())[..32], b.Slot.Start, b.Slot.End)), now);
    }

    private static Task<FeedSwitch?> Last(OneStopDb db) => db.FeedSwitches.OrderByDescending(s => s.Number).FirstOrDefaultAsync();
}
