using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts;

/// <summary>
/// 勤務の窓口: working times, seen by all caseworkers and changed by managers. A change may leave bookings outside their person's times; the result
/// lists them, so that somebody deals with them.
/// </summary>
[DisplayName("勤務")]
public sealed class ShiftDesk(DeskContext desk, IBookedTimes booked)
{
    /// <summary>Announced when shifts have changed.</summary>
    public const string Topic = "shifts";

    private const int DaysOfWeek = 7;

    /// <summary>Returns the week that contains a day, of everybody or of one person.</summary>
    [DisplayName("勤務を見る")]
    [Allowed(Casework = true)]
    public async Task<ShiftWeek> Week(DateOnly day, Guid? staffId = null)
    {
        desk.MayDo<ShiftDesk>();
        var (now, monday) = (desk.Now, day.Monday);
        var days = Enumerable.Range(0, DaysOfWeek).Select(monday.AddDays).ToList();
        var sunday = days[^1];
        await using var db = await desk.Read();
        var people = (await db.ShiftWorkers()).Where(p => staffId is null || p.Id == staffId).ToList();
        var roster = await db.RosterOf(monday, sunday);
        var outside = (await booked.Ahead(db, monday, sunday, now))
            .Where(b => (staffId == null || b.StaffId == staffId) && !roster.Of(b.StaffId, b.Slot.Day).Cover(b.Slot)).ToList();
        var counts = outside.ToLookup(b => (b.StaffId, b.Slot.Day.Date));
        var calendar = await db.Calendar(monday);
        return new(monday, ServiceDay.Of(now).Date,
            [.. people.Select(p => new ShiftRow(p.Id, p.Name, string.Join("・", p.Duties.Select(d => d.InJapanese)),
                [.. days.Select(d => new ShiftCell(d, roster.Of(p.Id, new(d)), roster.IsException(p.Id, d), counts[(p.Id, d)].Count()))]))],
            desk.Show(outside),
            days.Where(d => calendar.WhyClosed(d) is not null).ToDictionary(d => d, d => calendar.WhyClosed(d)!));
    }

    /// <summary>Returns a person's weekly patterns, the latest first; null if the person has no shifts.</summary>
    [DisplayName("勤務の型を見る")]
    [Allowed(Casework = true)]
    public async Task<PatternView?> Patterns(Guid staffId)
    {
        desk.MayDo<ShiftDesk>();
        await using var db = await desk.Read();
        if ((await db.ShiftWorkers()).FirstOrDefault(p => p.Id == staffId) is not { } person)
            return null;
        var today = ServiceDay.Of(desk.Now).Date;
        var rows = await db.WeeklyShifts.AsNoTracking().Where(s => s.StaffId == staffId).ToListAsync();
        var roster = new Roster(rows, []);
        var dates = rows.Select(r => r.EffectiveFrom).Distinct().OrderDescending().ToList();
        var inForce = dates.FirstOrDefault(d => d <= today);
        return new(staffId, person.Name, today, [.. dates.Select(from => new PatternRow(from, WeekFrom(roster, staffId, from), from == inForce))]);
    }

    /// <summary>勤務の型を決める: sets a whole week from a date on. Later patterns replace it from their own dates on.</summary>
    /// <exception cref="RuleException">The date is missing or past, or a day cannot be parsed.</exception>
    /// <exception cref="ConflictException{T}">Somebody else has set a pattern since the form showed the latest one.</exception>
    [DisplayName("勤務の型を決める")]
    [Allowed(Duty.Manager)]
    public async Task<ShiftChange> SetPattern(Guid staffId, Edit<PatternWish> edit)
    {
        desk.MayDo<ShiftDesk>();
        var (now, week) = (desk.Now, edit.Wish.Week);
        if (edit.Wish.From is not { } from)
            throw new RuleException("いつからかを入力してください。", nameof(PatternWish.From));
        ShiftEdits.RefusePast(from, now);
        return await Change([staffId], from, DateOnly.MaxValue, async db =>
        {
            await db.TakeTurn(); // a pattern is seven rows without a version: concurrent changes run one after the other
            var rows = await db.WeeklyShifts.Where(s => s.StaffId == staffId).ToListAsync();
            edit.On(PatternWish.Of(edit.Was.From, rows.Count == 0 ? null : WeekFrom(new(rows, []), staffId, rows.Max(r => r.EffectiveFrom))));
            var current = WeekFrom(new(rows, []), staffId, from);
            var edits = new List<PatternEdit>();
            foreach (var (weekday, times) in week.Where(d => d.Value != current[d.Key]).OrderBy(d => d.Key))
            {
                var row = rows.SingleOrDefault(r => r.Weekday == weekday && r.EffectiveFrom == from);
                var edit = new PatternEdit(staffId, weekday, from, row?.Times, times);
                db.Put(row, edit, times, now);
                edits.Add(edit);
            }
            return ([], edits);
        });
    }

    /// <summary>その日だけ変える.</summary>
    /// <param name="times">Null goes back to the pattern.</param>
    /// <exception cref="RuleException">The day is past.</exception>
    [DisplayName("1日の勤務を変える")]
    [Allowed(Duty.Manager)]
    public async Task<ShiftChange> SetDay(Guid staffId, DateOnly date, WorkingTimes? times)
    {
        desk.MayDo<ShiftDesk>();
        return await Change([staffId], date, date, async db => (await db.Apply([new(staffId, date, times)], desk.Now), []));
    }

    /// <summary>勤務をぬる: adds a span to a day's times, or takes it away.</summary>
    /// <exception cref="RuleException">The day is past, or it would have too many spans.</exception>
    [DisplayName("勤務をぬる")]
    [Allowed(Duty.Manager)]
    public async Task<ShiftChange> Paint(Guid staffId, DateOnly date, TimeSpan from, TimeSpan until, bool works)
    {
        desk.MayDo<ShiftDesk>();
        return await Change([staffId], date, date, async db =>
        {
            await db.TakeTurn(); // what is there is read and added to: two strokes at once would lose one
            var times = (await db.RosterOf(date, date)).Of(staffId, new(date));
            return (await db.Apply([new(staffId, date, works ? times.With(from, until) : times.Without(from, until))], desk.Now), []);
        });
    }

    /// <summary>週を写す: copies the times of a week into another, of everybody or of one person. Past days of the target week are not changed.</summary>
    [DisplayName("週の勤務を写す")]
    [Allowed(Duty.Manager)]
    public async Task<ShiftChange> CopyWeek(DateOnly from, DateOnly to, Guid? staffId = null)
    {
        desk.MayDo<ShiftDesk>();
        var (source, target, today) = (from.Monday, to.Monday, ServiceDay.Of(desk.Now).Date);
        var people = (await Workers()).Where(p => staffId is null || p == staffId).ToList();
        var days = Enumerable.Range(0, DaysOfWeek).Where(d => target.AddDays(d) >= today).ToList();
        return await Change(people, target, target.AddDays(DaysOfWeek - 1), async db =>
        {
            var roster = await db.RosterOf(source, source.AddDays(DaysOfWeek - 1));
            var wishes = people.SelectMany(p => days.Select(d => new DayWish(p, target.AddDays(d), roster.Of(p, new(source.AddDays(d)))))).ToList();
            return (await db.Apply(wishes, desk.Now), []);
        });
    }

    /// <summary>元に戻す: restores what nobody has changed since.</summary>
    /// <exception cref="RuleException">All of it has been changed since, or is past.</exception>
    [DisplayName("勤務の変更を元に戻す")]
    [Allowed(Duty.Manager)]
    public async Task PutBack(ShiftChange change)
    {
        desk.MayDo<ShiftDesk>();
        var now = desk.Now;
        var back = await desk.Change(async db => await db.PutBack(change.Days, now) + await db.PutBack(change.Patterns, now));
        if (back == 0)
            throw new RuleException("そのあとで変わったか、過ぎた日のため、元に戻せません。");
    }

    private async Task<ShiftChange> Change(IReadOnlyList<Guid> people, DateOnly from, DateOnly until,
        Func<OneStopDb, Task<(IReadOnlyList<DayEdit>, IReadOnlyList<PatternEdit>)>> change)
    {
        var (before, (days, patterns)) = await desk.Change(async db => (await db.RosterOf(from, until), await change(db)));
        if (days.Count + patterns.Count == 0)
            return new([], [], []);
        await using var db = await desk.Read();
        return new(days, patterns, desk.Show((await booked.Ahead(db, from, until, desk.Now)).Uncovered(people, before, await db.RosterOf(from, until))));
    }


    private async Task<List<Guid>> Workers()
    {
        await using var db = await desk.Read();
        return [.. (await db.ShiftWorkers()).Select(p => p.Id)];
    }

    /// <summary>Returns the times of each weekday by the patterns in force on a date.</summary>
    private static Dictionary<DayOfWeek, WorkingTimes> WeekFrom(Roster patterns, Guid staffId, DateOnly from) =>
        Enum.GetValues<DayOfWeek>().ToDictionary(w => w, w => patterns.PatternOf(staffId, w, from));
}
