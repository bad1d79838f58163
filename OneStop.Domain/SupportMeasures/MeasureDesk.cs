using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportMeasures;

/// <summary>支援策の窓口: the measures and their texts.</summary>
[DisplayName("支援策")]
public sealed class MeasureDesk(DeskContext desk)
{
    /// <summary>Announced when a measure has changed.</summary>
    public const string Topic = "measures";

    /// <summary>Returns the measures, in order.</summary>
    /// <param name="isRetired">Whether to return the retired ones instead of those on offer.</param>
    [DisplayName("一覧を見る")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<MeasureRow>> List(bool isRetired = false)
    {
        desk.MayDo<MeasureDesk>();
        await using var db = await desk.Read();
        return await Rows(db, db.SupportMeasures.Retired(isRetired));
    }

    /// <summary>Returns a measure with its history; null if there is none.</summary>
    [DisplayName("開く・履歴を見る")]
    [Allowed(Duty.Manager)]
    public async Task<MeasureView?> Open(Guid measureId)
    {
        desk.MayDo<MeasureDesk>();
        await using var db = await desk.Read();
        if ((await Rows(db, db.SupportMeasures.Where(m => m.Id == measureId))).SingleOrDefault() is not { } row)
            return null;
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        var history = await db.SupportMeasureRevisions.AsNoTracking().Where(r => r.MeasureId == measureId).OrderByDescending(r => r.Edition).ToListAsync();
        return new(row, history[0].Wording.Wish, [.. history.Select(r =>
            new MeasureRevisionRow(r.Edition, r.At, r.StaffId is { } by ? names[by] : null, r.Wording))], await Named(db));
    }

    /// <summary>Returns the rules that texts can name.</summary>
    [DisplayName("差し込める決まりを見る")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<NamedValue>> Names()
    {
        desk.MayDo<MeasureDesk>();
        await using var db = await desk.Read();
        return await Named(db);
    }

    /// <summary>Saves a measure: a new one, or a new wording, which has to be checked again.</summary>
    /// <param name="measureId">Null for a new one.</param>
    /// <exception cref="RuleException">Something is missing, too long, an amount is typed, or a rule is named that does not exist.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("支援策の文を書く")]
    [Allowed(Duty.Manager)]
    public Task<Guid> Save(Guid? measureId, Edit<MeasureWish> edit)
    {
        desk.MayDo<MeasureDesk>();
        var (wording, me, now) = (MeasureWording.Of(edit.Wish), desk.Actor.StaffId, desk.Now);
        return desk.Create(measureId is null ? edit.Key : null, async db =>
        {
            await RefuseUnknownNames(db, wording);
            if (measureId is not { } known)
            {
                var fresh = SupportMeasure.Write(wording, me, now);
                db.AddRange(fresh, SupportMeasureRevision.Of(fresh));
                return fresh.Id;
            }
            var measure = await db.SupportMeasures.SingleAsync(m => m.Id == known);
            db.Accept(edit, measure, m => m.Wish);
            if (measure.Revise(wording, me, now))
                db.Add(SupportMeasureRevision.Of(measure));
            return known;
        });
    }

    /// <summary>前の文に戻す: restores an earlier wording, as a new edition.</summary>
    [DisplayName("前の文に戻す")]
    [Allowed(Duty.Manager)]
    public async Task Return(Guid measureId, int edition)
    {
        desk.MayDo<MeasureDesk>();
        await desk.Change(async db =>
        {
            var earlier = await db.SupportMeasureRevisions.SingleAsync(r => r.MeasureId == measureId && r.Edition == edition);
            var measure = await db.SupportMeasures.SingleAsync(m => m.Id == measureId);
            if (measure.Revise(earlier.Wording, desk.Actor.StaffId, desk.Now))
                db.Add(SupportMeasureRevision.Of(measure));
        });
    }

    /// <summary>確かめた: the texts were looked up and are right.</summary>
    /// <param name="seen">The edition that was on the screen.</param>
    /// <returns>The check before, for undoing by <see cref="TakeCheckBack"/>.</returns>
    /// <exception cref="RuleException">A colleague has changed the texts meanwhile.</exception>
    [DisplayName("支援策の文を確かめる")]
    [Allowed(Duty.Manager)]
    public Task<MeasureCheck?> Confirm(Guid measureId, int seen)
    {
        desk.MayDo<MeasureDesk>();
        return desk.Change(async db =>
        {
            var measure = await db.SupportMeasures.SingleAsync(m => m.Id == measureId);
            if (measure.Edition != seen)
                throw new RuleException("ほかの人が文を直しました。新しい文を確かめてください。");
            var before = measure.Check;
            measure.Confirm(desk.Actor.StaffId, desk.Now);
            return before;
        });
    }

    /// <summary>Undoes <see cref="Confirm"/>.</summary>
    [DisplayName("確かめた記録を取り消す")]
    [Allowed(Duty.Manager)]
    public async Task TakeCheckBack(Guid measureId, MeasureCheck? before)
    {
        desk.MayDo<MeasureDesk>();
        await desk.Change(async db => (await db.SupportMeasures.SingleAsync(m => m.Id == measureId)).RestoreCheck(before));
    }

    /// <summary>廃止, and offering it again.</summary>
    /// <exception cref="RuleException">It is one of the four.</exception>
    [DisplayName("支援策をやめる・また使う")]
    [Allowed(Duty.Manager)]
    public async Task Retire(Guid measureId, bool retired)
    {
        desk.MayDo<MeasureDesk>();
        await desk.Change(async db =>
        {
            var measure = await db.SupportMeasures.SingleAsync(m => m.Id == measureId);
            if (retired)
                measure.Retire(desk.Actor.StaffId, desk.Now);
            else
                measure.BringBack();
        });
    }

    private async Task<IReadOnlyList<MeasureRow>> Rows(OneStopDb db, IQueryable<SupportMeasure> measures)
    {
        var now = desk.Now;
        var rules = await db.RulesOn(ServiceDay.Of(now).Date, now);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        string? NameOf(Guid? staffId) => staffId is { } id ? names[id] : null;
        return [.. (await measures.AsNoTracking().ToListAsync()).InOrder().Select(m => new MeasureRow(m.Id, m.Wording.Name, m.Wording.ShortName, m.IsOneOfFour,
            m.Retirement is not null, m.Edition, m.ChangedAt, NameOf(m.ChangedBy), m.Check?.At, NameOf(m.Check?.StaffId), FilledMeasure.Of(m, rules, now)))];
    }

    private async Task<IReadOnlyList<NamedValue>> Named(OneStopDb db)
    {
        var now = desk.Now;
        var rules = await db.RulesOn(ServiceDay.Of(now).Date, now);
        var all = await db.DatedRules.AsNoTracking().OrderBy(r => r.Area).ThenBy(r => r.Code).ToListAsync();
        return [.. all.Select(r => new NamedValue(r.Name, rules.Find(r.Code)?.InWords))];
    }

    private static async Task RefuseUnknownNames(OneStopDb db, MeasureWording wording)
    {
        var named = wording.Texts.SelectMany(t => RuleBook.NamesIn(t.Text).Select(n => (Name: n, t.Field))).ToList();
        var names = named.Select(n => n.Name).Distinct().ToList();
        var known = await db.DatedRules.Where(r => names.Contains(r.Name)).Select(r => r.Name).ToListAsync();
        foreach (var (name, field) in named.Where(n => !known.Contains(n.Name)))
            throw new RuleException($"「{name}」という決まりはありません。「決まりと金額」に加えてから差し込んでください。", field);
    }
}
