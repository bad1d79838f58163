using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Conditions;

namespace OneStop.Domain.SupportPrograms;

/// <summary>
/// 自立支援プログラムの窓口: drawing, approving and following programs. Planners and managers write; counselors, who read the same file, read; those who
/// only place people see that there is a program and how far it is.
/// </summary>
[DisplayName("自立支援プログラム")]
public sealed partial class ProgramDesk(DeskContext desk)
{
    /// <summary>Announced when programs have changed.</summary>
    public const string Topic = "programs";

    /// <summary>The part before a program's id of the topic that is announced when it has changed.</summary>
    public const string OneTopic = "program";

    /// <summary>The name under which the audit trail records the look at a program.</summary>
    public const string Opened = nameof(SupportProgram);

    /// <summary>Returns what a new program begins with, and records the look at the client; null if there is no such client.</summary>
    [DisplayName("プログラムを始める画面を開く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<ProgramStart?> Start(Guid clientId)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Open(async db =>
        {
            if (await db.Clients.Standing.Where(c => c.Id == clientId).ToRows(db).SingleOrDefaultAsync() is not { } client)
                return null;
            var open = await db.SupportPrograms.Open().Where(p => p.ClientId == clientId).OrderByDescending(p => p.Number).ToRows(db).FirstOrDefaultAsync();
            return new ProgramStart(client, open, await db.IsCaseClosed(clientId),
                await db.Agrees(clientId, Clients.Consents.SupportConsents.Program, desk.Now));
        }, _ => OpenedRecord.Client(clientId));
    }

    /// <summary>プログラムを始める: what the file knows is carried over.</summary>
    /// <exception cref="RuleException">The support has ended, the client has a program that has not ended, was merged, or the day is missing or lies ahead.</exception>
    [DisplayName("プログラムを始める")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> Begin(Guid clientId, ProgramBeginning wish, Guid? key = null)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Create(key, async db =>
        {
            var (now, me) = (desk.Now, desk.Actor.StaffId);
            if (wish.AppliedOn is not { } day)
                throw new RuleException("申込みの日を選んでください。", nameof(wish.AppliedOn));
            // the number takes the turn: of two who begin at once, the second finds the program of the first
            var number = await db.NextNumber<SupportProgram>(nameof(SupportProgram.Number));
            var client = await db.StandingClient(clientId);
            await db.RefuseClosedCase(client.Id);
            if (await db.SupportPrograms.Open().Where(p => p.ClientId == client.Id).Select(p => (int?)p.Number).FirstOrDefaultAsync() is { } open)
                throw new RuleException($"この利用者には、終わっていないプログラム（{SupportProgram.NumberOf(open)}）があります。それを続けるか、先に終えてください。");
            var id = Guid.CreateVersion7(now);
            var circumstances = db.Add(Circumstances.First(id, await db.CarryFacts(client.Id, now.JapaneseDate), me, now)).Entity;
            var program = db.Add(SupportProgram.Begin(id, client.Id, number, day, circumstances, me, now)).Entity;
            program.LedBy(new(wish.Lead, wish.LeadWords));
            return program.Id;
        });
    }

    /// <summary>主担当機関: records who leads the person's program.</summary>
    /// <exception cref="RuleException">The program has ended, or the words are missing or too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("主担当機関を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task SaveLead(Guid programId, Edit<LeadWish> edit)
    {
        desk.MayDo<ProgramDesk>();
        return Change(programId, (db, program, now) =>
        {
            program.Newest.Touch(desk.Actor.StaffId, now); // who approves relies on it
            program.LedBy(db.Accept(edit, program, p => p.Lead));
        });
    }

    /// <summary>Records an answer to a condition, with the id of the rule's value that was asked.</summary>
    /// <returns>The answer before, for undoing; null if there was none.</returns>
    /// <exception cref="RuleException">The version is not open, the program has ended, or the condition is in force no more.</exception>
    [DisplayName("参加の条件の答えを書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<ConditionAnswer?> Answer(Guid programId, Guid valueId, ConditionReply reply)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            var program = await db.ProgramToChange(programId);
            var asked = ProgramConditions.In(await db.RulesOn(desk.Now.JapaneseDate, desk.Now)).FirstOrDefault(c => c.ValueId == valueId)
                ?? throw new RuleException("条件の決まりが変わりました。画面を読み込み直して、もう一度聞いてください。");
            program.Newest.Touch(desk.Actor.StaffId, desk.Now); // who approves relies on it
            var before = program.Conditions.FirstOrDefault(c => c.Code == asked.Code);
            program.Answer(asked, reply, desk.Actor.StaffId, desk.Now);
            return before;
        });
    }

    /// <summary>Undoes <see cref="Answer"/>, unless a colleague has answered since.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="before">What <see cref="Answer"/> returned.</param>
    /// <exception cref="RuleException">A colleague has answered since, or the version is not open.</exception>
    [DisplayName("参加の条件の答えを元に戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task AnswerBack(Guid programId, string code, ConditionAnswer? before)
    {
        desk.MayDo<ProgramDesk>();
        return Change(programId, (_, program, now) =>
        {
            program.Newest.Touch(desk.Actor.StaffId, now);
            program.AnswerBack(code, before, desk.Actor.StaffId);
        });
    }

    /// <summary>担当を替える: gives the program to another planner, also one that has ended while somebody has to look after it.</summary>
    /// <returns>The planner before, for undoing.</returns>
    /// <exception cref="RuleException">The person has left, or is no planner; or the program has ended and nothing of it is looked after.</exception>
    [DisplayName("プログラムの担当を替える")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> GiveTo(Guid programId, Guid plannerId)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
        {
            var (program, planner) = (await db.ProgramToChange(programId), await db.Users.SingleAsync(u => u.Id == plannerId));
            if (planner.LeftAt is not null || !planner.Duties.Any(d => d is Duty.Planner or Duty.Manager))
                throw new RuleException($"{planner.Name}さんには、プログラムを任せられません（策定員か業務責任者を選んでください）。");
            var before = program.PlannerId;
            program.GiveTo(plannerId, await db.BenefitEvents.AnyAsync(e => e.ProgramId == programId && e.Annulment == null));
            return before;
        });
    }

    /// <summary>Returns who can answer for a program, by name.</summary>
    [DisplayName("策定員を見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<IReadOnlyList<Planner>> Planners()
    {
        desk.MayDo<ProgramDesk>();
        await using var db = await desk.Read();
        var people = await db.Users.AsNoTracking().OrderBy(u => u.Name).ToListAsync();
        return [.. people.Where(p => p.Duties.Any(d => d is Duty.Planner or Duty.Manager)).Select(p => new Planner(p.Id, p.Name, p.LeftAt is null))];
    }

    private bool IsManager => desk.Actor.Duties.Contains(Duty.Manager);

    private Task Change(Guid programId, Action<OneStopDb, SupportProgram, DateTimeOffset> change) =>
        desk.Change(async db => change(db, await db.ProgramToChange(programId), desk.Now));
}

/// <summary>A member of staff who can answer for a program.</summary>
/// <param name="IsActive">False for who has left: old programs name them.</param>
public sealed record Planner(Guid Id, string Name, bool IsActive);
