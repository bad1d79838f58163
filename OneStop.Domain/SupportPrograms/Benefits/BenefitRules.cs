using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.SupportPrograms.Conditions;

namespace OneStop.Domain.SupportPrograms.Benefits;

/// <summary>The years of the two dates as they were in force when a loan or a job began: a loan keeps what held when it was made.</summary>
/// <param name="Loan">The years after the loan in which a job is to begin; null if no rule is in force.</param>
/// <param name="Job">The years on end for which the job is to be kept; null if no rule is in force.</param>
/// <param name="Remind">How many months before the last day the work is looked at; null if no rule is in force.</param>
public sealed record BenefitYears(int? Loan, int? Job, int? Remind);

/// <summary>The values of the rules about the loan's dates, read once for many loans.</summary>
internal sealed class BenefitRules
{
    private static readonly string[] Codes = [ProgramRules.LoanYears, ProgramRules.JobYears, ProgramRules.LoanRemindMonths];

    private readonly ILookup<string, RuleValue> values;

    private BenefitRules(ILookup<string, RuleValue> values, bool areConfirmed) => (this.values, AreConfirmed) = (values, areConfirmed);

    /// <summary>Whether the years in force today were looked up in the last twelve months.</summary>
    public bool AreConfirmed { get; }

    /// <summary>Reads them.</summary>
    public static async Task<BenefitRules> Read(OneStopDb db, DateTimeOffset now)
    {
        var values = await (from v in db.RuleValues.AsNoTracking()
                            join r in db.DatedRules on v.RuleId equals r.Id
                            where Codes.Contains(r.Code)
                            select new { r.Code, Value = v }).ToListAsync();
        var book = await db.RulesOn(now.JapaneseDate, now);
        return new(values.ToLookup(v => v.Code, v => v.Value), book.IsConfirmed(ProgramRules.LoanYears) && book.IsConfirmed(ProgramRules.JobYears));
    }

    /// <summary>Returns the years in force on a day.</summary>
    public BenefitYears On(DateOnly day) =>
        new(Number(ProgramRules.LoanYears, day), Number(ProgramRules.JobYears, day), Number(ProgramRules.LoanRemindMonths, day));

    private int? Number(string code, DateOnly day) => values[code].ValidOn(day) is { } value ? (int)RuleKinds.Number(value.Value) : null;
}
