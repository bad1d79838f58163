using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Evidence;

/// <summary>時間帯ごとの利用の窓口: the figures that support a change of hours, to which the City has to agree (仕様書 7(2)①(エ)).</summary>
[DisplayName("時間帯ごとの利用")]
public sealed class EvidenceDesk(DeskContext desk)
{
    private const int LongestPeriod = 800;

    /// <summary>Counts the bookings of some service days (both inclusive) by hour band and method.</summary>
    /// <exception cref="RuleException">The period ends before it begins, or is too long.</exception>
    [DisplayName("時間帯ごとの利用を見る")]
    [Allowed(Casework = true)]
    public async Task<HoursEvidence> Evidence(DateOnly from, DateOnly until)
    {
        desk.MayDo<EvidenceDesk>();
        RefusePeriod(from, until);
        await using var db = await desk.Read();
        return HoursEvidence.Of(await db.Bookings.AsNoTracking().OnDays(from, until).Evident(db).CountedByBand().ToListAsync());
    }

    /// <summary>Returns the bookings behind a number of <see cref="Evidence"/>, by their start, at most <see cref="BookingDesk.MostRows"/>.</summary>
    /// <exception cref="RuleException">The period ends before it begins, or is too long.</exception>
    [DisplayName("時間帯ごとの利用の内訳を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<BookingRow>> Behind(DateOnly from, DateOnly until, EvidenceNumber number)
    {
        desk.MayDo<EvidenceDesk>();
        RefusePeriod(from, until);
        await using var db = await desk.Read();
        return desk.Show(await db.Bookings.AsNoTracking().OnDays(from, until).Evident(db).Behind(number).ToRows(db).Take(BookingDesk.MostRows).ToListAsync());
    }

    private static void RefusePeriod(DateOnly from, DateOnly until)
    {
        if (until < from || until.DayNumber - from.DayNumber > LongestPeriod)
            throw new RuleException("期間は、始まりから終わりへ、2年までで選んでください。");
    }
}
