using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Counting;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings;

/// <summary>Reads openings with what decides about them.</summary>
public static class OpeningQueries
{
    /// <summary>福岡県</summary>
    private const string Fukuoka = "40";

    extension(OneStopDb db)
    {
        /// <summary>Returns what the gate looks at.</summary>
        public async Task<GatedOpening> Gated(JobOpening opening, OpeningRules rules) => new(opening,
            OpeningChecks.Of(new(opening.Title, opening.Terms, opening.ValidUntil), rules),
            await db.EmployerDeclarations.AsNoTracking().Where(d => d.OpeningId == opening.Id)
                .OrderByDescending(d => d.At).ThenByDescending(d => d.Id).FirstOrDefaultAsync(),
            opening.Origin == OpeningOrigin.Public ? await db.PublicOrigins.AsNoTracking().SingleOrDefaultAsync(p => p.OpeningId == opening.Id) : null);

        /// <summary>Returns what is known when it is asked whether an opening counts.</summary>
        public async Task<CountedOpening> Counted(JobOpening opening, OpeningRules rules) => new(opening,
            IsInCommutingArea(opening.Terms.Place),
            await db.Renewed(opening, rules), TermItems.BlankIn(opening.Terms).Count);

        /// <summary>Settles whether an opening counts, once its own way is complete.</summary>
        internal async Task Settle(JobOpening opening, OpeningRules rules, DateTimeOffset now)
        {
            if (opening.Count is not null || OpeningCounting.IsUnderWay(opening, rules))
                return;
            var reasons = OpeningCounting.Reasons(await db.Counted(opening, rules), rules);
            opening.CountBy(new(rules.Today, reasons.Count == 0, string.Concat(reasons)), now);
        }

        /// <summary>Returns the number of the same opening that was accepted within the months of a renewal before; null if there is none.</summary>
        private async Task<string?> Renewed(JobOpening opening, OpeningRules rules)
        {
            var on = opening.Receipt?.On ?? rules.Today;
            var (since, number) = (on.AddMonths(-(rules.Whole(OpeningRuleCodes.RenewalMonths) ?? 0)), opening.ReceiptNumber ?? int.MaxValue);
            var same = await db.OpeningTraits.AsNoTracking()
                .Where(t => t.Sameness == opening.Traits.Sameness && t.OpeningId != opening.Id && t.ReceivedOn >= since && t.ReceiptNumber < number)
                .OrderBy(t => t.ReceiptNumber).Select(t => new { t.ReceivedOn, t.ReceiptNumber }).FirstOrDefaultAsync();
            return same is null ? null : JobOpening.NumberOf(same.ReceivedOn!.Value, same.ReceiptNumber!.Value);
        }
    }

    extension(IQueryable<OpeningTraits> openings)
    {
        /// <summary>The openings that are valid on a day: what has run out is none, though nobody closed it.</summary>
        public IQueryable<OpeningTraits> OpenOn(DateOnly day) =>
            openings.Where(o => o.State != OpeningState.Ended && o.State != OpeningState.Draft && o.OpenUntil >= day);
    }

    /// <summary>Whether a place is in the commuting area; null if it is not known. Until managers keep a list of it, the whole prefecture is.</summary>
    private static bool? IsInCommutingArea(PlaceTerms place) => place.PrefectureCode is { } prefecture ? prefecture == Fukuoka : null;
}
