using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.DatedRules;

/// <summary>Queries over rules.</summary>
public static class RuleQueries
{
    extension(IEnumerable<RuleValue> valuesOfOneRule)
    {
        /// <summary>Returns the value in force on a day; null before the first, and after the end of one that nothing follows.</summary>
        public RuleValue? ValidOn(DateOnly day) => valuesOfOneRule.InForceOn(day) is { } begun && !(begun.Until < day) ? begun : null;
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns the rules in force on a day. There are some hundred rules at most, so they are read together.</summary>
        /// <param name="now">The time by which a check counts or is too old.</param>
        public async Task<RuleBook> RulesOn(DateOnly day, DateTimeOffset now)
        {
            var rules = await db.DatedRules.AsNoTracking().ToListAsync();
            var values = (await db.RuleValues.AsNoTracking().BegunBy(day).ToListAsync()).ToLookup(v => v.RuleId);
            var checks = await db.LastChecks();
            return new([.. from rule in rules
                           let value = values[rule.Id].ValidOn(day)
                           where value is not null
                           select new RuleInForce(rule, value.Value, checks.TryGetValue(value.Id, out var at) ? at : null, value.Id)], now);
        }

        /// <summary>Returns when each value was last checked.</summary>
        internal Task<Dictionary<Guid, DateTimeOffset>> LastChecks() => db.RuleChecks.GroupBy(c => c.ValueId)
            .Select(g => new { g.Key, At = g.Max(c => c.At) }).ToDictionaryAsync(c => c.Key, c => c.At);
    }
}
