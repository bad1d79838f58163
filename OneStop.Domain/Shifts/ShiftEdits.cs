using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts;

/// <summary>Changes shifts, for manual changes and imports alike, and finds the bookings left outside their person's times.</summary>
internal static class ShiftEdits
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the staff with shifts: everybody except the City and those who are only administrators.</summary>
        public async Task<IReadOnlyList<StaffMember>> ShiftWorkers() =>
            [.. (await db.Users.AsNoTracking().WorkingHere().ToListAsync()).Where(m => m.Duties.Any(d => d is not (Duty.City or Duty.Administrator)))
                .OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Id)];

        /// <summary>Sets the times of days. A day equal to its pattern is no exception, and nothing is written if nothing changes.</summary>
        /// <exception cref="RuleException">A day is past.</exception>
        public async Task<IReadOnlyList<DayEdit>> Apply(IReadOnlyList<DayWish> wishes, DateTimeOffset now, Guid? importId = null)
        {
            if (wishes.Count == 0)
                return [];
            var (from, until, people) = (wishes.Min(w => w.Date), wishes.Max(w => w.Date), wishes.Select(w => w.StaffId).ToHashSet());
            RefusePast(from, now);
            var patterns = new Roster(await db.WeeklyShifts.AsNoTracking().BegunBy(until).ToListAsync(), []);
            var exceptions = (await db.ShiftExceptions.Between(from, until).ToListAsync()).Where(e => people.Contains(e.StaffId))
                .ToDictionary(e => (e.StaffId, e.Date));
            var edits = new List<DayEdit>();
            foreach (var wish in wishes)
            {
                var target = wish.Times == patterns.Of(wish.StaffId, new(wish.Date)) ? null : wish.Times;
                var exception = exceptions.GetValueOrDefault((wish.StaffId, wish.Date));
                if (exception?.Times == target)
                    continue;
                edits.Add(new(wish.StaffId, wish.Date, exception?.Times, target, exception?.ImportId));
                db.Put(exception, wish.StaffId, wish.Date, target, now, importId);
            }
            return edits;
        }

        /// <summary>Restores days that nobody has changed since.</summary>
        /// <returns>The number of days restored.</returns>
        public async Task<int> PutBack(IReadOnlyList<DayEdit> edits, DateTimeOffset now)
        {
            if (edits.Count == 0)
                return 0;
            var (from, until, today) = (edits.Min(e => e.Date), edits.Max(e => e.Date), ServiceDay.Of(now).Date);
            var exceptions = (await db.ShiftExceptions.Between(from, until).ToListAsync()).ToDictionary(e => (e.StaffId, e.Date));
            var back = edits.Where(e => e.Date >= today && exceptions.GetValueOrDefault((e.StaffId, e.Date))?.Times == e.After).ToList();
            foreach (var edit in back)
                db.Put(exceptions.GetValueOrDefault((edit.StaffId, edit.Date)), edit.StaffId, edit.Date, edit.Before, now, edit.BeforeImport);
            return back.Count;
        }

        /// <inheritdoc cref="PutBack(OneStopDb, IReadOnlyList{DayEdit}, DateTimeOffset)"/>
        public async Task<int> PutBack(IReadOnlyList<PatternEdit> edits, DateTimeOffset now)
        {
            var (back, today) = (0, ServiceDay.Of(now).Date);
            foreach (var edit in edits.Where(e => e.From >= today))
            {
                var row = await db.WeeklyShifts.SingleOrDefaultAsync(s => s.StaffId == edit.StaffId && s.Weekday == edit.Weekday
                    && s.EffectiveFrom == edit.From);
                if (row?.Times != edit.After)
                    continue;
                db.Put(row, edit, edit.Before, now);
                back++;
            }
            return back;
        }

        /// <summary>Sets a weekday of a pattern; null deletes the row.</summary>
        public void Put(WeeklyShift? row, PatternEdit edit, WorkingTimes? times, DateTimeOffset now)
        {
            if (row is null)
                db.WeeklyShifts.Add(WeeklyShift.For(edit.StaffId, edit.Weekday, edit.From, times!, now));
            else if (times is null)
                db.WeeklyShifts.Remove(row);
            else
                row.Change(times);
        }

        private void Put(ShiftException? exception, Guid staffId, DateOnly date, WorkingTimes? times, DateTimeOffset now, Guid? importId)
        {
            if (times is null)
                db.ShiftExceptions.Remove(exception!);
            else if (exception is null)
                db.ShiftExceptions.Add(ShiftException.On(staffId, date, times, now, importId));
            else
                exception.Change(times, importId);
        }
    }

    extension(IReadOnlyList<IBookedTime> promised)
    {
        /// <summary>Returns the coming bookings of these people that lay within their times before and lie outside now.</summary>
        /// <param name="before">The roster before the change.</param>
        /// <param name="after">The roster after it.</param>
        public IReadOnlyList<IBookedTime> Uncovered(IReadOnlyCollection<Guid> people, Roster before, Roster after) =>
            [.. promised.Where(b => people.Contains(b.StaffId) && before.Of(b.StaffId, b.Slot.Day).Cover(b.Slot)
                && !after.Of(b.StaffId, b.Slot.Day).Cover(b.Slot))];
    }

    /// <exception cref="RuleException">The day is past.</exception>
    public static void RefusePast(DateOnly day, DateTimeOffset now)
    {
        if (day < ServiceDay.Of(now).Date)
            throw new RuleException("過ぎた日の勤務は変えられません。");
    }
}
