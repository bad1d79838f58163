using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Domain.SupportPrograms;

/// <content>Opening a program, an earlier version, and the difference of two.</content>
public sealed partial class ProgramDesk
{
    /// <summary>Opens a program and records the look; null if there is none. Who may not read the words sees how far it is.</summary>
    [DisplayName("プログラムを開く")]
    [Allowed(Casework = true)]
    public Task<ProgramView?> Open(Guid programId)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Open(db => Read(db, programId), view => new OpenedRecord(Opened, programId, ShownPerson.Of(view.Row.ConversationId, view.Row.ClientId)));
    }

    /// <summary>Opens one version, also an earlier one, and records the look; null if there is none.</summary>
    [DisplayName("プログラムの版を開く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<VersionView?> OpenVersion(Guid programId, int number)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Open(db => ViewOf(db, programId, number), v => new OpenedRecord(Opened, programId, ShownPerson.Of(null, v.ClientId)));
    }

    /// <summary>Returns what differs between two versions, in words; null if one of them does not exist.</summary>
    [DisplayName("プログラムの版を比べる")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<VersionComparison?> Compare(Guid programId, int before, int after)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Open(async db => await ViewOf(db, programId, before) is { } old && await ViewOf(db, programId, after) is { } now
            ? new VersionComparison(now.ClientId, ProgramDifference.Of(old.Content, now.Content)) : null,
            c => new OpenedRecord(Opened, programId, ShownPerson.Of(null, c.ClientId)));
    }

    /// <summary>Returns the programs of a client, the newest first.</summary>
    [DisplayName("利用者のプログラムを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ProgramRow>> Of(Guid clientId)
    {
        desk.MayDo<ProgramDesk>();
        await using var db = await desk.Read();
        return desk.Show(await db.SupportPrograms.Where(p => p.ClientId == clientId).OrderByDescending(p => p.Number).ToRows(db).ToListAsync());
    }

    /// <summary>Returns what an item of support can refer to: measures on offer, partners that exist, and colleagues.</summary>
    [DisplayName("支援の内容の選択肢を見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<ItemChoices> Choices()
    {
        desk.MayDo<ProgramDesk>();
        await using var db = await desk.Read();
        var measures = (await db.SupportMeasures.AsNoTracking().Where(m => m.Retirement == null).ToListAsync()).InOrder();
        var partners = await db.Partners.AsNoTracking().Where(p => p.Closing == null).OrderBy(p => p.Reading)
            .Select(p => new ItemChoice(p.Id, p.Name)).ToListAsync();
        var staff = (await db.Users.AsNoTracking().Where(u => u.LeftAt == null).OrderBy(u => u.Name).ToListAsync()).Where(u => u.Duties.Any(d => d.SeesPeople));
        return new([.. measures.Select(m => new ItemChoice(m.Id, m.Wording.ShortName))], partners, [.. staff.Select(u => new ItemChoice(u.Id, u.Name))]);
    }

    private async Task<ProgramView?> Read(OneStopDb db, Guid id)
    {
        if (await db.SupportPrograms.Where(p => p.Id == id).Standing(db).ToRows(db).SingleOrDefaultAsync() is not { } row)
            return null;
        var (now, me) = (desk.Now, desk.Actor.StaffId);
        var program = await db.SupportPrograms.AsNoTracking().SingleAsync(p => p.Id == id);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        var newest = desk.Actor.SeesSupport ? await ViewOf(db, id, row.Edition) : null;
        var mayWrite = newest is not null && desk.Actor.Duties.Any(d => d is Duty.Planner or Duty.Manager);
        var rules = await db.RulesOn(now.JapaneseDate, now);
        var isOpen = newest?.Head.Step.IsOpen == true && program.End is null;
        return new()
        {
            Row = row,
            Lead = desk.Actor.SeesSupport ? program.Lead : LeadWish.None,
            Conditions = desk.Actor.SeesSupport ? Lines(program, isOpen ? ProgramConditions.In(rules) : null, names) : [],
            NeedsTalk = program.NeedsTalk && desk.Actor.SeesSupport,
            ConsentAt = !desk.Actor.SeesSupport ? null
                : await db.Consents.InForce(row.ClientId, SupportConsents.Program, now.JapaneseDate).MaxAsync(c => (DateTimeOffset?)c.GivenAt),
            Others = program.End is not null ? []
                : await db.SupportPrograms.Open().Where(p => p.ClientId == row.ClientId && p.Id != id).OrderBy(p => p.Number)
                    .Select(p => new OtherProgram(p.Id, p.Number)).ToListAsync(),
            Baseline = desk.Actor.SeesSupport ? program.Baseline : null,
            End = desk.Actor.SeesSupport ? program.End : null,
            EndNote = desk.Actor.SeesSupport ? program.EndNote : null,
            EndedBy = desk.Actor.SeesSupport && program.EndNote?.StaffId is { } ended ? names.GetValueOrDefault(ended) : null,
            Newest = newest,
            InForce = newest is not null && row.EstablishedEdition is { } edition && edition != row.Edition ? await ViewOf(db, id, edition) : null,
            Before = newest is { Circumstances.Number: > 1 } ? await EarlierOf(db, id, newest.Circumstances.Number, names) : null,
            AftercareFrom = newest is null ? null : await db.LookAfter(now.JapaneseDate, now),
            Versions = desk.Actor.SeesSupport ? await HeadsOf(db, id, names) : [],
            Papers = desk.Actor.SeesSupport ? await PapersOf(db, id) : [],
            Corrections = desk.Actor.SeesSupport ? [.. program.Corrections.Select(c => new CorrectionRow(c, names.GetValueOrDefault(c.StaffId, "従事者")))] : [],
            Comments = newest is null ? [] : await CommentsOf(db, id, names),
            Missing = isOpen ? await MissingOf(db, program, newest!.Content, now) : [],
            HasFileChanged = isOpen && !newest!.Circumstances.IsFixed
                && !(await db.CarryFacts(row.ClientId, now.JapaneseDate)).SaysTheSameAs(newest.Circumstances.Carried),
            IsOnlyDates = isOpen && await IsOnlyDates(db, program, newest!.Circumstances.Id, newest.Content),
            MayWrite = mayWrite,
            IsManager = IsManager,
            MayApprove = mayWrite && program.End is null && newest!.Head.Step == VersionStep.Asked
                && newest.Request?.StaffId != me && !newest.WriterIds.Contains(me),
        };
    }

    /// <param name="asked">The conditions in force while the version is open; null for what was asked, once it is not.</param>
    private static IReadOnlyList<ConditionLine> Lines(SupportProgram program, IReadOnlyList<AskedCondition>? asked, Dictionary<Guid, string> names) =>
        [.. (asked ?? [.. program.Conditions.Select(c => new AskedCondition(c.ValueId, c.Code, c.Question, IsConfirmed: true))])
            .Select(condition => program.Conditions.FirstOrDefault(c => c.ValueId == condition.ValueId) is { } answer
                ? new ConditionLine(condition, answer.Reply, answer.At, names.GetValueOrDefault(answer.By), answer.LeadsToTalk)
                : new ConditionLine(condition, null, null, null, false))];

    private static async Task<IReadOnlyList<VersionHead>> HeadsOf(OneStopDb db, Guid programId, Dictionary<Guid, string> names) =>
        [.. (await db.ProgramVersions.AsNoTracking().Where(v => v.ProgramId == programId).OrderByDescending(v => v.Number)
            .Select(v => new { v.Id, v.Number, v.Step, v.Way, v.Reason, v.StartedAt, v.StartedBy, v.EstablishedOn }).ToListAsync())
            .Select(v => new VersionHead(v.Id, v.Number, v.Step, v.Way, v.Reason, v.StartedAt, names[v.StartedBy], v.EstablishedOn))];

    private static async Task<IReadOnlyList<PaperVersion>> PapersOf(OneStopDb db, Guid programId) =>
        [.. (await db.ProgramVersions.AsNoTracking().Where(v => v.ProgramId == programId && v.Confirmation!.Way == Versions.ConfirmationWay.Paper)
            .OrderBy(v => v.Number).Select(v => new { v.Number, v.Confirmation!.On, v.Confirmation.ScanId }).ToListAsync())
            .Select(v => new PaperVersion(v.Number, v.On, v.ScanId is not null))];

    private static async Task<VersionView?> ViewOf(OneStopDb db, Guid programId, int number)
    {
        var version = await db.ProgramVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ProgramId == programId && v.Number == number);
        if (version is not { CircumstancesId: { } id })
            return null;
        var circumstances = await db.Circumstances.AsNoTracking().SingleAsync(c => c.Id == id);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        return new()
        {
            ClientId = await db.SupportPrograms.Where(p => p.Id == programId).Select(p => p.ClientId).SingleAsync(),
            Head = new(version.Id, version.Number, version.Step, version.Way, version.Reason, version.StartedAt, names[version.StartedBy],
                version.EstablishedOn),
            Goals = version.Goals,
            Items = version.Items,
            WriterIds = version.Writers,
            Writers = [.. version.Writers.Select(w => names.GetValueOrDefault(w, "従事者"))],
            ChangedAt = version.ChangedAt,
            ChangedBy = names[version.ChangedBy],
            Request = version.Request,
            RequestedBy = version.Request is { } request ? names[request.StaffId] : null,
            Return = version.Return,
            ReturnedBy = version.Return is { } back ? names[back.StaffId] : null,
            Approval = version.Approval,
            ApprovedBy = version.Approval is { } approval ? names[approval.StaffId] : null,
            Confirmation = version.Confirmation,
            Circumstances = View(circumstances, names),
            Digest = ProgramContent.Of(version, circumstances).Digest,
        };
    }

    private static async Task<CircumstancesView?> EarlierOf(OneStopDb db, Guid programId, int number, Dictionary<Guid, string> names) =>
        await db.Circumstances.AsNoTracking().Where(c => c.ProgramId == programId && c.Number < number && c.FixedAt != null).OrderByDescending(c => c.Number)
            .FirstOrDefaultAsync() is { } earlier ? View(earlier, names) : null;

    private static CircumstancesView View(Circumstances c, Dictionary<Guid, string> names) =>
        new(c.Id, c.Number, c.Carried, c.CarriedAt, c.Notes, c.Pairs, c.Budget, c.ChangedAt, names[c.ChangedBy], c.FixedAt is not null);
}
