using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Corrections;

namespace OneStop.Domain.SupportPrograms;

/// <content>Days that were written wrongly, and a scan that came later.</content>
public sealed partial class ProgramDesk
{
    /// <summary>申込みの日を訂正する: a planner until the establishment, a manager also later, with the reason.</summary>
    /// <exception cref="RuleException">The day cannot be or is what it was, the reason is missing, or only a manager can.</exception>
    /// <exception cref="ConflictException{T}">A colleague has corrected it meanwhile.</exception>
    [DisplayName("プログラムの申込みの日を訂正する")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task CorrectApplication(Guid programId, Edit<DayCorrection> edit)
    {
        desk.MayDo<ProgramDesk>();
        return Change(programId, (db, program, now) =>
        {
            _ = db.Accept(new Edit<DayCorrection>(edit.Was.Day, edit.Wish.Day), program, p => new DayCorrection(p.AppliedOn, ""));
            program.CorrectApplication(edit.Wish, desk.Actor.StaffId, IsManager, now);
        });
    }

    /// <summary>
    /// 本人が署名した日を訂正する: of a version that was confirmed on paper; for the first one the day of the establishment and its fiscal year follow. What was
    /// before stands in the program and in the trail.
    /// </summary>
    /// <exception cref="RuleException">The version was not confirmed on paper, the day cannot be or is what it was, the reason is missing, or something was
    /// recorded before the day.</exception>
    /// <exception cref="ConflictException{T}">A colleague has corrected it meanwhile.</exception>
    [DisplayName("本人が書面で確認した日を訂正する")]
    [Allowed(Duty.Manager)]
    public Task CorrectPaper(Guid programId, int edition, Edit<DayCorrection> edit)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // a review before the day may be written at the same moment
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == programId);
            var version = await db.ProgramVersions.SingleAsync(v => v.ProgramId == programId && v.Number == edition);
            _ = db.Accept(new Edit<DayCorrection>(edit.Was.Day, edit.Wish.Day), version, v => new DayCorrection(v.EstablishedOn, ""));
            var established = await db.ProgramVersions.Where(v => v.ProgramId == programId && v.EstablishedOn != null)
                .Select(v => new { v.Number, v.EstablishedOn }).ToListAsync();
            program.CorrectPaper(version, [.. established.Select(e => (e.Number, e.EstablishedOn!.Value))], edit.Wish, desk.Actor.StaffId, desk.Now);
            var first = program.Establishment!.On;
            if (await db.ProgramReviews.AnyAsync(r => r.ProgramId == programId && r.Removal == null && r.On < first)
                || await db.BenefitEvents.AnyAsync(e => e.ProgramId == programId && e.Annulment == null && e.On < first))
                throw new RuleException("この日より前に、見直しか、貸付や仕事の記録があります。先にそれを訂正してください。", nameof(DayCorrection.On));
        });
    }

    /// <summary>書面のスキャンをつける: of a version that was confirmed on paper, if it had none.</summary>
    /// <exception cref="RuleException">The version was not confirmed on paper or has a scan, or the file is not the client's.</exception>
    [DisplayName("本人が確認した書面のスキャンをあとからつける")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task KeepScan(Guid programId, int edition, ScanWish wish)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // a colleague may remove the file
            var client = await db.SupportPrograms.Where(p => p.Id == programId).Select(p => p.ClientId).SingleAsync();
            var scan = wish.ScanId ?? throw new RuleException("スキャンを選んでください。", nameof(wish.ScanId));
            await RefuseOthersFile(db, client, scan);
            (await db.ProgramVersions.SingleAsync(v => v.ProgramId == programId && v.Number == edition)).Keep(scan);
        });
    }

    private static async Task RefuseOthersFile(OneStopDb db, Guid clientId, Guid scan)
    {
        if (!await db.ClientFiles.AnyAsync(f => f.Id == scan && f.ClientId == clientId && f.Removal == null))
            throw new RuleException("このスキャンは、この利用者のファイルにありません。", nameof(SignedPaper.ScanId));
    }
}

/// <summary>書面のスキャン as the form says it.</summary>
public sealed record ScanWish(Guid? ScanId);
