using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Today;

/// <summary>A coming booking that somebody has to hold.</summary>
/// <param name="IsDecided">Whether it was entered outside the shift or beside another on purpose, with a reason.</param>
internal sealed record TalkAhead(Guid Id, Guid StaffId, BookingKind Kind, ContactMethod Method, DateTimeOffset Start, DateTimeOffset End, DateOnly Day,
    bool IsDecided)
{
    public Slot Slot => new(Start, (int)(End - Start).TotalMinutes);
}

/// <summary>Who can hold coming bookings: the one who was booked, or whoever stands in. Read once for all of them.</summary>
internal sealed class Holders
{
    private readonly ServiceCalendar calendar;
    private readonly Roster roster;
    private readonly Dictionary<Guid, StaffMember> here;
    private readonly List<Absence> absences;
    private readonly ILookup<Guid, TakenTime> taken;

    private Holders(ServiceCalendar calendar, Roster roster, List<StaffMember> here, List<Absence> absences, List<TakenTime> taken) =>
        (this.calendar, this.roster, this.here, this.absences, this.taken) =
            (calendar, roster, here.ToDictionary(s => s.Id), absences, taken.ToLookup(t => t.StaffId));

    /// <param name="talks">At least one.</param>
    public static async Task<Holders> Read(OneStopDb db, IReadOnlyList<TalkAhead> talks, DateTimeOffset now)
    {
        var (first, last) = (talks.Min(t => t.Day), talks.Max(t => t.Day));
        return new(await db.Calendar(first), await db.RosterOf(first, last), await db.Users.AsNoTracking().WorkingHere().ToListAsync(),
            await db.Absences.AsNoTracking().Where(a => a.From <= last && (a.Until == null || a.Until >= first)).ToListAsync(),
            await db.Bookings.TakenBetween(BookingCell.IndexOf(talks.Min(t => t.Start)), BookingCell.IndexOf(talks.Max(t => t.End)), now).ToListAsync());
    }

    /// <summary>Returns why nobody can hold a talk; null if somebody can.</summary>
    public Unheld? WhyNot(TalkAhead talk) =>
        !here.ContainsKey(talk.StaffId) ? Unheld.Left
        : !calendar.Covers(talk.Slot, talk.Method) ? Unheld.OutsideHours
        : AbsenceOf(talk.StaffId, talk.Day) is { } absence ? absence.Substitutes.Any(s => CanStandIn(s, talk)) ? null : Unheld.Away
        : !talk.IsDecided && !roster.Of(talk.StaffId, talk.Slot.Day).Cover(talk.Slot) ? Unheld.OutsideShift
        : null;

    /// <summary>Whether a substitute holds such talks, is at work then, and has no other booking.</summary>
    private bool CanStandIn(Guid staffId, TalkAhead talk)
    {
        var (from, until) = (BookingCell.IndexOf(talk.Start), BookingCell.IndexOf(talk.End));
        return here.TryGetValue(staffId, out var substitute) && substitute.Duties.Contains(talk.Kind.Needs) && AbsenceOf(staffId, talk.Day) is null
            && roster.Of(staffId, talk.Slot.Day).Cover(talk.Slot)
            && taken[staffId].All(t => t.FirstQuarter >= until || t.FirstQuarter + t.Quarters <= from);
    }

    private Absence? AbsenceOf(Guid staffId, DateOnly day) => absences.Find(a => a.StaffId == staffId && a.Covers(day));
}
