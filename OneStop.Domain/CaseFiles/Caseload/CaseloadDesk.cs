using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.Stages;

namespace OneStop.Domain.CaseFiles.Caseload;

/// <summary>
/// 担当一覧の窓口: who has how many cases, how far they have come, and what is due. All caseworkers see all rows, as they see all clients in the list:
/// whoever transfers a case must know how much the other has.
/// </summary>
[DisplayName("担当一覧")]
public sealed class CaseloadDesk(DeskContext desk, IEnumerable<ICaseTrack> tracks, IEnumerable<IDueSource> sources)
{
    /// <summary>The most cards of a stage that are shown at first; each 「ほか」 shows as many more.</summary>
    public const int CardsAtOnce = 20;

    /// <summary>How far ahead a board looks for the next step.</summary>
    private static readonly TimeSpan BoardAhead = TimeSpan.FromDays(365);

    /// <summary>Returns the numbers of cases by person and stage. Names nobody who is supported.</summary>
    [DisplayName("担当一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<CaseloadTable> Table()
    {
        desk.MayDo<CaseloadDesk>();
        await using var db = await desk.Read();
        var (now, me) = (desk.Now, desk.Actor.StaffId);
        var cases = (await db.OpenCases(tracks, sources, now + DueDesk.Ahead, now)).ToLookup(c => c.StaffId);
        var away = await db.AwayAt(now);
        var staff = (await db.Users.AsNoTracking().OrderBy(s => s.Name).ToListAsync()).Where(s => IsHere(s) || cases.Contains(s.Id));
        return new([new(null, "担当なし", true, null, CellsOf(cases[null], now)),
            .. staff.OrderBy(s => s.Id != me).ThenBy(IsHere).Select(s => new CaseloadRow(s.Id, s.Name, IsHere(s), away.Of(s.Id), CellsOf(cases[s.Id], now)))]);
    }

    /// <summary>Returns the cases of one member of staff as cards, each stage by what is due.</summary>
    /// <param name="staffId">Null for the cases of which nobody is in charge.</param>
    /// <param name="cards">The most cards of each stage.</param>
    /// <returns>Null if there is no such member.</returns>
    [DisplayName("担当の利用者をボードで見る")]
    [Allowed(Casework = true)]
    public async Task<CaseBoard?> Board(Guid? staffId, int cards = CardsAtOnce)
    {
        desk.MayDo<CaseloadDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var member = await db.Users.AsNoTracking().SingleOrDefaultAsync(s => s.Id == staffId);
        if (member is null && staffId is not null)
            return null;
        var stages = (await db.OpenCases(tracks, sources, now + BoardAhead, now)).Where(c => c.StaffId == staffId)
            .OrderBy(c => c.Until).ThenByDescending(c => c.ClientId).ToLookup(c => c.Stage);
        var shown = await db.CardsOf([.. stages.SelectMany(s => s.Take(cards))], now);
        var columns = CaseloadTable.Stages.Select(s => new CaseColumn(s, stages[s].Count(),
            desk.Show([.. stages[s].Take(cards).Where(c => shown.ContainsKey(c.ClientId)).Select(c => shown[c.ClientId])])));
        return new(staffId, member?.Name ?? "担当なし", member is null || IsHere(member), (await db.AwayAt(now)).Of(staffId), [.. columns]);
    }

    private static IReadOnlyList<CaseloadCell> CellsOf(IEnumerable<OpenCase> cases, DateTimeOffset now)
    {
        var stages = cases.ToLookup(c => c.Stage);
        return [.. CaseloadTable.Stages.Select(s => new CaseloadCell(s, stages[s].Count(), stages[s].Count(c => c.Until <= now),
            stages[s].Count(c => c.Until > now && c.Until < now + DueDesk.Ahead)))];
    }

    private static bool IsHere(StaffMember member) => member.LeftAt is null && member.Duties.Any(d => d.SeesPeople);
}
