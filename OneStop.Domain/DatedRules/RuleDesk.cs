using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Search;
using OneStop.Domain.Staff;

namespace OneStop.Domain.DatedRules;

/// <summary>決まりと金額の窓口: what is in force, what comes, and what has to be checked.</summary>
[DisplayName("決まりと金額")]
public sealed class RuleDesk(DeskContext desk)
{
    /// <summary>Announced when a rule, a value or a check has changed.</summary>
    public const string Topic = "rules";

    private DateOnly Today => ServiceDay.Of(desk.Now).Date;

    /// <summary>Returns the rules, by area.</summary>
    [DisplayName("一覧を見る")]
    [Allowed(Duty.Manager)]
    public async Task<ListPart<RuleRow>> List(ListQuery<RuleFilter> query)
    {
        desk.MayDo<RuleDesk>();
        await using var db = await desk.Read();
        var all = await Rows(db, db.DatedRules);
        var words = new FoldedText(query.Words).Text;
        var found = all.Where(r => (query.Filter.Area is not { } area || r.Area == area) && (!query.Filter.InDoubt || r.State != RuleState.Confirmed)
            && new FoldedText(r.Name).Text.Contains(words, StringComparison.Ordinal));
        return found.OrderBy(r => r.Area).ThenBy(r => r.Code, StringComparer.Ordinal).ToList().ToPart(query.Page, all.Count);
    }

    /// <summary>Returns a rule with its history; null if there is none.</summary>
    [DisplayName("決まりを開く")]
    [Allowed(Duty.Manager)]
    public async Task<RuleRow?> Open(Guid ruleId)
    {
        desk.MayDo<RuleDesk>();
        await using var db = await desk.Read();
        return (await Rows(db, db.DatedRules.Where(r => r.Id == ruleId))).SingleOrDefault();
    }

    /// <summary>加える: adds a rule for texts, still without a value.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one rule.</param>
    /// <exception cref="RuleException">The name is missing, too long, or taken.</exception>
    [DisplayName("決まりを加える")]
    [Allowed(Duty.Manager)]
    public async Task<Guid> Add(RuleWish wish, Guid? key = null)
    {
        desk.MayDo<RuleDesk>();
        var rule = DatedRule.Of(wish, desk.Now);
        return await desk.Create(key, async db =>
        {
            if (await db.DatedRules.AnyAsync(r => r.Name == rule.Name))
                throw new RuleException("同じ名前の決まりが、すでにあります。", nameof(wish.Name));
            return db.DatedRules.Add(rule).Entity.Id;
        });
    }

    /// <summary>決める: sets the value from a day on. The value before it stays as it was.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one value.</param>
    /// <exception cref="RuleException">The value does not fit the rule, the day is past or taken, or the source is missing.</exception>
    [DisplayName("新しい値を決める")]
    [Allowed(Duty.Manager)]
    public async Task<Guid> Set(Guid ruleId, RuleValueWish wish, Guid? key = null)
    {
        desk.MayDo<RuleDesk>();
        var (me, now) = (desk.Actor.StaffId, desk.Now);
        if (wish.From < Today)
            throw new RuleException("きょうからあとの日を選んでください。過ぎた日の値は変えられません。", nameof(wish.From));
        return await desk.Create(key, async db =>
        {
            var value = RuleValue.From(await db.DatedRules.SingleAsync(r => r.Id == ruleId), wish, me, now);
            if (await db.RuleValues.AnyAsync(v => v.RuleId == ruleId && v.EffectiveFrom == value.EffectiveFrom))
                throw new RuleException($"{JapanTime.Say(value.EffectiveFrom)}からの値は、すでに決めてあります。取り消してから決め直してください。", nameof(wish.From));
            if (wish.IsChecked)
                db.Add(RuleCheck.Of(value.Id, value.Source, me, now));
            return db.RuleValues.Add(value).Entity.Id;
        });
    }

    /// <summary>取り消す: deletes a value that was not in force on any past day.</summary>
    /// <returns>What was deleted, for undoing by <see cref="Set"/>.</returns>
    /// <exception cref="RuleException">The value was in force before today.</exception>
    [DisplayName("決めた値を取り消す")]
    [Allowed(Duty.Manager)]
    public async Task<RuleValueWish> TakeBack(Guid valueId)
    {
        desk.MayDo<RuleDesk>();
        return await desk.Change(async db =>
        {
            var value = await db.RuleValues.SingleAsync(v => v.Id == valueId);
            if (value.EffectiveFrom < Today)
                throw new RuleException("すでに使われた値は取り消せません。新しい値を、きょうからあとの日付で決めてください。");
            var isChecked = await db.RuleChecks.AnyAsync(c => c.ValueId == valueId);
            db.Remove(value);
            return new RuleValueWish(value.Value, value.EffectiveFrom, value.Until, value.Source.Words, value.Source.Address, isChecked);
        });
    }

    /// <summary>確かめた: records that a value was looked up and is right.</summary>
    /// <returns>The id of the check, for undoing by <see cref="Uncheck"/>.</returns>
    /// <exception cref="RuleException">The source is missing.</exception>
    [DisplayName("値を確かめる")]
    [Allowed(Duty.Manager)]
    public async Task<Guid> Check(Guid valueId, RuleCheckWish wish, Guid? key = null)
    {
        desk.MayDo<RuleDesk>();
        var check = RuleCheck.Of(valueId, RuleSource.Of(wish.Source, wish.Address), desk.Actor.StaffId, desk.Now);
        return await desk.Create(key, async db =>
        {
            await db.RuleValues.SingleAsync(v => v.Id == valueId);
            return db.RuleChecks.Add(check).Entity.Id;
        });
    }

    /// <summary>Undoes <see cref="Check"/>.</summary>
    [DisplayName("確かめた記録を取り消す")]
    [Allowed(Duty.Manager)]
    public async Task Uncheck(Guid checkId)
    {
        desk.MayDo<RuleDesk>();
        await desk.Change(async db => db.Remove(await db.RuleChecks.SingleAsync(c => c.Id == checkId)));
    }

    private async Task<IReadOnlyList<RuleRow>> Rows(OneStopDb db, IQueryable<DatedRule> rules)
    {
        var (today, now) = (Today, desk.Now);
        var values = await db.RuleValues.AsNoTracking().Where(v => rules.Any(r => r.Id == v.RuleId)).OrderBy(v => v.EffectiveFrom).ToListAsync();
        var checks = (await db.RuleChecks.AsNoTracking().ToListAsync()).GroupBy(c => c.ValueId).ToDictionary(g => g.Key, g => g.MaxBy(c => c.At)!);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        string? NameOf(Guid? staffId) => staffId is { } id ? names[id] : null;
        return [.. (await rules.AsNoTracking().ToListAsync()).Select(rule =>
        {
            RuleValueRow Row(RuleValue v)
            {
                var check = checks.GetValueOrDefault(v.Id);
                return new(v.Id, rule.Kind.Say(v.Value, rule.Unit), v.EffectiveFrom, v.Until, check?.Source ?? v.Source, NameOf(v.SetBy), check?.At,
                    NameOf(check?.StaffId), check?.Id);
            }
            var own = values.Where(v => v.RuleId == rule.Id).ToList();
            var inForce = own.ValidOn(today) is { } valid ? Row(valid) : null;
            return new RuleRow(rule.Id, rule.Code, rule.Area, rule.Name, rule.Kind, rule.Unit, inForce, inForce?.StateAt(now) ?? RuleState.Missing,
                [.. own.Where(v => v.EffectiveFrom > today).Select(Row)],
                [.. own.Where(v => v.EffectiveFrom <= today && v.Id != inForce?.Id).Reverse().Select(Row)]);
        })];
    }
}
