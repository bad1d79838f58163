using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Calendars;

/// <summary>カレンダーの窓口: bookings, shifts and hours of some days together. What changes a booking is done at the <see cref="BookingDesk"/>.</summary>
[DisplayName("カレンダー")]
public sealed class CalendarDesk(DeskContext desk)
{
    /// <summary>The name under which the audit trail records a day that was printed.</summary>
    public const string Printed = "BookingDay";

    /// <summary>Returns the days, people and bookings of a week or day.</summary>
    [DisplayName("カレンダーを見る")]
    [Allowed(Casework = true)]
    public async Task<CalendarView> Read(CalendarFilter filter)
    {
        desk.MayDo<CalendarDesk>();
        await using var db = await desk.Read();
        return await Read(db, filter);
    }

    /// <summary>Returns the figures of the days of a month.</summary>
    [DisplayName("月のカレンダーを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<CalendarMonthDay>> Month(CalendarFilter filter)
    {
        desk.MayDo<CalendarDesk>();
        await using var db = await desk.Read();
        var (now, today) = (desk.Now, ServiceDay.Of(desk.Now).Date);
        var (from, until) = (filter.From(today), filter.Until(today));
        var times = (await Wanted(db.Bookings.OnDays(from, until), filter, now).Select(b => new { b.Day.ServiceDay, b.State, b.Slot.Start, b.Slot.End })
            .ToListAsync()).ToLookup(b => b.ServiceDay);
        var (calendar, roster) = (await db.Calendar(from), await db.RosterOf(from, until));
        var people = (await Holders(db)).Where(p => filter.Person is null || p.Id == filter.Person)
            .Where(p => filter.Kind is not { } kind || p.Duties.Contains(kind.Needs)).ToList();
        return [.. Range(from, until).Select(day => new CalendarMonthDay(day.Date, calendar.WhyClosed(day.Date), times[day.Date].Count(),
            times[day.Date].Count(b => b.State == BookingState.Tentative), Sum(times[day.Date].Select(b => b.End - b.Start)),
            calendar.HoursOn(day) is null ? TimeSpan.Zero : Sum(people.Select(p => roster.Of(p.Id, day).Length))))];
    }

    /// <summary>
    /// Returns whether a time can be booked, as the form shows it while it is being chosen. What decides is the booking itself: a colleague may be
    /// faster.
    /// </summary>
    /// <param name="moving">The booking that is to be moved: its own time counts as free.</param>
    /// <param name="client">For whom it is; null while nobody is chosen. A booking that is moved knows.</param>
    [DisplayName("その時間に予約できるかを見る")]
    [Allowed(Casework = true)]
    public async Task<SlotVerdict> Fit(BookingPlan plan, Guid? moving, Guid? client = null)
    {
        desk.MayDo<CalendarDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var terms = (await db.TermsOf(plan.Kind, now)).Lasting(plan.Minutes);
        var (slot, calendar) = (new Slot(plan.Start, terms.Minutes), await db.Calendar(ServiceDay.Of(plan.Start).Date));
        var old = moving is { } id ? await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) : null;
        if (WhyNever(plan, slot, terms, calendar, now) is { } never)
            return new(SlotFit.Refused, never);
        var clash = (old?.ClientId ?? client) is { } whose ? await db.Bookings.ClashOf(whose, slot, moving, now) : null;
        var free = (await FreeSlots.Read(db, terms, plan.Method, slot.Day, slot.Day, now, now, old)).PeopleFor(plan.Start, null);
        var (isRefused, why) = plan.StaffId is { } staff ? free.Contains(staff) ? (false, null) : await WhyNot(db, plan, slot, terms, staff, moving)
            : (false, free.Count > 0 ? null : "空いている人がいません。");
        return isRefused ? new(SlotFit.Refused, why!)
            : clash is not null || why is not null ? new(SlotFit.Beyond, $"{clash}{why}")
            : new(SlotFit.Free, plan.StaffId is null ? $"{free.Count}人が空いています。" : "空いています。");
    }

    /// <summary>Returns why a person who is not free cannot hold a talk, or cannot without a reason.</summary>
    private static async Task<(bool IsRefused, string Why)> WhyNot(OneStopDb db, BookingPlan plan, Slot slot, BookingTerms terms, Guid staffId, Guid? moving)
    {
        var person = await db.Users.AsNoTracking().SingleAsync(u => u.Id == staffId);
        if (person.LeftAt is not null)
            return (true, $"{person.Name}さんは、もう勤務していない人です。担当者を選んでください。");
        if (!person.Duties.Contains(plan.Kind.Needs))
            return (true, $"{person.Name}さんは、{plan.Kind.InJapanese}の担当ではない人です。担当者を選んでください。");
        var first = BookingCell.IndexOf(slot.Start.AddMinutes(-terms.BufferBefore));
        var lanes = await db.BookingCells.Where(b => b.StaffId == staffId && b.Quarter >= first && b.Quarter < first + terms.Quarters
            && (moving == null || b.BookingId != moving)).Select(b => b.Lane).Distinct().CountAsync();
        return lanes > 1 ? (true, "この時間には、すでに2件の予約があります。")
            : (false, lanes == 1 ? "ほかの予約（前後の空き時間をふくむ）と重なります。" : "勤務の時間の外です。");
    }

    /// <summary>Returns why nobody can hold a talk then; null if somebody could.</summary>
    private static string? WhyNever(BookingPlan plan, Slot slot, BookingTerms terms, ServiceCalendar calendar, DateTimeOffset now) =>
        plan.Start < now ? "もう過ぎた時間です。これからの日時を選んでください。"
        : calendar.Covers(slot, plan.Method) ? !terms.IsApproved(plan.Method, slot.Day) ? BookingTerms.NoVideo
            : terms.Offers(plan.Method, slot.Day) ? null : $"{plan.Kind.InJapanese}は、{plan.Method.InJapanese}では行っていません。ほかの方法を選んでください。"
        : calendar.WhyClosed(slot.Day.Date) is { } why ? $"{slot.Day}は休業日です（{why}）。"
        : calendar.HoursOn(slot.Day, plan.Method) is { } hours
            ? $"{plan.Method.InJapanese}の相談は{ServiceDay.SayTime(hours.Opens)}〜{ServiceDay.SayTime(hours.Closes)}です。"
            : $"{slot.Day}は、{plan.Method.InJapanese}の相談を行っていません。";

    /// <summary>Returns a day to be printed, and records an export for each person on it.</summary>
    [DisplayName("1日の予約を印刷する")]
    [Allowed(Casework = true)]
    public async Task<CalendarView> Print(CalendarFilter filter)
    {
        desk.MayDo<CalendarDesk>();
        await using var db = await desk.Read();
        var view = await Read(db, filter with { View = CalendarShape.Agenda });
        foreach (var client in view.Rows.Select(r => r.ClientId).Distinct())
            db.RecordExport(Printed, view.Days[0].Day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), client, desk.Now);
        await db.SaveChangesAsync();
        return view;
    }

    private async Task<CalendarView> Read(OneStopDb db, CalendarFilter filter)
    {
        var now = desk.Now;
        var today = ServiceDay.Of(now);
        var (from, until) = (filter.From(today.Date), filter.Until(today.Date));
        var rows = await db.SayOutside(await Wanted(db.Bookings.OnDays(from, until), filter, now).ToRows(db).Take(BookingDesk.MostRows).ToListAsync(), now);
        var (calendar, roster) = (await db.Calendar(from), await db.RosterOf(from, until));
        var (days, withBookings) = (Range(from, until), rows.Select(r => r.StaffId).ToHashSet());
        var set = await db.BookingTerms.AsNoTracking().ToListAsync();
        return new(today, [.. days.Select(d => new CalendarDay(d, calendar.WhyClosed(d.Date), HoursOf(calendar, d)))],
            [.. (await db.Users.AsNoTracking().ToListAsync()).Where(p => withBookings.Contains(p.Id) || (p.LeftAt is null && HoldsTalks(p)))
                .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id)
                .Select(p => new CalendarPerson(p.Id, p.Name, [.. days.Select(d => roster.Of(p.Id, d))],
                    [.. Enum.GetValues<BookingKind>().Where(k => p.Duties.Contains(k.Needs))]))],
            desk.Show(rows),
            Enum.GetValues<BookingKind>().Select(k => set.Find(t => t.Kind == k) ?? BookingTerms.Standard(k))
                .ToDictionary(t => t.Kind, t => new CalendarTerms(t.Minutes, t.BufferBefore, t.BufferAfter)));
    }

    private static IQueryable<Booking> Wanted(IQueryable<Booking> bookings, CalendarFilter filter, DateTimeOffset now) =>
        bookings.Taking(now).Where(b => (filter.Kind == null || b.Kind == filter.Kind) && (filter.Method == null || b.Method == filter.Method)
            && (filter.Person == null || b.StaffId == filter.Person));

    private static async Task<IEnumerable<StaffMember>> Holders(OneStopDb db) =>
        (await db.Users.AsNoTracking().WorkingHere().ToListAsync()).Where(HoldsTalks);

    private static bool HoldsTalks(StaffMember member) => Enum.GetValues<BookingKind>().Any(k => member.Duties.Contains(k.Needs));

    private static Dictionary<ContactMethod, ServiceHours> HoursOf(ServiceCalendar calendar, ServiceDay day) => Enum.GetValues<ContactMethod>()
        .Select(m => (Method: m, Hours: calendar.HoursOn(day, m))).Where(h => h.Hours is not null).ToDictionary(h => h.Method, h => h.Hours!);

    private static List<ServiceDay> Range(DateOnly from, DateOnly until) =>
        [.. Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(d => new ServiceDay(from.AddDays(d)))];

    private static TimeSpan Sum(IEnumerable<TimeSpan> lengths) => lengths.Aggregate(TimeSpan.Zero, (sum, length) => sum + length);
}
