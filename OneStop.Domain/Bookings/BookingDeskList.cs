using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>The list of bookings: of a day or a week, by a search, and as a file.</summary>
public sealed partial class BookingDesk
{
    /// <summary>The most rows of one list; a week of twenty people has fewer.</summary>
    public const int MostRows = 1500;

    /// <summary>The name under which the audit trail records a list that was saved as a file.</summary>
    public const string Exported = "BookingList";

    private const int SearchedDays = 180;

    /// <summary>
    /// Returns the bookings of some service days by their start, or, in a search, those of the clients found, half a year back and ahead. Holds that
    /// have run out are left out. A search is recorded, and so is a look at each person whose row is on the page.
    /// </summary>
    [DisplayName("予約の一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<BookingList> List(ListQuery<BookingFilter> query)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var (now, filter, sought) = (desk.Now, query.Filter, query.Words.Trim());
        var today = ServiceDay.Of(now).Date;
        var bookings = (sought.Length > 0
            ? db.Bookings.OnDays(today.AddDays(-SearchedDays), today.AddDays(SearchedDays))
            : db.Bookings.OnDays(filter.From(today), filter.Until(today))).Shown(now);
        if (sought.Length > 0)
        {
            await db.RecordSearch(nameof(Booking), sought, key, now);
            await db.SaveChangesAsync();
            bookings = bookings.OfSought(db, sought);
        }
        var rows = await db.SayOutside(await bookings.ToRows(db).Take(MostRows).ToListAsync(), now);
        IReadOnlyList<BookingRow> held = [.. rows.Where(filter.Holds)];
        var part = held.Where(filter.Shows).ToList().ToPart(query.Page, rows.Count);
        return new(part with { Rows = desk.Show(part.Rows) }, held.CountBy(r => r.State).ToDictionary(), held.Count(r => r.Outside != Outside.Nothing),
            [.. rows.Select(r => new FreePerson(r.StaffId, r.StaffName)).Distinct().OrderBy(p => p.Name, StringComparer.Ordinal)], rows.Count == MostRows);
    }

    /// <summary>持ち出し: returns the bookings of all pages of the list, and records an export for each person in it.</summary>
    [DisplayName("予約の一覧を保存する")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<BookingRow>> Export(BookingFilter filter)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var (from, until) = (filter.From(ServiceDay.Of(now).Date), filter.Until(ServiceDay.Of(now).Date));
        IReadOnlyList<BookingRow> rows =
            [.. (await db.SayOutside(await db.Bookings.OnDays(from, until).Shown(now).ToRows(db).ToListAsync(), now)).Where(filter.Shows)];
        foreach (var client in rows.Select(r => r.ClientId).Distinct())
            db.RecordExport(Exported, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), client, now);
        await db.SaveChangesAsync();
        return desk.Show(rows);
    }
}
