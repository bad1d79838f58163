using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>What is checked: the terms with the title under which they are shown, and until when they are.</summary>
/// <param name="ValidUntil">The last day of validity; null if it is not set.</param>
public sealed record CheckedOpening(string Title, OpeningTerms Terms, DateOnly? ValidUntil)
{
    /// <summary>The day on which work begins: the day by which the minimum wage counts, not that on which somebody writes.</summary>
    public DateOnly WorkBegins(DateOnly today) => Terms.Period.From is { } from && from > today ? from : today;
}

/// <summary>Looks through an opening as the law asks. Each finding says what to do; thresholds are dated rules.</summary>
public static class OpeningChecks
{
    /// <summary>Returns the findings: those that block first, then by section.</summary>
    public static IReadOnlyList<OpeningFinding> Of(CheckedOpening opening, OpeningRules rules) =>
    [
        .. Blanks(opening.Terms).Concat(WordChecks.Of(opening)).Concat(PeriodChecks.Of(opening, rules)).Concat(HoursChecks.Of(opening.Terms, rules))
            .Concat(PayChecks.Of(opening.Terms, rules)).Concat(WageChecks.Of(opening, rules)).OrderBy(f => f.Severity).ThenBy(f => f.Section)
    ];

    private static IEnumerable<OpeningFinding> Blanks(OpeningTerms terms) => TermItems.BlankIn(terms).Select(b =>
        new OpeningFinding(b.Item.Code, FindingSeverity.Blocks, b.Item.Section, b.Item.Field, b.Item.Clause, b.Sentence, "事業者に確かめて、書きます。"));
}
