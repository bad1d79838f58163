using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Imports;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts;

/// <summary>The present month of everybody, as the template of a sheet to fill in.</summary>
public sealed record MonthSheet(DateOnly Month, IReadOnlyList<MonthSheetRow> People);

/// <summary>A person's month, day by day.</summary>
public sealed record MonthSheetRow(string Name, string SignInName, IReadOnlyList<WorkingTimes> Days);

/// <summary>A day that an import would change.</summary>
/// <param name="WhyClosed">The reason why the day is closed; null if it is not.</param>
public sealed record SheetChange(string Address, Guid StaffId, string Name, DateOnly Date, WorkingTimes Old, WorkingTimes New,
    string? WhyClosed = null) : ImportChange(Address)
{
    public override string Row => Name;
    public override string Field => JapanTime.Say(Date);
    public override string Before => Old.ToString();
    public override string After => New.ToString();
    public override (string Word, string Why)? Mark => WhyClosed is { } why ? ("休業", why) : null;
}

/// <summary>The result of checking an import of a month.</summary>
/// <param name="Uncovered">Coming bookings that would lie outside their person's times.</param>
public sealed record ShiftImportCheck(string Source, DateOnly Month, ColumnMap Map, IReadOnlyList<SheetChange> Changes,
    IReadOnlyList<SheetFault> Faults, IReadOnlyList<SheetFault> Passed, int Unchanged, IReadOnlyList<IBookedTime> Uncovered)
    : ImportCheck(Source, Month == default ? "" : Month.ToString("yyyy年M月", CultureInfo.InvariantCulture), Map, Faults, Passed, Unchanged)
{
    public override IReadOnlyList<ImportChange> Preview => Changes;
}

/// <summary>The result of importing a month.</summary>
/// <param name="Uncovered">Coming bookings that lie outside their person's times now.</param>
public sealed record ShiftImportDone(Guid BatchId, int Rows, IReadOnlyList<IBookedTime> Uncovered) : ImportDone(BatchId, Rows);

/// <summary>勤務表の取り込みの窓口: a month from a sheet, checked first, imported in one save, undone as a whole.</summary>
[DisplayName("勤務表の取り込み")]
public sealed class ShiftImportDesk(DeskContext desk, IBookedTimes booked) : IImportDesk<ShiftImportCheck, ShiftImportDone>
{
    private const string Kind = "Shifts";

    /// <summary>Returns the present month, for a sheet to fill in.</summary>
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
        return new(days[0], [.. (await db.ShiftWorkers()).Select(p =>
            new MonthSheetRow(p.Name, p.UserName ?? "", [.. days.Select(d => roster.Of(p.Id, new(d)))]))]);
    }

    /// <inheritdoc/>
    [DisplayName("勤務表を確かめる")]
    [Allowed(Duty.Manager)]
    public async Task<ShiftImportCheck> Check(UploadedSheet sheet, IReadOnlyDictionary<int, string>? chosen = null)
    {
        desk.MayDo<ShiftImportDesk>();
        await using var db = await desk.Read();
        var read = ShiftSheet.Read(sheet, await db.ShiftWorkers(), chosen);
        var check = new ShiftImportCheck(sheet.Name, read.Month, read.Table.Map, [], read.Table.Faults, read.Table.Passed, 0, []);
        if (read.Days.Count == 0)
            return check;
        var (days, now) = (DaysOf(read.Month), desk.Now);
        var (roster, calendar) = (await db.RosterOf(days[0], days[^1]), await db.Calendar(days[0]));
        var changes = read.Days.Select(d =>
            new SheetChange(d.Address, d.StaffId, d.Name, d.Date, roster.Of(d.StaffId, new(d.Date)), d.Times, calendar.WhyClosed(d.Date)))
            .Where(c => c.Old != c.New).ToList();
        var past = changes.Where(c => c.Date < ServiceDay.Of(now).Date)
            .Select(c => new SheetFault(c.Address, $"{JapanTime.Say(c.Date)}は過ぎた日のため、{c.Old}から変えられません。"));
        var uncovered = (await booked.Ahead(db, days[0], days[^1], now)).Uncovered([.. changes.Select(c => c.StaffId).Distinct()], roster,
            roster.With(Wishes(changes), now));
        return check with
        {
            Changes = changes,
            Faults = [.. check.Faults, .. past],
            Unchanged = read.Days.Count - changes.Count,
            Uncovered = desk.Show(uncovered)
        };
    }

    /// <inheritdoc/>
    [DisplayName("勤務表を取り込む")]
    [Allowed(Duty.Manager)]
    public async Task<ShiftImportDone> Import(ShiftImportCheck check, IProgress<int>? progress = null)
    {
        desk.MayDo<ShiftImportDesk>();
        var (days, before) = (DaysOf(check.Month), new Roster([], []));
        var done = await desk.TakeOver(Kind, check, check.Changes, async (db, batch, changes) =>
        {
            before = await db.RosterOf(days[0], days[^1]);
            ImportCheck.RefuseStale(changes.Where(c => before.Of(c.StaffId, new(c.Date)) != c.Old));
            var edits = await db.Apply(Wishes(changes), desk.Now, batch);
            db.ShiftImportDays.AddRange(edits.Select(e => ShiftImportDay.Of(batch, e)));
            return edits.Count;
        }, progress);
        await using var db = await desk.Read();
        return new(done.BatchId, done.Rows,
            desk.Show((await booked.Ahead(db, days[0], days[^1], desk.Now)).Uncovered([.. check.Changes.Select(c => c.StaffId).Distinct()], before,
                await db.RosterOf(days[0], days[^1]))));
    }

    /// <inheritdoc/>
    [DisplayName("勤務表の取り込みを取り消す")]
    [Allowed(Duty.Manager)]
    public async Task<int> Undo(Guid batchId)
    {
        desk.MayDo<ShiftImportDesk>();
        return await desk.Undo(Kind, batchId,
            async db => await db.PutBack([.. (await db.ShiftImportDays.Of(batchId).ToListAsync()).Select(d => d.Edit)], desk.Now));
    }

    /// <inheritdoc/>
    [DisplayName("取り消した取り込みを元に戻す")]
    [Allowed(Duty.Manager)]
    public async Task<int> Redo(Guid batchId)
    {
        desk.MayDo<ShiftImportDesk>();
        return await desk.Redo(Kind, batchId,
            async db => await db.PutBack([.. (await db.ShiftImportDays.Of(batchId).ToListAsync()).Select(d => d.Again)], desk.Now));
    }

    /// <inheritdoc/>
    [DisplayName("勤務表の取り込みの一覧を見る")]
    [Allowed(Duty.Manager)]
    public Task<ListPart<ImportRow>> List(ListQuery<NoFilter> query)
    {
        desk.MayDo<ShiftImportDesk>();
        return desk.Imports(Kind, query);
    }


    private static IReadOnlyList<DayWish> Wishes(IEnumerable<SheetChange> changes) => [.. changes.Select(c => new DayWish(c.StaffId, c.Date, c.New))];

    private static List<DateOnly> DaysOf(DateOnly month) =>
        [.. Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month)).Select(d => new DateOnly(month.Year, month.Month, d))];
}
