using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Reminders;

/// <summary>
/// お知らせの窓口: the reminders on the day before at 18:00 and an hour before. Each is sent once: it is recorded in the same save that puts it into the
/// outbox, so neither a restart nor a second portal sends it again.
/// </summary>
[DisplayName("予約のお知らせ")]
public sealed partial class ReminderDesk(DeskContext desk, ILogger<ReminderDesk> logger)
{
    private static readonly TimeSpan DayBeforeAt = TimeSpan.FromHours(18);
    private static readonly TimeSpan HourBefore = TimeSpan.FromHours(1);
    private static readonly TimeSpan KnownFor = TimeSpan.FromHours(1); // nobody is reminded of what they chose within the last hour
    private static readonly TimeSpan LooksAhead = TimeSpan.FromHours(34); // from 18:00 of the day before to 25:00, and some margin

    /// <summary>
    /// Sends the reminders that are due, deletes holds that ran out and numbers that are too old, offers free times to clients on the waiting list,
    /// and tells of calls. Each is done by itself: what fails is logged and tried again in the next round, and holds up nobody else's reminder.
    /// </summary>
    [DisplayName("予約のお知らせを送る")]
    [Allowed(Clock = true)]
    public async Task SendDue()
    {
        desk.MayDo<ReminderDesk>();
        var now = desk.Now;
        await Try("DeleteExpired", () => desk.Change(db => db.DeleteExpired(now)));
        await Try("ForgetInVain", () => desk.Change(db => db.ForgetInVain(now)));
        await TryEach(nameof(Remind), () => Due(now), Remind);
        await TryEach(nameof(Offer), () => Waiting(now), Offer);
        await TryEach("TellOfCalls", () => Calls(now), id => desk.Change(db => db.TellPlanned(id, now)));
    }

    private Task TryEach(string step, Func<Task<List<Guid>>> read, Func<Guid, Task> act) => Try(step, async () =>
    {
        foreach (var id in await read())
            await Try(step, () => act(id));
    });

    private async Task Try(string step, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception)
        {
            logger.LogError("The step {Step} failed; the next round tries it again: {Failure}", step, exception.WithoutWords);
        }
    }

    private async Task<List<Guid>> Due(DateTimeOffset now)
    {
        await using var db = await desk.Read();
        return await db.Bookings.ToBeReminded(now, now + LooksAhead).Select(b => b.Id).ToListAsync();
    }

    private async Task<List<Guid>> Calls(DateTimeOffset now)
    {
        await using var db = await desk.Read();
        return await db.CallsToTell(now);
    }

    private async Task Remind(Guid id)
    {
        await desk.Change(async db =>
        {
            var now = desk.Now;
            var booking = await db.Bookings.SingleAsync(b => b.Id == id);
            if (booking.State != BookingState.Confirmed || booking.Slot.Start <= now || await db.TalkOf(booking.ClientId) is not { } talk)
                return;
            if (talk.NoContact is { } hours && hours.Cover(now))
                return; // tried again until the booking begins
            var terms = await db.TermsOf(booking.Kind, now);
            var lacksPhone = booking.Method == ContactMethod.Phone && await db.Clients.AnyAsync(c => c.Id == booking.ClientId && c.Phone == null);
            if (IsHourDue(booking, now))
            {
                await db.CallOff(booking.LastNoticeId, now); // the reminder of the day before, if LINE has not accepted it yet
                var isNews = IsNews(booking, booking.Slot.Start - HourBefore);
                var link = isNews ? await db.OpenLinkOf(booking) : null;
                var card = BookingNotices.HourBefore(booking, terms, lacksPhone, now, link?.Uri);
                var sending = isNews ? db.Tell(talk, card, now, booking.Slot.Start, isPrivate: link is not null).Id : (Guid?)null;
                if (sending is { } carrier)
                    link?.Remind(carrier, now);
                booking.RemindAnHourBefore(sending, now);
            }
            else if (IsDayDue(booking, now))
                booking.RemindOnTheDayBefore(
                    IsNews(booking, DayReminderOf(booking)) && now.JapaneseDate < booking.Slot.Day.Date
                        ? db.Tell(talk, BookingNotices.DayBefore(booking, terms, lacksPhone, now), now, MidnightBefore(booking)).Id
                        : null, now);
        });
    }

    /// <summary>
    /// Returns the entries of the waiting list that need a change. Free times are computed once for all entries with the same kind, method and date.
    /// </summary>
    private async Task<List<Guid>> Waiting(DateTimeOffset now)
    {
        await using var db = await desk.Read();
        var waiting = await db.WaitingList.AsNoTracking().Where(w => w.EndedAt == null).OrderBy(w => w.CreatedAt).ToListAsync();
        var concerned = new List<Guid>();
        foreach (var alike in waiting.GroupBy(w => (w.Kind, w.Method, w.Date)))
        {
            var times = await FreeOn(db, alike.First(), now);
            concerned.AddRange(alike.Where(w => IsOver(w, now) || (times.Count == 0) == w.ToldAt is not null).Select(w => w.Id));
        }
        return concerned;
    }

    /// <summary>Offers the first free start of the day to a client on the waiting list; not again until the day has been full in between.</summary>
    private async Task Offer(Guid id)
    {
        await desk.Change(async db =>
        {
            var now = desk.Now;
            var waiting = await db.WaitingList.SingleAsync(w => w.Id == id);
            if (waiting.EndedAt is not null)
                return;
            if (IsOver(waiting, now))
            {
                waiting.End(now);
                return;
            }
            var times = await FreeOn(db, waiting, now, waiting.ClientId); // the client's own holds count as free
            if (times.Count == 0)
                waiting.Forget();
            if (times.Count == 0 || waiting.ToldAt is not null)
                return;
            if (await db.TalkOf(waiting.ClientId) is not { } talk || (talk.NoContact is { } hours && hours.Cover(now)))
                return;
            var start = new ServiceDay(waiting.Date).At(times[0]);
            waiting.Tell(start, now);
            db.Tell(talk, BookingNotices.RoomFound(waiting, start), now, start);
        });
    }

    private static async Task<IReadOnlyList<TimeSpan>> FreeOn(OneStopDb db, WaitingEntry waiting, DateTimeOffset now, Guid? chooser = null)
    {
        var (day, terms) = (new ServiceDay(waiting.Date), await db.TermsOf(waiting.Kind, now));
        return (await FreeSlots.Read(db, terms, waiting.Method, day, day, now.AddMinutes(terms.LeadMinutes), now, null, chooser)).Times(day);
    }

    private static bool IsOver(WaitingEntry waiting, DateTimeOffset now) => new ServiceDay(waiting.Date).At(ServiceHours.Standard.Closes) <= now;

    /// <summary>Marks the reminder that would fall due within the hour as sent: the client has just made the decision.</summary>
    internal static void CountAsSaid(Booking booking, DateTimeOffset now)
    {
        if (IsHourDue(booking, now + KnownFor))
            booking.RemindAnHourBefore(null, now);
        else if (IsDayDue(booking, now + KnownFor))
            booking.RemindOnTheDayBefore(null, now);
    }

    /// <summary>Whether the client booked long enough before the reminder's time to need it.</summary>
    private static bool IsNews(Booking booking, DateTimeOffset at) => booking.CreatedAt + KnownFor <= at;

    private static bool IsHourDue(Booking booking, DateTimeOffset now) => booking.HourReminderAt is null && now >= booking.Slot.Start - HourBefore;

    private static bool IsDayDue(Booking booking, DateTimeOffset now) => booking.DayReminderAt is null && now >= DayReminderOf(booking);

    /// <summary>The midnight that begins the booking's day: from then on 「あす」 would be wrong.</summary>
    private static DateTimeOffset MidnightBefore(Booking booking) => booking.Slot.Day.At(TimeSpan.Zero);

    private static DateTimeOffset DayReminderOf(Booking booking) => booking.Slot.Day.AddDays(-1).At(DayBeforeAt);
}
