using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Domain.SupportPrograms;

/// <content>The way of a version: request, 差し戻し, approval by a second person, the next version, the short way of dates.</content>
public sealed partial class ProgramDesk
{
    /// <summary>確認を依頼する: asks a second person to approve what was on the screen.</summary>
    /// <param name="seen">The digest on the screen of who asks.</param>
    /// <exception cref="RuleException">Something is missing, the version is not open, or a colleague has changed the words.</exception>
    [DisplayName("確認を依頼する")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Ask(Guid programId, string seen, string remark)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            var program = await db.ProgramToChange(programId);
            var content = await ContentOf(db, program.Newest);
            if (program.Newest.Step.IsOpen && content.Digest != seen)
                throw new RuleException("ほかの人が先に変えました。今の内容を確かめてから、もう一度依頼してください。");
            if (program.Newest.Step.IsOpen)
                await RefuseUnlessChanged(db, program, content);
            program.Ask(await MissingOf(db, program, content, desk.Now), content.Digest, remark, desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>依頼を取り下げる.</summary>
    /// <exception cref="RuleException">Nothing was asked for.</exception>
    [DisplayName("確認の依頼を取り下げる")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task WithdrawRequest(Guid programId)
    {
        desk.MayDo<ProgramDesk>();
        return Change(programId, (_, program, now) => program.WithdrawRequest(now));
    }

    /// <summary>差し戻す: asks for changes; comments at their places say where.</summary>
    /// <exception cref="RuleException">Nothing was asked for, it is the own version, or the reason is missing.</exception>
    [DisplayName("プログラムを差し戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task SendBack(Guid programId, string reason)
    {
        desk.MayDo<ProgramDesk>();
        return Change(programId, (_, program, now) => program.SendBack(reason, desk.Actor.StaffId, now));
    }

    /// <summary>承認する.</summary>
    /// <param name="seen">The digest of the words on the screen.</param>
    /// <exception cref="RuleException">Nothing was asked for, it is the own version, the words are not those that were seen, or the consent was withdrawn.</exception>
    [DisplayName("プログラムを承認する")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Approve(Guid programId, string seen)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            var program = await db.ProgramToChange(programId);
            if (!await db.Agrees(program.ClientId, SupportConsents.Program, desk.Now))
                throw new RuleException("本人の参加の同意がありません。同意をもらってから承認してください。");
            program.Approve(seen, (await ContentOf(db, program.Newest)).Digest, desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>下書きに戻す: the approval is void, and the words can be changed.</summary>
    /// <exception cref="RuleException">The version does not wait for the client.</exception>
    [DisplayName("承認された版を下書きに戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Reopen(Guid programId)
    {
        desk.MayDo<ProgramDesk>();
        return Change(programId, (_, program, now) => program.Reopen(now));
    }

    /// <summary>内容を変える: begins the next version.</summary>
    /// <param name="key">The key of the form: a form that is saved twice begins one version.</param>
    /// <exception cref="RuleException">No version is in force, a change is under way, or the reason is missing.</exception>
    [DisplayName("次の版を始める")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> Revise(Guid programId, string reason, Guid? key = null)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Create(key, async db =>
        {
            var program = await db.ProgramToChange(programId);
            var inForce = program.Versions.FirstOrDefault(v => v.Number == program.EstablishedEdition)
                ?? throw new RuleException("実施中のプログラムだけ、内容を変えられます。");
            var next = program.Change(inForce, reason, desk.Actor.StaffId, desk.Now);
            db.Add(next);
            return next.Id;
        });
    }

    /// <summary>変更をやめる: the version in force stays; or undoes that.</summary>
    /// <exception cref="RuleException">It is the first version, or none is under way.</exception>
    [DisplayName("変更の途中の版をやめる・戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task DropChange(Guid programId, bool isDropped = true)
    {
        desk.MayDo<ProgramDesk>();
        return Change(programId, (_, program, now) =>
        {
            if (isDropped)
                program.DropChange(now);
            else
                program.BringChangeBack(now);
        });
    }

    /// <summary>日付の変更を決める: the short way, for a version in which nothing but dates and order differs.</summary>
    /// <param name="seen">The digest of the words on the screen.</param>
    /// <exception cref="RuleException">Something else differs too, or a colleague has changed the words.</exception>
    [DisplayName("日付だけの変更を決める")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task EstablishDates(Guid programId, string seen)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            var (program, now) = (await db.ProgramToChange(programId), desk.Now);
            var content = await ContentOf(db, program.Newest);
            if (content.Digest != seen)
                throw new RuleException("ほかの人が先に変えました。今の内容を確かめてください。");
            program.EstablishDates(await IsOnlyDates(db, program, program.Newest.CircumstancesId, content),
                new(now, now.JapaneseDate, ConfirmationWay.OnlyDates, content.Digest, desk.Actor.StaffId, null), now);
            await db.FollowItems(program.Newest, now);
        });
    }

    /// <summary>A change goes the whole way only if something changed that needs it.</summary>
    /// <exception cref="RuleException">Nothing differs from the version in force, or only dates do.</exception>
    private static async Task RefuseUnlessChanged(OneStopDb db, SupportProgram program, ProgramContent content)
    {
        if (program.EstablishedEdition is not { } edition)
            return;
        if ((await ContentOf(db, program.Versions.Single(v => v.Number == edition))).Digest == content.Digest)
            throw new RuleException("実施中の版から変わったところがありません。変えないときは「この変更をやめる」を押してください。");
        if (await IsOnlyDates(db, program, program.Newest.CircumstancesId, content))
            throw new RuleException("変わったのは日付だけです。「日付の変更を決める」で、承認なしに決められます。");
    }

    private static async Task<bool> IsOnlyDates(OneStopDb db, SupportProgram program, Guid? circumstancesId, ProgramContent content)
    {
        if (program.EstablishedEdition is not { } edition || edition == program.Edition || content.Missing().Count > 0)
            return false;
        var inForce = await db.ProgramVersions.AsNoTracking().SingleAsync(v => v.ProgramId == program.Id && v.Number == edition);
        if (inForce.CircumstancesId != circumstancesId)
            return false; // the assessment of a version that went the short way would never be fixed
        var before = await ContentOf(db, inForce);
        return before.Digest != content.Digest && ProgramDifference.IsOnlyDates(before, content);
    }

    /// <summary>Returns all that is missing before the approval can be asked for, in the order of the editor.</summary>
    private static async Task<IReadOnlyList<MissingPart>> MissingOf(OneStopDb db, SupportProgram program, ProgramContent content, DateTimeOffset now)
    {
        var here = new ProgramPlace(ProgramSection.Conditions);
        var missing = new List<MissingPart>();
        if (program.Lead.Lead == ProgramLead.NotAsked)
            missing.Add(new(here, "主担当機関（ほかのセンターのプログラムがあるか）"));
        missing.AddRange(from condition in ProgramConditions.In(await db.RulesOn(now.JapaneseDate, now))
                         where !program.Conditions.Any(c => c.ValueId == condition.ValueId)
                         select new MissingPart(here, "参加の条件の答え"));
        if (!await db.Agrees(program.ClientId, SupportConsents.Program, now))
            missing.Add(new(here, "本人の参加の同意"));
        return [.. missing, .. content.Missing()];
    }

    private static async Task<ProgramContent> ContentOf(OneStopDb db, ProgramVersion version) => ProgramContent.Of(version, await db.CircumstancesOf(version));
}
