using OneStop.Domain;
using OneStop.Domain.DatedRules;
using OneStop.Domain.JobOpenings.Checks;

namespace OneStop.Tests.JobOpenings;

/// <summary>The rules that come with the program, as they stand on a day.</summary>
internal static class SomeRules
{
    /// <summary>Returns the rules of a day.</summary>
    /// <param name="isConfirmed">Whether somebody has looked all of them up.</param>
    public static OpeningRules On(DateOnly today, bool isConfirmed = true)
    {
        var now = JapanTime.At(today, new(9, 0));
        var all = FirstRules.All().Where(r => r.Area == RuleArea.Openings).Select(r => (Rule: r, Steps: StepsOf(r, isConfirmed))).ToList();
        var inForce = from rule in all
                      let step = rule.Steps.On(today)
                      where step is not null
                      select new RuleInForce(DatedRule.Known(rule.Rule.Code, new(rule.Rule.Area, rule.Rule.Name, rule.Rule.Kind, rule.Rule.Unit), now), step.Value,
                          isConfirmed ? now : null, Guid.Empty);
        return new(new([.. inForce], now), all.ToDictionary(r => r.Rule.Code, r => r.Steps), today);
    }

    private static IReadOnlyList<RuleStep> StepsOf(FirstRule rule, bool isConfirmed) =>
    [
        .. rule.Value is null ? (RuleStep[])[] : [new(rule.From!.Value, null, rule.Value, isConfirmed)],
        .. rule.Then.Select(t => new RuleStep(t.From!.Value, null, t.Value, isConfirmed)),
    ];
}
