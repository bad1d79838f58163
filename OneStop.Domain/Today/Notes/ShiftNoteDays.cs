using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;

namespace OneStop.Domain.Today.Notes;

/// <summary>Works out until when a note is shown.</summary>
internal static class ShiftNoteDays
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Returns the last service day of a note: closed days do not count, and neither do the days before its one reader is at work again.
        /// </summary>
        public async Task<DateOnly> LastDayOf(ShiftNoteWish wish, DateTimeOffset now)
        {
            var today = ServiceDay.Of(now);
            var from = wish.ForStaffId is { } one ? await db.NextAtWork(one, today, now) ?? today : today;
            return (await db.Calendar(today.Date)).OpenDays(from).Select(d => d.Date).Take(ShiftNote.ShownForDays)
                .DefaultIfEmpty(from.AddDays(ShiftNote.ShownForDays - 1).Date).Last();
        }

        /// <summary>Returns the next service day on which a person has working times that are not over, and is not away; null if none is known.</summary>
        private async Task<ServiceDay?> NextAtWork(Guid staffId, ServiceDay today, DateTimeOffset now)
        {
            var last = today.AddDays(ShiftNote.ListedForDays).Date;
            var roster = await db.RosterOf(today.Date, last);
            var absences = await db.Absences.AsNoTracking().Where(a => a.StaffId == staffId && (a.Until == null || a.Until >= today.Date)).ToListAsync();
            return Enumerable.Range(0, ShiftNote.ListedForDays + 1).Select(today.AddDays).Where(day => !absences.Exists(a => a.Covers(day.Date))
                && roster.Of(staffId, day).Spans.Any(s => day.At(s.Until) > now)).Select(day => (ServiceDay?)day).FirstOrDefault();
        }
    }
}
