using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Consultations;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>
/// What is due of programs. The planner's things are the planner's, or those of whoever stands in for one (<see cref="ProgramDoers"/>).
/// </summary>
internal sealed class ProgramsDue : IDueSource
{
    /// <summary>The codes of the items.</summary>
    public const string Review = "program-review", Meeting = "program-meeting", Approval = "program-approval", Returned = "program-returned",
        Confirmation = "program-confirmation", Aftercare = "program-aftercare", Item = "program-item", Told = "program-told";

    /// <summary>How many service days an approval and a correction may take.</summary>
    private const int DaysToAct = 3;

    /// <summary>After how many days it is asked why the client has not confirmed.</summary>
    private const int DaysToConfirm = 7;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        if (!db.Actor.SeesSupport || query.Person is { ClientId: null })
            return [];
        if (await ProgramDoers.Of(db, query) is not { MayDo: true, Gone: var gone })
            return [];
        List<DueItem> items =
        [
            .. await Reviews(db, query, gone), .. await Meetings(db, query), .. await Approvals(db, query),
            .. await Versions(db, query, gone, VersionStep.SentBack), .. await Versions(db, query, gone, VersionStep.Approved),
            .. await Aftercares(db, query, gone), .. await Items(db, query, gone), .. await NotTold(db, query, gone),
        ];
        return [.. items.Where(i => i.Until < query.Before).OrderBy(i => i.Until).ThenBy(i => i.Id).Take(query.Take)];
    }

    private static async Task<IEnumerable<DueItem>> Reviews(OneStopDb db, DueQuery query, IReadOnlyList<Guid> gone) =>
        (await Of(db, query, gone).Where(p => p.Program.State == ProgramState.Running && p.Program.NextReviewOn != null).OrderBy(p => p.Program.NextReviewOn)
            .Take(query.Take).ToListAsync())
            .Select(p => Due(p, Review, "プログラムの見直しをする", RecordDeadline.On(p.Program.NextReviewOn!.Value)));

    private static async Task<IEnumerable<DueItem>> Meetings(OneStopDb db, DueQuery query)
    {
        var (isAll, staff) = (query.Staff is null, query.Staff ?? []);
        var held = from p in Of(db, query with { StaffId = null }, []).Where(p => p.Program.State == ProgramState.Running)
                   join b in db.MeetingsToReview(query.Now).Where(b => b.State == Bookings.BookingState.Held) on p.Program.ClientId equals b.ClientId
                   where b.Day.ServiceDay >= p.Program.Establishment!.On && (isAll || staff.Contains(b.StaffId)) // or talks of the draft would take all places
                   orderby b.Slot.Start
                   select new { Row = p, b.Id, b.Slot.Start, b.StaffId };
        return (await held.Take(query.Take).ToListAsync()).DistinctBy(b => b.Id)
            .Select(b => Due(b.Row, Meeting, "プログラム面談の見直しを書く", RecordDeadline.For(b.Start)) with
            {
                Id = b.Id,
                StaffId = b.StaffId,
                Of = ServiceDay.Say(b.Start),
                Link = $"/programs/{b.Row.Program.Id}?part=follow&booking={b.Id}",
            });
    }

    /// <summary>Approvals for whoever may give them: nobody sees one that they wrote in or asked for as theirs to do.</summary>
    private static async Task<IEnumerable<DueItem>> Approvals(OneStopDb db, DueQuery query)
    {
        var asked = from p in Of(db, query with { StaffId = null }, [])
                    join v in db.ProgramVersions on new { Id = p.Program.Id, Number = p.Program.Edition } equals new { Id = v.ProgramId, v.Number }
                    where v.Step == VersionStep.Asked
                    orderby v.Request!.At
                    select new { Row = p, v.Request!.At, v.Request.StaffId, v.Writers };
        return (await asked.ToListAsync()).Where(a => query.StaffId is not { } me || (a.StaffId != me && !a.Writers.Contains(me))).Take(query.Take)
            .Select(a => Due(a.Row, Approval, "プログラムを確かめて承認する", After(a.At, DaysToAct)) with
            {
                StaffId = null,
                ByWhom = $"書いた人のほかの{ProgramDoers.Planners}",
                Link = $"/programs/{a.Row.Program.Id}",
            });
    }

    /// <summary>Versions that were sent back, and those whose client has not confirmed for long.</summary>
    private static async Task<IEnumerable<DueItem>> Versions(OneStopDb db, DueQuery query, IReadOnlyList<Guid> gone, VersionStep step)
    {
        var (isReturned, before) = (step == VersionStep.SentBack, query.Now.AddDays(-DaysToConfirm));
        var versions = await (from p in Of(db, query, gone)
                              where p.Program.NewestStep == step && (isReturned || p.Program.StepSince <= before)
                              orderby p.Program.StepSince
                              select p).Take(query.Take).ToListAsync();
        return versions.Select(p => Due(p, isReturned ? Returned : Confirmation, isReturned ? "差し戻されたプログラムを直す" : "本人の確認がまだか、たずねる",
            After(p.Program.StepSince, isReturned ? DaysToAct : DaysToConfirm)) with
        { Link = $"/programs/{p.Program.Id}" });
    }

    private static async Task<IEnumerable<DueItem>> Aftercares(OneStopDb db, DueQuery query, IReadOnlyList<Guid> gone) =>
        (await Of(db, query, gone, isOver: true).Where(p => p.Program.State == ProgramState.Aftercare && p.Program.AftercareOn != null)
            .OrderBy(p => p.Program.AftercareOn).Take(query.Take).ToListAsync())
            .Select(p => Due(p, Aftercare, "暮らしが続いているかを確かめる", RecordDeadline.On(p.Program.AftercareOn!.Value)));

    /// <summary>Programs that ended with the consent before their establishment: nobody is let go without a place to turn to.</summary>
    private static async Task<IEnumerable<DueItem>> NotTold(OneStopDb db, DueQuery query, IReadOnlyList<Guid> gone) =>
        (await Of(db, query, gone, isOver: true).Where(p => p.Program.EndNote!.ToldOf == ProgramEndNote.NotYetTold).OrderBy(p => p.Program.EndNote!.At)
            .Take(query.Take).ToListAsync())
            .Select(p => Due(p, Told, "本人に案内した先を書く", After(p.Program.EndNote!.At, DaysToAct)) with { Link = $"/programs/{p.Program.Id}" });

    /// <summary>Items of the version in force that are over their end and neither done nor dropped.</summary>
    private static async Task<IEnumerable<DueItem>> Items(OneStopDb db, DueQuery query, IReadOnlyList<Guid> gone)
    {
        var today = ServiceDay.Of(query.Now).Date;
        var over = await (from p in Of(db, query, gone).Where(p => p.Program.State == ProgramState.Running)
                          join s in db.ItemStandings on p.Program.Id equals s.ProgramId
                          where s.IsInForce && s.Until < today && (s.State == ItemState.Planned || s.State == ItemState.Underway)
                          orderby s.Until
                          select new { Row = p, s.Id, s.ItemId, Until = s.Until!.Value }).Take(query.Take).ToListAsync();
        var programs = over.Select(o => o.Row.Program.Id).Distinct().ToList();
        var items = (await db.ProgramVersions.AsNoTracking().Where(v => programs.Contains(v.ProgramId)
                && db.SupportPrograms.Any(p => p.Id == v.ProgramId && p.EstablishedEdition == v.Number)).Select(v => v.Items).ToListAsync())
            .SelectMany(i => i).ToLookup(i => i.Id, i => i.What);
        return over.Select(o => Due(o.Row, Item, "期間が終わった支援の結果を書く", RecordDeadline.On(o.Until)) with { Id = o.Id, Of = items[o.ItemId].FirstOrDefault() });
    }

    private static IQueryable<Row> Of(OneStopDb db, DueQuery query, IReadOnlyList<Guid> gone, bool isOver = false)
    {
        var (client, isAll, staff) = (query.Person?.ClientId, query.Staff is null, query.Staff ?? []);
        return from p in db.SupportPrograms.AsNoTracking().Standing(db)
               let isGone = gone.Contains(p.PlannerId)
               where (p.End != null) == isOver && (client == null || p.ClientId == client) && (isAll || isGone || staff.Contains(p.PlannerId))
               select new Row { Program = p, IsGone = isGone };
    }

    private static DueItem Due(Row row, string kind, string what, DateTimeOffset until) => new()
    {
        Id = row.Program.Id,
        Kind = kind,
        ClientId = row.Program.ClientId,
        What = what,
        Of = SupportProgram.NumberOf(row.Program.Number),
        Until = until,
        StaffId = row.IsGone ? null : row.Program.PlannerId,
        ByWhom = row.IsGone ? ProgramDoers.Planners : null,
        IsForSupport = true,
        Link = $"/programs/{row.Program.Id}?part=follow",
    };

    /// <summary>The end of the service day some service days after an instant.</summary>
    private static DateTimeOffset After(DateTimeOffset at, int days) =>
        days == 1 ? ServiceHours.Standard.EndAfter(at) : After(ServiceHours.Standard.EndAfter(at).AddHours(-1), days - 1);

    private sealed record Row
    {
        public required SupportProgram Program { get; init; }
        public required bool IsGone { get; init; }
    }
}
