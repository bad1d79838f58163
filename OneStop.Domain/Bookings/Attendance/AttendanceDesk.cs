using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Attendance;

/// <summary>来談の状況の窓口: at which hours, by which method and how far ahead bookings are missed. It counts bookings; no number is about a person.</summary>
[DisplayName("来談の状況")]
public sealed class AttendanceDesk(DeskContext desk)
{
    private const int LongestPeriod = 800;

    /// <summary>Counts the bookings of some service days (both inclusive) by how they ended. A moved one counts once, at its last time.</summary>
    /// <exception cref="RuleException">The period ends before it begins, or is too long.</exception>
    [DisplayName("来談の状況を見る")]
    [Allowed(Casework = true)]
    public async Task<AttendanceView> Counts(DateOnly from, DateOnly until)
    {
        desk.MayDo<AttendanceDesk>();
        RefusePeriod(from, until);
        await using var db = await desk.Read();
        return AttendanceView.Of(await Ended(db, from, until));
    }

    /// <summary>Returns the bookings behind a number of <see cref="Counts"/>, by their start, at most <see cref="BookingDesk.MostRows"/>.</summary>
    /// <exception cref="RuleException">The period ends before it begins, or is too long.</exception>
    [DisplayName("来談の状況の内訳を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<BookingRow>> Behind(DateOnly from, DateOnly until, AttendanceNumber number)
    {
        desk.MayDo<AttendanceDesk>();
        RefusePeriod(from, until);
        await using var db = await desk.Read();
        var ids = (await Ended(db, from, until)).Where(number.Counts).Select(b => b.Id).Take(BookingDesk.MostRows).ToList();
        return desk.Show(await db.Bookings.AsNoTracking().Where(b => ids.Contains(b.Id)).ToRows(db).ToListAsync());
    }

    private static async Task<List<AttendedBooking>> Ended(OneStopDb db, DateOnly from, DateOnly until) =>
        [.. (await db.Bookings.AsNoTracking().OnDays(from, until).Evident(db).Where(b => b.State != BookingState.Confirmed).OrderBy(b => b.Slot.Start)
            .Select(b => new { b.Id, b.Day.HourBand, b.Method, b.ChosenAt, b.Day.ServiceDay, b.State }).ToListAsync())
            .Select(b => new AttendedBooking(b.Id, b.HourBand == 0 ? 24 : b.HourBand, b.Method, LeadTime.Of(b.ChosenAt, b.ServiceDay), b.State))];

    private static void RefusePeriod(DateOnly from, DateOnly until)
    {
        if (until < from || until.DayNumber - from.DayNumber > LongestPeriod)
            throw new RuleException("期間は、始まりから終わりへ、2年までで選んでください。");
    }
}
