using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Data;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>遅刻・交代の窓口: who holds a talk comes later, or a colleague holds it. The client is told; each notice is held like an answer.</summary>
[DisplayName("相談員の遅刻・交代")]
public sealed class HandOverDesk(DeskContext desk)
{
    /// <summary>遅れます: tells the client, and records it with the booking. Another number can be announced later.</summary>
    /// <exception cref="RuleException">The booking is not confirmed, its talk runs or its time is over, or the same was announced before.</exception>
    [DisplayName("遅れることを知らせる")]
    [Allowed(Casework = true)]
    public Task<AnnouncedLateness> BeLate(Guid bookingId, int minutes)
    {
        desk.MayDo<HandOverDesk>();
        if (!Lateness.Choices.Contains(minutes))
            throw new RuleException("何分遅れるかを選んでください。");
        return desk.Change(async db =>
        {
            var (now, booking) = (desk.Now, await db.Bookings.SingleAsync(b => b.Id == bookingId));
            var before = booking.Late;
            var late = await booking.BeLate(minutes, desk.Actor.StaffId, now, () => db.TellOfHour(booking, HourNotices.Late(booking.Slot, minutes), now));
            var isUntold = await db.CallOff(before?.NoticeId, now); // the number before, if it has not gone out: an undo must not claim it
            return new AnnouncedLateness(bookingId, late, isUntold ? null : before);
        });
    }

    /// <summary>Undoes <see cref="BeLate"/> before the client was told.</summary>
    /// <exception cref="RuleException">The client has been told.</exception>
    [DisplayName("遅れの知らせを取り消す")]
    [Allowed(Casework = true)]
    public Task TakeBack(AnnouncedLateness announced)
    {
        desk.MayDo<HandOverDesk>();
        return desk.Change(async db =>
        {
            var booking = await db.Bookings.SingleAsync(b => b.Id == announced.BookingId);
            if (booking.Late != announced.Late || (announced.Late.NoticeId is { } notice && !await db.CallOff(notice, desk.Now)))
                throw new RuleException("もう送られたため、取り消せません。ちがう時間を知らせるときは、もう一度選んでください。");
            booking.TakeLateBack(announced.Before);
        });
    }

    /// <summary>Returns everybody with the duty for a booking except who is in charge: first who is free then, then the others with the reason.</summary>
    [DisplayName("予約を頼める人を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<HandChoice>> Choices(Guid bookingId)
    {
        desk.MayDo<HandOverDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var booking = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == bookingId);
        var (day, last) = (booking.Slot.Day, booking.FirstQuarter + booking.Quarters);
        var people = (await db.Users.AsNoTracking().WorkingHere().Where(u => u.Id != booking.StaffId).OrderBy(u => u.Name).ToListAsync())
            .Where(p => p.Duties.Contains(booking.Kind.Needs)).ToList();
        var free = (await FreeSlots.Read(db, await db.TermsOf(booking.Kind, now), booking.Method, day, day, booking.Slot.Start, now, booking))
            .PeopleFor(booking.Slot.Start, null).Index().ToDictionary(p => p.Item, p => p.Index);
        var away = await db.Absences.AsNoTracking().On(day.Date).Select(a => a.StaffId).ToListAsync();
        var booked = (await db.Bookings.AsNoTracking().Where(b => b.Id != bookingId).TakenBetween(booking.FirstQuarter, last, now).ToListAsync())
            .Where(t => t.FirstQuarter + t.Quarters > booking.FirstQuarter).Select(t => t.StaffId).ToHashSet();
        var isDiscreet = (await db.TalkOf(booking.ClientId))?.Discretion is not null;
        return [.. people.Select(p => new HandChoice(p.Id, p.Name, booked.Contains(p.Id) ? WhyNotFree.Booked
                : away.Contains(p.Id) ? WhyNotFree.Away
                : free.ContainsKey(p.Id) ? null : WhyNotFree.OffShift, HourNotices.Handed(booking.Slot, p.Name), isDiscreet))
            .OrderBy(c => c.WhyNot is null ? 0 : c.WhyNot == WhyNotFree.Booked ? 2 : 1).ThenBy(c => c.WhyNot is null ? free[c.Id] : 0)];
    }

    /// <summary>ほかの人に頼む: gives the booking to a colleague, with the talk if it runs.</summary>
    /// <param name="tells">Whether the client is told who comes.</param>
    /// <exception cref="RuleException">The booking has ended, or the colleague has not the duty, or another booking then.</exception>
    [DisplayName("予約をほかの人に頼む")]
    [Allowed(Casework = true)]
    public Task<HandedHour> Give(Guid bookingId, Guid to, bool tells)
    {
        desk.MayDo<HandOverDesk>();
        return Hand(bookingId, to, async (db, booking, name, now) =>
        {
            var (from, lane) = (booking.StaffId, booking.Lane);
            if (from == to)
                throw new RuleException($"この予約は、もう{name}さんが担当しています。");
            var isUntold = await db.CancelName(booking, now);
            booking.HandTo(to);
            var notice = tells ? await db.TellOfHour(booking, HourNotices.Handed(booking.Slot, name), now, namesSomebody: true) : null;
            booking.TellOfHour(notice);
            return new HandedHour(bookingId, from, lane, to, notice, isUntold);
        });
    }

    /// <summary>Undoes <see cref="Give"/>. A client who has been told of the colleague, or was not yet told of the one before, is told.</summary>
    /// <exception cref="RuleException">Somebody else holds it meanwhile, the booking has ended, or who had it has another booking then.</exception>
    [DisplayName("頼んだ予約を元に戻す")]
    [Allowed(Casework = true)]
    public Task GiveBack(HandedHour handed)
    {
        desk.MayDo<HandOverDesk>();
        return Hand(handed.BookingId, handed.From, async (db, booking, name, now) =>
        {
            if (booking.StaffId != handed.To)
                throw new RuleException("この予約の担当は、そのあと変わっています。予約を開いて確かめてください。");
            booking.HandTo(handed.From, handed.Lane);
            var wasTold = handed.NoticeId is not null && !await db.CallOff(handed.NoticeId, now);
            var notice = wasTold || handed.IsUntold ? await db.TellOfHour(booking, HourNotices.Handed(booking.Slot, name), now, namesSomebody: true) : null;
            booking.TellOfHour(notice);
            return handed with { NoticeId = notice };
        });
    }

    /// <summary>Runs in a turn: otherwise a booking made at the same moment could take the person's time. In the end their quarter hours decide.</summary>
    private async Task<HandedHour> Hand(Guid bookingId, Guid to, Func<OneStopDb, Booking, string, DateTimeOffset, Task<HandedHour>> hand)
    {
        var name = "";
        try
        {
            return await desk.Change(async db =>
            {
                await db.TakeTurn();
                var (now, booking) = (desk.Now, await db.Bookings.Include(b => b.Cells).SingleAsync(b => b.Id == bookingId));
                if (!booking.Stands || booking.HeldUntil is not null)
                    throw new RuleException($"この予約は「{booking.State.InJapanese}」のため、頼めません。");
                if (now >= booking.Slot.End)
                    throw new RuleException("予約の時間は終わりました。");
                var person = await db.Users.WorkingHere().SingleOrDefaultAsync(u => u.Id == to);
                if (person?.Duties.Contains(booking.Kind.Needs) != true)
                    throw new RuleException($"{booking.Kind.InJapanese}を担当できる人を選んでください。");
                name = person.Name;
                await db.LetGoOfExpired(now);
                return await hand(db, booking, name, now);
            });
        }
        catch (KeyTakenException taken) when (taken.Key.Row == typeof(BookingCell))
        {
            throw new RuleException($"{name}さんには、この時間にほかの予約が入っています。ほかの人を選んでください。");
        }
    }
}
