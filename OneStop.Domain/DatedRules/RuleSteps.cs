using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.DatedRules;

/// <summary>A value of a rule over time: what a day far ahead, or past, has to be compared with.</summary>
/// <param name="Until">The last day; null if it stays until the next begins.</param>
/// <param name="IsConfirmed">Whether it was looked up in the last months, so that it may be relied on.</param>
public sealed record RuleStep(DateOnly From, DateOnly? Until, string Value, bool IsConfirmed)
{
    /// <summary>The value of an amount or a number.</summary>
    public decimal Number => RuleKinds.Number(Value);
}

/// <summary>Reads the values of rules over time, the coming ones included.</summary>
public static class RuleSteps
{
    extension(IReadOnlyList<RuleStep> steps)
    {
        /// <summary>Returns the value on a day; null before the first, and after the end of one that nothing follows.</summary>
        public RuleStep? On(DateOnly day) => steps.Where(s => s.From <= day).MaxBy(s => s.From) is { } begun && !(begun.Until < day) ? begun : null;
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns the values of all rules whose code begins so, by their code, each list by its days.</summary>
        /// <param name="now">The time by which a check counts or is too old.</param>
        public async Task<IReadOnlyDictionary<string, IReadOnlyList<RuleStep>>> StepsOfRules(string code, DateTimeOffset now)
        {
            var values = await (from v in db.RuleValues.AsNoTracking()
                                join r in db.DatedRules.AsNoTracking() on v.RuleId equals r.Id
                                where r.Code.StartsWith(code)
                                select new { r.Code, v.Id, v.EffectiveFrom, v.Until, v.Value }).ToListAsync();
            var checks = await db.LastChecks();
            return values.GroupBy(v => v.Code).ToDictionary(g => g.Key, IReadOnlyList<RuleStep> (g) =>
            [
                .. g.OrderBy(v => v.EffectiveFrom).Select(v =>
                    new RuleStep(v.EffectiveFrom, v.Until, v.Value, checks.TryGetValue(v.Id, out var at) && now < at.AddMonths(RuleCheck.GoodFor)))
            ]);
        }
    }
}
