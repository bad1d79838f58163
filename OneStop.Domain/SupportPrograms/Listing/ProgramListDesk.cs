using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Indicators;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Listing;

/// <summary>プログラムの一覧の窓口: which programs there are, how far they are, and whose turn it is. It reads no contents.</summary>
[DisplayName("自立支援プログラムの一覧")]
public sealed partial class ProgramListDesk(DeskContext desk, AuditKey key, IEnumerable<IIndicatorSource> indicators)
{
    /// <summary>The name under which the audit trail records a list that was saved as a file.</summary>
    public const string Exported = "ProgramList";

    /// <summary>The most rows of a file.</summary>
    public const int MostExported = 5000;

    /// <summary>Returns the programs of a list. A search is recorded, and so is a look at each person on the page.</summary>
    [DisplayName("プログラムの一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<ListPart<ProgramRow>> List(ListQuery<ProgramFilter> query)
    {
        desk.MayDo<ProgramListDesk>();
        await using var db = await desk.Read();
        var standing = db.SupportPrograms.Standing(db);
        var programs = standing.Matching(query.Filter, await db.TurnOfActor(desk.Now));
        if (query.Words.Trim() is { Length: > 0 } sought)
        {
            await db.RecordSearch(nameof(SupportProgram), sought, key, desk.Now);
            await db.SaveChangesAsync();
            programs = programs.Sought(db, sought);
        }
        var part = await programs.SortedBy(db, query.Sort, query.IsDescending).ToRows(db).ToPart(query.Page, standing, programs);
        return part with { Rows = desk.Show(part.Rows) };
    }

    /// <summary>Returns how many programs wait for me, by what for.</summary>
    [DisplayName("私の番のプログラムを数える")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyDictionary<ProgramWait, int>> Waiting()
    {
        desk.MayDo<ProgramListDesk>();
        await using var db = await desk.Read();
        var turn = await db.TurnOfActor(desk.Now);
        var counts = new Dictionary<ProgramWait, int>();
        foreach (var wait in Enum.GetValues<ProgramWait>())
            counts[wait] = await db.SupportPrograms.Standing(db).WaitingFor(turn, wait).CountAsync();
        return counts;
    }

    /// <summary>Returns how many programs wait for me.</summary>
    [DisplayName("私の番のプログラムの数を見る")]
    [Allowed(Casework = true)]
    public async Task<int> CountWaiting()
    {
        desk.MayDo<ProgramListDesk>();
        await using var db = await desk.Read();
        return await db.SupportPrograms.Standing(db).WaitingFor(await db.TurnOfActor(desk.Now), ProgramWait.Any).CountAsync();
    }

    /// <summary>Returns who answers for a program of the list, by name.</summary>
    [DisplayName("プログラムの担当者を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Planner>> Planners()
    {
        desk.MayDo<ProgramListDesk>();
        await using var db = await desk.Read();
        return await db.Users.Where(u => db.SupportPrograms.Any(p => p.PlannerId == u.Id)).OrderBy(u => u.Name)
            .Select(u => new Planner(u.Id, u.Name, u.LeftAt == null)).ToListAsync();
    }

    /// <summary>
    /// 持ち出し: returns the programs of all pages of the list in its order, not more than <see cref="MostExported"/>, and records an export for each person
    /// in it. Contents are not exported. A search has no file.
    /// </summary>
    [DisplayName("プログラムの一覧を保存する")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<ProgramRow>> Export(ListQuery<ProgramFilter> query)
    {
        desk.MayDo<ProgramListDesk>();
        await using var db = await desk.Read();
        var programs = db.SupportPrograms.Standing(db).Matching(query.Filter, await db.TurnOfActor(desk.Now));
        var rows = await programs.SortedBy(db, query.Sort, query.IsDescending).ToRows(db).Take(MostExported).ToListAsync();
        var day = ServiceDay.Of(desk.Now).Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var client in rows.Select(r => r.ClientId).Distinct())
            db.RecordExport(Exported, day, client, desk.Now);
        await db.SaveChangesAsync();
        return desk.Show(rows);
    }
}
