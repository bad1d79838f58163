using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Employers;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Counting;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Domain.JobOpenings.Terms;
using OneStop.Domain.Places;

namespace OneStop.Domain.JobOpenings;

/// <summary>Reads openings with what decides about them.</summary>
public static class OpeningQueries
{
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
            await db.IsInCommutingArea(opening.Terms.Place, opening.Receipt?.On ?? rules.Today),
            await db.Renewed(opening, rules), TermItems.BlankIn(opening.Terms).Count);

        /// <summary>Settles whether an opening counts, once its own way is complete.</summary>
        internal async Task Settle(JobOpening opening, OpeningRules rules, DateTimeOffset now)
        {
            if (opening.Count is not null || OpeningCounting.IsUnderWay(opening, rules))
                return;
            var reasons = OpeningCounting.Reasons(await db.Counted(opening, rules), rules);
            opening.CountBy(new(rules.Today, reasons.Count == 0, string.Concat(reasons)), now);
        }

        /// <summary>Refuses an employer that is not in our list, and a place of work of another one.</summary>
        /// <exception cref="RuleException">There is no such employer, it was merged, or the place is not its own.</exception>
        internal async Task RefuseUnknown(Guid? employerId, Guid? worksiteId)
        {
            if (employerId is { } employer && !await db.Employers.Standing().AnyAsync(e => e.Id == employer))
                throw new RuleException("求人事業者が見つかりません。一覧から選び直してください。", nameof(OpeningWish.EmployerId));
            if (worksiteId is { } site && !await db.Worksites.AnyAsync(w => w.Id == site && w.EmployerId == employerId))
                throw new RuleException("事業所が、この求人事業者のものではありません。選び直してください。", nameof(OpeningWish.WorksiteId));
        }

        /// <summary>Whether people commute there on a day; null if the place is not known.</summary>
        private async Task<bool?> IsInCommutingArea(PlaceTerms place, DateOnly day) => place switch
        {
            { MunicipalityCode.Length: > 0 } => (await db.CommutingAreaOn(day)).Contain(place.MunicipalityCode),
            { PrefectureCode: { } prefecture } when Municipalities.All.All(m => m.PrefectureCode != prefecture) => false,
            _ => null,
        };

        /// <summary>Returns the number of the same opening that was accepted within the months of a renewal before; null if there is none.</summary>
        private async Task<string?> Renewed(JobOpening opening, OpeningRules rules)
        {
            var on = opening.Receipt?.On ?? rules.Today;
            var (since, number) = (on.AddMonths(-(rules.Whole(OpeningRuleCodes.RenewalMonths) ?? 0)), opening.ReceiptNumber ?? int.MaxValue);
            var same = await (from t in db.OpeningTraits.AsNoTracking()
                              where t.Sameness == opening.Traits.Sameness && t.OpeningId != opening.Id && t.ReceivedOn >= since && t.ReceiptNumber < number
                              join o in db.JobOpenings on t.OpeningId equals o.Id
                              where o.EmployerId == opening.EmployerId
                              orderby t.ReceiptNumber
                              select new { t.ReceivedOn, t.ReceiptNumber }).FirstOrDefaultAsync();
            return same is null ? null : JobOpening.NumberOf(same.ReceivedOn!.Value, same.ReceiptNumber!.Value);
        }
    }

    extension(IQueryable<OpeningTraits> openings)
    {
        /// <summary>The openings that are valid on a day: what has run out is none, though nobody closed it.</summary>
        public IQueryable<OpeningTraits> OpenOn(DateOnly day) =>
            openings.Where(o => o.State != OpeningState.Ended && o.State != OpeningState.Draft && o.OpenUntil >= day);
    }
}
