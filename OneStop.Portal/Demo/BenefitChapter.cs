using OneStop.Domain;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Benefits;

namespace OneStop.Portal.Demo;

/// <summary>The dates of the housing loan, as in the second month: one person has just borrowed, another has found a better paid job since.</summary>
internal sealed class BenefitChapter : IDemoChapter
{
    private const int MoreThanBefore = 35_000;

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ProgramChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var planner = book.With(Duty.Planner)[0];
        var running = book.Written<SupportProgram>().Where(p => p is { State: ProgramState.Running, Establishment: not null })
            .OrderBy(p => p.Number).Take(2).ToList();
        foreach (var (number, program) in running.Index())
        {
            Add(program, 30, new() { Kind = BenefitKind.Loan });
            if (number > 0)
                Add(program, 10, new()
                {
                    Kind = BenefitKind.JobChange,
                    Form = WorkForm.FixedTerm,
                    MonthlyIncome = program.Baseline?.MonthlyIncome + MoreThanBefore,
                    WeeklyHours = 35,
                });
        }
        return Task.CompletedTask;

        void Add(SupportProgram program, int daysAgo, BenefitWish wish)
        {
            var at = book.Now.AddDays(-daysAgo);
            book.Add(BenefitEvent.Of(program, wish with { On = at.JapaneseDate }, planner, at));
        }
    }
}
