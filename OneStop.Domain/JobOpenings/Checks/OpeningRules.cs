using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>The codes of the rules about openings; their values are data.</summary>
public static class OpeningRuleCodes
{
    /// <summary>最低賃金 by the code of the prefecture, in yen an hour.</summary>
    public const string MinimumWage = "opening.minimum-wage.";

    /// <summary>The legal hours of a day (労働基準法 32条2項).</summary>
    public const string HoursADay = "opening.hours.day";

    /// <summary>The legal hours of a week (32条1項).</summary>
    public const string HoursAWeek = "opening.hours.week";

    /// <summary>The legal hours of a week in small shops and the like (40条).</summary>
    public const string HoursAWeekSmall = "opening.hours.week.small";

    /// <summary>The hours of work after which the first break is due, and its minutes (34条).</summary>
    public const string FirstBreakAfter = "opening.break.first.after", FirstBreak = "opening.break.first";

    /// <summary>The hours of work after which the longer break is due, and its minutes (34条).</summary>
    public const string SecondBreakAfter = "opening.break.second.after", SecondBreak = "opening.break.second";

    /// <summary>The hours at which the night begins and ends (37条4項).</summary>
    public const string NightFrom = "opening.night.from", NightTo = "opening.night.to";

    /// <summary>The hours of overtime in a month that need a special clause when exceeded (36条4項).</summary>
    public const string OvertimeAMonth = "opening.overtime.month";

    /// <summary>From which percentage of the lowest pay on the highest tells nothing.</summary>
    public const string PaySpan = "opening.pay.span";

    /// <summary>The days until the employer is asked again whether it is still right (職業安定法 5条の4).</summary>
    public const string AskAgainDays = "opening.ask-again.days";

    /// <summary>The days before the end of the validity from which the end is announced.</summary>
    public const string EndingDays = "opening.ending.days";

    /// <summary>The form of the employer's declaration that is valid (5条の6).</summary>
    public const string DeclarationForm = "opening.declaration.form";

    /// <summary>The grounds on which an opening is not accepted; each a question whose 「はい」 refuses.</summary>
    public const string Grounds = "opening.refusal.ground.";

    /// <summary>Whether only openings in the commuting area count (仕様書 8(5)).</summary>
    public const string CountsOnlyCommuting = "opening.count.commuting";

    /// <summary>Whether only openings that a second person checked count.</summary>
    public const string CountsOnlyChecked = "opening.count.checked";

    /// <summary>The months within which the same opening again is a renewal.</summary>
    public const string RenewalMonths = "opening.count.renewal.months";
}

/// <summary>The rules by which openings are checked: those of today, and the minimum wages of all days.</summary>
/// <param name="wages">By the code of the rule.</param>
public sealed class OpeningRules(RuleBook book, IReadOnlyDictionary<string, IReadOnlyList<RuleStep>> wages, DateOnly today)
{
    /// <summary>The day of the rules.</summary>
    public DateOnly Today => today;

    /// <summary>The rules in force today.</summary>
    public RuleBook Book => book;

    /// <summary>Returns the number of a rule; null if none is in force.</summary>
    public decimal? Number(string code) => book.Find(code)?.Number;

    /// <summary>Returns the whole number of a rule; null if none is in force.</summary>
    public int? Whole(string code) => (int?)Number(code);

    /// <summary>Whether a rule says yes; null if none is in force.</summary>
    public bool? IsYes(string code) => book.Find(code)?.IsYes;

    /// <summary>Returns the minimum wage of a prefecture on a day; null if it is not known.</summary>
    public RuleStep? MinimumWage(string prefecture, DateOnly day) => Wages(prefecture).On(day);

    /// <summary>Returns the changes of the minimum wage after a day, up to another.</summary>
    public IEnumerable<RuleStep> Changes(string prefecture, DateOnly after, DateOnly until) =>
        Wages(prefecture).Where(s => s.From > after && s.From <= until).OrderBy(s => s.From);

    private IReadOnlyList<RuleStep> Wages(string prefecture) => wages.GetValueOrDefault(OpeningRuleCodes.MinimumWage + prefecture) ?? [];
}

/// <summary>Reads the rules about openings.</summary>
public static class OpeningRuleQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the rules of today.</summary>
        public async Task<OpeningRules> OpeningRules(DateTimeOffset now) =>
            new(await db.RulesOn(now.JapaneseDate, now), await db.StepsOfRules(OpeningRuleCodes.MinimumWage, now), now.JapaneseDate);
    }
}
