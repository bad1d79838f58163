using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts;

/// <summary>A month of everybody as it stands: what a sheet to be filled in begins with.</summary>
public sealed record MonthSheet(DateOnly Month, IReadOnlyList<MonthSheetRow> People);

/// <summary>One person's month, day by day.</summary>
public sealed record MonthSheetRow(string Name, string SignInName, IReadOnlyList<WorkingTimes> Days);

/// <summary>A day that an import would change.</summary>
/// <param name="WhyClosed">Why nothing is held on that day; null where something is.</param>
public sealed record SheetChange(string Address, Guid StaffId, string Name, DateOnly Date, WorkingTimes Old, WorkingTimes New, string? WhyClosed = null);

/// <summary>What an import would do. Where there is a fault, nothing is imported.</summary>
/// <param name="Unchanged">How many cells are as it stands.</param>
/// <param name="Uncovered">Promised bookings that would come to lie outside their person's times.</param>
/// <param name="Passed">What was not read, and why.</param>
public sealed record ImportCheck(DateOnly Month, IReadOnlyList<SheetChange> Changes, IReadOnlyList<SheetFault> Faults, int Unchanged, IReadOnlyList<IBookedTime> Uncovered, IReadOnlyList<SheetFault> Passed)
{
    /// <summary>The days as they are wished for.</summary>
    internal IReadOnlyList<DayWish> Wishes => [.. Changes.Select(c => new DayWish(c.StaffId, c.Date, c.New))];
}

/// <summary>What an import did.</summary>
/// <param name="Uncovered">Promised bookings that lie outside their person's times now.</param>
public sealed record ImportDone(Guid ImportId, int Days, IReadOnlyList<IBookedTime> Uncovered);

/// <summary>An import of the past.</summary>
public sealed record ImportRow(Guid Id, DateOnly Month, string ImportedBy, DateTimeOffset ImportedAt, int Days, DateTimeOffset? UndoneAt);

/// <summary>勤務表の取り込みの窓口: a month brought in a sheet, checked first, taken in by one save, undone as a whole.</summary>
[DisplayName("勤務表の取り込み")]
public sealed class ShiftImportDesk(DeskContext desk, IBookedTimes booked)
{
    private const int MostRows = 20;

    /// <summary>The month as it stands, for a sheet to be filled in.</summary>
    [DisplayName("勤務表のひな型を作る")]
    [Allowed(Duty.Manager)]
    public async Task<MonthSheet> Sheet(DateOnly month)
    {
        desk.MayDo<ShiftImportDesk>();
        var days = DaysOf(month);
        await using var db = await desk.Read();
        var roster = await db.RosterOf(days[0], days[^1]);
        db.RecordExport("ShiftSheet", days[0].ToString("yyyy-MM", CultureInfo.InvariantCulture), null, desk.Now);
        await db.SaveChangesAsync();
        return new(days[0], [.. (await db.ShiftWorkers()).Select(p => new MonthSheetRow(p.Name, p.UserName ?? "", [.. days.Select(d => roster.Of(p.Id, new(d)))]))]);
    }

    /// <summary>確かめる: what the sheet would change, and what is wrong with it. Nothing is saved.</summary>
    [DisplayName("勤務表を確かめる")]
    [Allowed(Duty.Manager)]
    public async Task<ImportCheck> Check(IReadOnlyList<SheetCell> cells)
    {
        desk.MayDo<ShiftImportDesk>();
        await using var db = await desk.Read();
        var sheet = ShiftSheet.Read(cells, await db.ShiftWorkers());
        if (sheet.Days.Count == 0)
            return new(sheet.Month, [], sheet.Faults, 0, [], sheet.Passed);
        var (days, now) = (DaysOf(sheet.Month), desk.Now);
        var (roster, calendar) = (await db.RosterOf(days[0], days[^1]), await db.Calendar(days[0]));
        var changes = sheet.Days.Select(d => new SheetChange(d.Address, d.StaffId, d.Name, d.Date, roster.Of(d.StaffId, new(d.Date)), d.Times, calendar.WhyClosed(d.Date))).Where(c => c.Old != c.New).ToList();
        var past = changes.Where(c => c.Date < ServiceDay.Of(now).Date).Select(c => new SheetFault(c.Address, $"{JapanTime.Say(c.Date)}は過ぎた日のため、{c.Old}から変えられません。"));
        var check = new ImportCheck(sheet.Month, changes, [.. sheet.Faults, .. past], sheet.Days.Count - changes.Count, [], sheet.Passed);
        return check with { Uncovered = desk.Show((await booked.Ahead(db, days[0], days[^1], now)).Uncovered([.. changes.Select(c => c.StaffId).Distinct()], roster, roster.With(check.Wishes, now))) };
    }

    /// <summary>取り込む: all of it in one save, or nothing.</summary>
    /// <exception cref="RuleException">It has faults, changes nothing, or a day has passed meanwhile.</exception>
    [DisplayName("勤務表を取り込む")]
    [Allowed(Duty.Manager)]
    public async Task<ImportDone> Import(ImportCheck check)
    {
        desk.MayDo<ShiftImportDesk>();
        if (check.Faults.Count > 0)
            throw new RuleException("直すところがあるため、取り込めません。");
        var now = desk.Now;
        var (id, days) = (Guid.CreateVersion7(now), DaysOf(check.Month));
        var (before, edits) = await desk.Change(async db =>
        {
            var roster = await db.RosterOf(days[0], days[^1]);
            var made = await db.Apply(check.Wishes, now, id);
            if (made.Count == 0)
                throw new RuleException("いまの勤務と同じため、取り込むものがありません。");
            db.ShiftImports.Add(ShiftImport.Of(id, check.Month, made, desk.Actor.StaffId, now));
            return (roster, made);
        });
        Announce();
        await using var db = await desk.Read();
        return new(id, edits.Count, desk.Show((await booked.Ahead(db, days[0], days[^1], now)).Uncovered([.. edits.Select(e => e.StaffId).Distinct()], before, await db.RosterOf(days[0], days[^1]))));
    }

    /// <summary>取り込みを取り消す: each day becomes what it was before, but for those that were changed since or are past.</summary>
    /// <returns>How many days were put back.</returns>
    /// <exception cref="RuleException">It was undone before.</exception>
    [DisplayName("勤務表の取り込みを取り消す")]
    [Allowed(Duty.Manager)]
    public async Task<int> Undo(Guid importId)
    {
        desk.MayDo<ShiftImportDesk>();
        var now = desk.Now;
        var back = await desk.Change(async db =>
        {
            var import = await db.ShiftImports.Include(i => i.Days).SingleAsync(i => i.Id == importId);
            import.Undo(desk.Actor.StaffId, now);
            return await db.PutBack([.. import.Days.Select(d => d.Edit)], now);
        });
        Announce();
        return back;
    }

    /// <summary>Undoes <see cref="Undo"/>: each day becomes what the sheet said, but for those that were changed since or are past.</summary>
    /// <returns>How many days were taken in again.</returns>
    /// <exception cref="RuleException">It was not undone.</exception>
    [DisplayName("取り消した取り込みを元に戻す")]
    [Allowed(Duty.Manager)]
    public async Task<int> Redo(Guid importId)
    {
        desk.MayDo<ShiftImportDesk>();
        var now = desk.Now;
        var again = await desk.Change(async db =>
        {
            var import = await db.ShiftImports.Include(i => i.Days).SingleAsync(i => i.Id == importId);
            import.Redo();
            return await db.PutBack([.. import.Days.Select(d => d.Again)], now);
        });
        Announce();
        return again;
    }

    /// <summary>The latest imports.</summary>
    [DisplayName("勤務表の取り込みの一覧を見る")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<ImportRow>> List()
    {
        desk.MayDo<ShiftImportDesk>();
        await using var db = await desk.Read();
        return await db.ShiftImports.AsNoTracking().Latest(db).Take(MostRows).ToListAsync();
    }

    private void Announce() => desk.Live.Announce(ShiftDesk.Topic);

    private static List<DateOnly> DaysOf(DateOnly month) =>
        [.. Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month)).Select(d => new DateOnly(month.Year, month.Month, d))];
}
