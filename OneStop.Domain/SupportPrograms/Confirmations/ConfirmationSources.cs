using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Consultations;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.SupportPrograms.Versions;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <summary>経過: pages for the client's confirmation when they were sent, and that the client wants to talk or wrote something. A confirmed version is an
/// entry of the program.</summary>
internal sealed class ConfirmationTimeline : ITimelineSource
{
    private static readonly TimelineKind Sent = new("program-page", "本人の確認の送付"), Talk = new("program-talk", "プログラムの話し合い");

    public IReadOnlyList<TimelineKind> Kinds => [Sent, Talk];

    public IReadOnlyList<Type> Tables => [typeof(ProgramConfirmation)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client)
            return [];
        var pages = db.ProgramConfirmations.AsNoTracking().Where(c => db.SupportPrograms.Any(p => p.Id == c.ProgramId && p.ClientId == client));
        var sent = query.Wants(Sent) ? await query.Newest(pages.Where(c => c.SentAt != null && (c.Way == SendingWay.Copied || c.MessageId != null)),
            c => c.SentAt!.Value, c => Entry(Sent, c, c.SentAt!.Value) with
            {
                By = TimelineAuthor.Staff,
                StaffId = c.SentBy,
                Title = $"プログラムの第{c.Edition}版を、本人に確かめてもらうページを送りました（{c.Way!.Value.InJapanese}）",
            }) : [];
        var talk = query.Wants(Talk) ? await query.Newest(pages.Where(c => c.Answer == ConfirmationAnswer.WantsTalk || c.Words != ""), c => c.AnsweredAt!.Value,
            c => Entry(Talk, c, c.AnsweredAt!.Value) with
            {
                By = TimelineAuthor.Client,
                Title = $"プログラムの第{c.Edition}版に、本人が「{c.Answer!.Value.InJapanese}」と答えました",
                Text = c.Words,
            }) : [];
        var late = query.Wants(Talk) ? await query.Newest(pages.Where(c => c.TooLateAt != null), c => c.TooLateAt!.Value,
            c => Entry(Talk, c, c.TooLateAt!.Value) with
            {
                By = TimelineAuthor.Client,
                Title = $"プログラムの第{c.Edition}版のページが閉じたあとに、本人が「{c.LateAnswer!.Value.InJapanese}」と答えました（受け取っていません）",
                Text = c.LateWords,
            }) : [];
        return [.. sent.Concat(talk).Concat(late).OrderByDescending(e => e.At).ThenBy(e => e.Kind).ThenBy(e => e.Id).Take(query.Take)];
    }

    private static TimelineEntry Entry(TimelineKind kind, ProgramConfirmation page, DateTimeOffset at) =>
        new() { Id = page.Id, Kind = kind.Code, At = at, Title = kind.InJapanese, Link = $"/programs/{page.ProgramId}" };
}

/// <summary>
/// A client who wants to talk, wrote something with the confirmation or answered too late, and a page that wrong entries closed: for the planner, by the end of
/// the service day after; the scan of a signed paper within some days. Words of danger that no automatic answer reaches are due at once, for everybody.
/// </summary>
internal sealed class ConfirmationsDue : IDueSource
{
    /// <summary>How many service days the scan of a signed paper may take.</summary>
    private const int DaysToScan = 3;

    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var programs = db.SupportPrograms.AsNoTracking();
        if (query.Person is { ClientId: var client })
            programs = programs.Where(p => p.ClientId == client);
        var all = from c in db.ProgramConfirmations.AsNoTracking()
                  join p in programs on c.ProgramId equals p.Id
                  select new { Page = c, Program = p };
        var danger = await all.Where(a => a.Page.DangerAt != null && a.Page.DangerSeenAt == null && !a.Page.IsDangerAnswered)
            .OrderBy(a => a.Page.DangerAt).ThenBy(a => a.Page.Id).Take(query.Take).ToListAsync();
        var waiting = all.Where(a => a.Program.End == null && a.Program.NewestStep == VersionStep.Approved && a.Program.Edition == a.Page.Edition
            && a.Program.StepSince == a.Page.StandSince);
        var late = await all.Where(a => a.Page.TooLateAt != null && a.Page.LateSeenAt == null).OrderBy(a => a.Page.TooLateAt).ThenBy(a => a.Page.Id)
            .Take(query.Take).ToListAsync();
        var words = await all.Where(a => a.Page.Answer == ConfirmationAnswer.Confirmed && a.Page.Words != "" && a.Page.TalkedAt == null)
            .OrderBy(a => a.Page.AnsweredAt).ThenBy(a => a.Page.Id).Take(query.Take).ToListAsync();
        var talk = await all.Where(a => a.Program.End == null && a.Program.Edition == a.Page.Edition
                && a.Page.Answer == ConfirmationAnswer.WantsTalk && a.Page.TalkedAt == null
                && (a.Program.NewestStep == VersionStep.Draft || a.Program.NewestStep == VersionStep.SentBack // taken back to be mended: nobody has talked yet
                    || (a.Program.NewestStep == VersionStep.Approved && a.Program.StepSince == a.Page.StandSince)))
            .OrderBy(a => a.Page.AnsweredAt).ThenBy(a => a.Page.Id).Take(query.Take).ToListAsync();
        var locked = await waiting.Where(a => a.Page.Answer == null && a.Page.WithdrawnBy == null && a.Page.LockedAt != null)
            .OrderBy(a => a.Page.LockedAt).ThenBy(a => a.Page.Id).Take(query.Take).ToListAsync();
        var unscanned = await (from v in db.ProgramVersions.AsNoTracking()
                               join p in programs on v.ProgramId equals p.Id
                               where v.Confirmation != null && v.Confirmation!.Way == ConfirmationWay.Paper && v.Confirmation.ScanId == null
                               orderby v.Confirmation!.At, v.Id
                               select new { v.Id, v.Confirmation!.At, Program = p }).Take(query.Take).ToListAsync();
        return
        [
            .. danger.Select(a => Item(a.Page, a.Program, "program-danger", "本人の確認に危険な言葉。すぐ連絡する", a.Page.DangerAt!.Value)),
            .. late.Select(a => Planners(Item(a.Page, a.Program, "program-late", "本人が遅れて答えた。連絡する", ServiceHours.Standard.EndAfter(a.Page.TooLateAt!.Value)), a.Program))
                .Concat(words.Select(a => Planners(Item(a.Page, a.Program, "program-words", "本人が確認と一緒に書いた言葉を読む",
                    ServiceHours.Standard.EndAfter(a.Page.AnsweredAt!.Value)), a.Program)))
                .Concat(talk.Select(a => Planners(Item(a.Page, a.Program, "program-talk", "話し合う", ServiceHours.Standard.EndAfter(a.Page.AnsweredAt!.Value)), a.Program)))
                .Concat(locked.Select(a => Planners(Item(a.Page, a.Program, "program-locked", "閉じた確認のページについて本人に連絡する",
                    ServiceHours.Standard.EndAfter(a.Page.LockedAt!.Value)), a.Program)))
                .Concat(unscanned.Select(a => Planners(Item(a.Id, a.Program, "program-scan", "署名した書面のスキャンを付ける",
                    RecordDeadline.On(ServiceDay.Of(a.At).AddDays(DaysToScan).Date)), a.Program)))
                .Where(i => i.Until < query.Before),
        ];
    }

    private static DueItem Planners(DueItem item, SupportProgram program) => item with { StaffId = program.PlannerId, IsForSupport = true };

    private static DueItem Item(ProgramConfirmation page, SupportProgram program, string kind, string what, DateTimeOffset until) =>
        Item(page.Id, program, kind, what, until);

    private static DueItem Item(Guid id, SupportProgram program, string kind, string what, DateTimeOffset until) => new()
    {
        Id = id,
        Kind = kind,
        ClientId = program.ClientId,
        What = what,
        Of = $"プログラム {SupportProgram.NumberOf(program.Number)}",
        Until = until,
        Link = $"/programs/{program.Id}",
    };
}
