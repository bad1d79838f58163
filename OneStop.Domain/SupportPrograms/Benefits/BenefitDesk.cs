using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Benefits;

/// <summary>An entry on screen.</summary>
/// <param name="By">Who wrote it last, by name.</param>
/// <param name="Beside">Its income beside the one on the day of establishment; null for the loan.</param>
public sealed record BenefitRow(Guid Id, BenefitWish Wish, DateTimeOffset ChangedAt, string By, IncomeBeside? Beside);

/// <summary>An earlier state of what is compared with, and why it was corrected.</summary>
public sealed record BaselineRow(ProgramBaseline Before, string Reason, DateTimeOffset At, string By);

/// <summary>The entries of a program, and what they make due.</summary>
/// <param name="Baseline">The work on the day of establishment; null before.</param>
/// <param name="Corrections">What it was before, the newest first.</param>
/// <param name="Entries">Without annulled ones, in the order of their days.</param>
/// <param name="AreYearsConfirmed">Whether the years of the dates were looked up in the last twelve months.</param>
/// <param name="MayWrite">Whether the actor may write: planners and managers.</param>
public sealed record BenefitsView(Guid ClientId, ProgramBaseline? Baseline, IReadOnlyList<BaselineRow> Corrections, IReadOnlyList<BenefitRow> Entries,
    IReadOnlyList<BenefitDate> Dates, bool AreYearsConfirmed, bool MayWrite);

/// <summary>給付・貸付の日付の窓口: the loan and the jobs after a program was established.</summary>
[DisplayName("給付・貸付の日付")]
public sealed class BenefitDesk(DeskContext desk)
{
    /// <summary>Returns the entries of a program, and records the look; null if there is no such program.</summary>
    [DisplayName("給付・貸付の日付を見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<BenefitsView?> Of(Guid programId)
    {
        desk.MayDo<BenefitDesk>();
        return desk.Open(db => Read(db, programId), view => new OpenedRecord(ProgramDesk.Opened, programId, ShownPerson.Of(null, view.ClientId)));
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="key">The key of the form: a form that is saved twice adds one entry.</param>
    /// <exception cref="RuleException">The program was never established, it has a loan already, or a value is not possible.</exception>
    [DisplayName("給付・貸付の日付を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> Add(Guid programId, BenefitWish wish, Guid? key = null)
    {
        desk.MayDo<BenefitDesk>();
        return desk.Create(key, async db =>
        {
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == programId);
            var entry = db.Add(BenefitEvent.Of(program, wish, desk.Actor.StaffId, desk.Now)).Entity;
            await RefuseSecondLoan(db, entry);
            return entry.Id;
        });
    }

    /// <summary>Corrects an entry, or adds how it ended.</summary>
    /// <exception cref="RuleException">A value is not possible, the program has another loan, or a colleague has taken the entry back.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("給付・貸付の日付を直す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Save(Guid entryId, Edit<BenefitWish> edit)
    {
        desk.MayDo<BenefitDesk>();
        return desk.Change(async db =>
        {
            var entry = await db.BenefitEvents.SingleAsync(e => e.Id == entryId);
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == entry.ProgramId);
            entry.Change(program, db.Accept(edit, entry, e => e.Wish), desk.Actor.StaffId, desk.Now);
            await RefuseSecondLoan(db, entry);
        });
    }

    /// <summary>誤記として消す, or brings it back.</summary>
    /// <exception cref="RuleException">The program has another loan meanwhile.</exception>
    [DisplayName("給付・貸付の日付を消す・戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Annul(Guid entryId, bool isAnnulled)
    {
        desk.MayDo<BenefitDesk>();
        return desk.Change(async db =>
        {
            var entry = await db.BenefitEvents.SingleAsync(e => e.Id == entryId);
            entry.Annul(isAnnulled, desk.Actor.StaffId, desk.Now);
            await RefuseSecondLoan(db, entry);
        });
    }

    /// <summary>期限のことを確かめた: the date that the entry makes due needs no more looking at; or undoes that.</summary>
    /// <exception cref="RuleException">The entry makes no date due, or its day has not come: until then it can still be met or missed.</exception>
    [DisplayName("給付・貸付の期限を確かめる・戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Settle(Guid entryId, bool isSettled)
    {
        desk.MayDo<BenefitDesk>();
        return desk.Change(async db =>
        {
            var entry = await db.BenefitEvents.SingleAsync(e => e.Id == entryId);
            if (isSettled && !await MaySettle(db, entry))
                throw new RuleException("期限の日が来てから、確かめたことにできます。それまでは、まだ変わることがあります。");
            entry.Settle(isSettled, desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>早めに確かめた: somebody looked at the work some months before the last day; or undoes that. The last day stays.</summary>
    [DisplayName("貸付の期限の前に確かめる・戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Look(Guid entryId, bool isLookedAt)
    {
        desk.MayDo<BenefitDesk>();
        return desk.Change(async db =>
            (await db.BenefitEvents.SingleAsync(e => e.Id == entryId)).LookAt(isLookedAt, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>くらべるもとを直す: corrects the work on the day of establishment. What stood there stays to be read.</summary>
    /// <exception cref="RuleException">The program was never established, the reason is missing, nothing differs, or a value is not possible.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("策定した日の収入・時間を直す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task CorrectBaseline(Guid programId, Edit<BaselineWish> edit)
    {
        desk.MayDo<BenefitDesk>();
        return desk.Change(async db =>
        {
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == programId);
            if (program.Baseline is null)
                throw new RuleException("策定したプログラムにだけ書けます。");
            _ = db.Accept(new Edit<BaselineWish>(edit.Was with { Reason = "" }, edit.Wish with { Reason = "" }), program, p => BaselineWish.Of(p.Baseline!));
            program.CorrectBaseline(edit.Wish, desk.Actor.StaffId, desk.Now);
        });
    }

    private async Task<BenefitsView?> Read(OneStopDb db, Guid programId)
    {
        var program = await db.SupportPrograms.AsNoTracking().Standing(db).Where(p => p.Id == programId)
            .Select(p => new { p.ClientId, p.Baseline, p.BaselineCorrections }).SingleOrDefaultAsync();
        if (program is null)
            return null;
        var rows = await (from e in db.BenefitEvents.AsNoTracking()
                          where e.ProgramId == programId && e.Annulment == null
                          join s in db.Users on e.ChangedBy equals s.Id
                          orderby e.On, e.NotedAt
                          select new { Entry = e, s.Name }).ToListAsync();
        var rules = await BenefitRules.Read(db, desk.Now);
        var correctors = program.BaselineCorrections.Select(c => c.By).ToList();
        var names = await db.Users.Where(u => correctors.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name);
        return new(program.ClientId, program.Baseline,
            [.. program.BaselineCorrections.Reverse().Select(c => new BaselineRow(c.Before, c.Reason, c.At, names[c.By]))],
            [.. rows.Select(r => new BenefitRow(r.Entry.Id, r.Entry.Wish, r.Entry.ChangedAt, r.Name,
                r.Entry.Kind == BenefitKind.Loan ? null : BenefitDates.Compare(r.Entry.MonthlyIncome, program.Baseline)))],
            BenefitDates.Of([.. rows.Select(r => r.Entry)], program.Baseline, rules.On), rules.AreConfirmed,
            desk.Actor.Duties.Any(d => d is Duty.Planner or Duty.Manager));
    }

    private async Task<bool> MaySettle(OneStopDb db, BenefitEvent entry)
    {
        var entries = await db.BenefitEvents.AsNoTracking().Where(e => e.ProgramId == entry.ProgramId && e.Annulment == null).ToListAsync();
        var baseline = await db.SupportPrograms.Where(p => p.Id == entry.ProgramId).Select(p => p.Baseline).SingleAsync();
        var rules = await BenefitRules.Read(db, desk.Now);
        return BenefitDates.Of(entries, baseline, rules.On).Any(d => d.EventId == entry.Id && d.MaySettle(ServiceDay.Of(desk.Now).Date));
    }

    private static async Task RefuseSecondLoan(OneStopDb db, BenefitEvent entry)
    {
        if (entry is not { Kind: BenefitKind.Loan, Annulment: null })
            return;
        await db.TakeTurn(); // two may be entered at once
        if (await db.BenefitEvents.AnyAsync(e => e.ProgramId == entry.ProgramId && e.Kind == BenefitKind.Loan && e.Annulment == null && e.Id != entry.Id))
            throw new RuleException("このプログラムには、もう貸付の日があります。それを直してください。", nameof(BenefitWish.Kind));
    }
}
