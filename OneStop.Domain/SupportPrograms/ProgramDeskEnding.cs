using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms;

/// <content>The end of a program.</content>
public sealed partial class ProgramDesk
{
    /// <summary>終える: by a planner or manager, with the reason and the place that the person was told of.</summary>
    /// <exception cref="RuleException">It has ended, the reason does not fit, or words are missing.</exception>
    [DisplayName("プログラムを終える")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task End(Guid programId, EndWish wish)
    {
        desk.MayDo<ProgramDesk>();
        return Change(programId, (_, program, now) =>
        {
            if (wish.AftercareOn <= wish.On)
                throw new RuleException("見守りの日は、終わった日より後の日で選んでください。", nameof(wish.AftercareOn));
            Following.DaysAhead.RefuseFar(wish.AftercareOn, now.JapaneseDate, "見守りの日", nameof(wish.AftercareOn));
            program.EndBy(wish.Checked(now.JapaneseDate), ProgramEndNote.Of(wish, desk.Actor.StaffId, now), wish.AftercareOn, now);
        });
    }

    /// <summary>案内した先を書く: where the person was sent, after they withdrew the consent before the establishment.</summary>
    /// <exception cref="RuleException">The program has not ended, a place stands already, or it is missing or too long.</exception>
    [DisplayName("プログラムを終えた人に案内した先を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Tell(Guid programId, ToldWish wish)
    {
        desk.MayDo<ProgramDesk>();
        return Change(programId, (_, program, _) => program.Tell(wish.ToldOf));
    }

    /// <summary>終了を取り消す: the program goes on where it was.</summary>
    /// <exception cref="RuleException">The support has ended, the client has another open program meanwhile, or takes part no more.</exception>
    [DisplayName("プログラムの終了を取り消す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task BringBack(Guid programId)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // a program may begin, or the support end, at the same moment
            var program = await db.ProgramToChange(programId);
            await db.RefuseClosedCase(program.ClientId);
            var others = db.SupportPrograms.Open().Where(p => p.ClientId == program.ClientId && p.Id != programId);
            if (await others.Select(p => (int?)p.Number).FirstOrDefaultAsync() is { } open)
                throw new RuleException($"この利用者には、終わっていないプログラム（{SupportProgram.NumberOf(open)}）がほかにあります。続けるのは1つなので、先にそれを終えるか、そちらを続けてください。");
            if (program.Newest.Step is VersionStep.Approved or VersionStep.Established && !await db.Agrees(program.ClientId, SupportConsents.Program, desk.Now))
                throw new RuleException("本人の参加の同意がありません。同意をもらってから、終了を取り消してください。");
            program.BringBack(desk.Now);
        });
    }
}
