using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Accounts;

/// <summary>
/// Passes coming bookings to colleagues who are free then. The bookings are read without the people filter, which an administrator lacks; the clients
/// are not shown.
/// </summary>
public sealed partial class AccountDesk
{
    /// <summary>Returns somebody's coming bookings; with new duties, only those that the duties do not cover.</summary>
    private async Task<List<Booking>> Coming(OneStopDb db, Guid staffId, IReadOnlyList<Duty>? duties)
    {
        db.SeeEverybody("only times and kinds of coming talks are handed on");
        var now = desk.Now;
        var coming = await db.Bookings.Include(b => b.Cells)
            .Where(b => b.StaffId == staffId && b.Slot.End > now && (b.State == BookingState.Tentative || b.State == BookingState.Confirmed)
                && (b.HeldUntil == null || b.HeldUntil > now))
            .OrderBy(b => b.Slot.Start).ToListAsync();
        return [.. coming.Where(b => duties is null || !duties.Contains(b.Kind.Needs) || !duties.Any(d => d.SeesPeople))];
    }

    private async Task<OpenBooking> WithWhoIsFree(OneStopDb db, Booking booking, IReadOnlyList<StaffMember> colleagues)
    {
        var free = await FreeFor(db, booking, desk.Now);
        return new(booking.Id, booking.Slot.Start, booking.Kind, booking.Method,
            [.. free.Join(colleagues, id => id, c => c.Id, (id, c) => new Successor(id, c.Name))]);
    }

    /// <summary>Runs in a turn: otherwise a concurrent booking could choose the same person.</summary>
    /// <exception cref="RuleException">Nobody was chosen for a booking, or the person chosen is not free then.</exception>
    private async Task HandOver(OneStopDb db, StaffMember from, List<Booking> bookings, TransferPlan? handing)
    {
        var chosen = handing?.Bookings ?? new Dictionary<Guid, Guid>();
        if (bookings.Count(b => !chosen.ContainsKey(b.Id)) is var missing and > 0)
            throw new RuleException($"{from.Name} さんが担当する、これからの予約が{missing}件あります。引き継ぐ人を選んでください。空いている人がいなければ、先に「予約」で日時を変えるか、取り消してください。");
        var given = new HashSet<(Guid Person, long Quarter)>();
        foreach (var booking in bookings)
        {
            var person = chosen[booking.Id];
            if (person == from.Id || !(await FreeFor(db, booking, desk.Now)).Contains(person) || !booking.Cells.All(c => given.Add((person, c.Quarter))))
                throw new RuleException($"{JapanTime.Say(booking.Slot.Start)}の予約を引き継ぐ人は、その時間に空いていません。選び直してください。");
            booking.HandTo(person);
        }
    }

    private static async Task<IReadOnlyList<Guid>> FreeFor(OneStopDb db, Booking booking, DateTimeOffset now)
    {
        var (start, day) = (booking.Slot.Start, booking.Slot.Day);
        return (await FreeSlots.Read(db, await db.TermsOf(booking.Kind, now), booking.Method, day, day, start, now, booking)).PeopleFor(start, null);
    }
}
