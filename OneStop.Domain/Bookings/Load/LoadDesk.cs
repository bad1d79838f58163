using System.ComponentModel;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Load;

/// <summary>混みぐあいの窓口: how full the shifts are, where nobody is left, and where a shift would help.</summary>
[DisplayName("混みぐあい")]
public sealed class LoadDesk(DeskContext desk)
{
    /// <summary>Announced when something was asked for in vain. Bookings, shifts, hours and absences announce themselves.</summary>
    public const string Topic = "load";

    /// <summary>The most days of one question.</summary>
    public const int MostDays = 7;

    private const int DaysAhead = 7;

    /// <summary>Returns how full some service days are.</summary>
    /// <param name="days">1 to <see cref="MostDays"/>.</param>
    [DisplayName("混みぐあいを見る")]
    [Allowed(Casework = true)]
    public async Task<LoadView> Days(DateOnly from, int days)
    {
        desk.MayDo<LoadDesk>();
        var (now, first) = (desk.Now, new ServiceDay(from));
        var all = Enumerable.Range(0, Math.Clamp(days, 1, MostDays)).Select(first.AddDays).ToList();
        await using var db = await desk.Read();
        var reading = await LoadReading.Of(db, first, all[^1], now);
        return new(ServiceDay.Of(now).Date, [.. all.Select(day => reading.Day(day, now))],
            [.. reading.People.Select(p => new PersonRow(p.Id, p.Name, string.Join('・', p.Duties.Select(d => d.InJapanese)),
                [.. all.Select(day => reading.Person(p.Id, day))]))]);
    }

    /// <summary>
    /// Returns the shifts that would help in the week ahead, the most wanted first: from the waiting list and from what was asked for in vain. Who waits
    /// asked before, so the two numbers are not added up.
    /// </summary>
    [DisplayName("勤務の提案を見る")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<ShiftSuggestion>> Suggestions()
    {
        desk.MayDo<LoadDesk>();
        var (now, today) = (desk.Now, ServiceDay.Of(desk.Now));
        await using var db = await desk.Read();
        var reading = await LoadReading.Of(db, today, today.AddDays(DaysAhead), now);
        var wanted = await Wanted.Read(db, today, today.AddDays(DaysAhead));
        return [.. Enumerable.Range(0, DaysAhead + 1).Select(today.AddDays)
            .SelectMany(day => Enum.GetValues<BookingKind>().SelectMany(kind => new ShiftsWanted(reading, wanted, day, kind, now).Suggest()))
            .OrderByDescending(s => Math.Max(s.Asked, s.Waiting)).ThenBy(s => s.Day.Date).ThenBy(s => s.From)];
    }
}
