using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Staff;

namespace OneStop.Domain.DatedRules;

/// <summary>
/// What managers have to check: values never checked, and those whose check is twelve months old. One item for each area, because a dozen rules are
/// usually looked up on the same pages.
/// </summary>
internal sealed class RulesDue : IDueSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        if (query.Person is not null || !db.Actor.Duties.Contains(Duty.Manager))
            return [];
        var today = ServiceDay.Of(query.Now).Date;
        var values = (await db.RuleValues.AsNoTracking().BegunBy(today).ToListAsync()).ToLookup(v => v.RuleId);
        var checks = await db.LastChecks();
        var open = from rule in await db.DatedRules.AsNoTracking().ToListAsync()
                   let value = values[rule.Id].ValidOn(today)
                   where value is not null
                   let until = checks.TryGetValue(value.Id, out var at) ? at.AddMonths(RuleCheck.GoodFor) : value.SetAt
                   where until < query.Before
                   group (Rule: rule, Until: until) by rule.Area;
        return [.. open.Select(area => (Area: area.Key, First: area.MinBy(r => r.Until), Count: area.Count())).OrderBy(a => a.First.Until).Take(query.Take)
            .Select(a => new DueItem
            {
                Id = a.First.Rule.Id,
                Kind = "rule-check",
                What = "決まりと金額を確かめる",
                Of = $"{a.Area.InJapanese}（{a.Count}件）",
                Until = a.First.Until,
                Link = $"/settings/rules?area={a.Area.ToString().ToLowerInvariant()}&inDoubt=1",
            })];
    }
}
