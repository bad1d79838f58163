using OneStop.Domain.Data;
using OneStop.Domain.JobOpenings.Terms;
using OneStop.Domain.Search;

namespace OneStop.Domain.JobOpenings.Listing;

/// <summary>Queries over openings for lists. They search the narrow table only.</summary>
public static class OpeningListQueries
{
    /// <summary>Below it a code is that of a prefecture.</summary>
    private const int CodesOfPrefecture = 1000;

    extension(IQueryable<OpeningTraits> openings)
    {
        /// <summary>The openings that meet the conditions.</summary>
        public IQueryable<OpeningTraits> That(OpeningFilter filter, OneStopDb db, DateOnly today) =>
            openings.Of(filter.Employer, db).InState(filter, today).AtPlace(filter).Paid(filter).Timed(filter).Fitting(filter);

        /// <summary>The openings that contain all words of a search.</summary>
        public IQueryable<OpeningTraits> Sought(string words) => new FoldedText(words).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(openings, (found, word) => found.Where(o => o.Folded.Contains(word)));

        /// <summary>Sorts by a column of the list; by default the latest change comes first.</summary>
        public IQueryable<OpeningTraits> Sorted(string? column, bool isDescending) => (column, isDescending) switch
        {
            ("title", false) => openings.OrderBy(o => o.Title).ThenBy(o => o.OpeningId),
            ("title", true) => openings.OrderByDescending(o => o.Title).ThenBy(o => o.OpeningId),
            ("employer", false) => openings.OrderBy(o => o.EmployerName).ThenBy(o => o.OpeningId),
            ("employer", true) => openings.OrderByDescending(o => o.EmployerName).ThenBy(o => o.OpeningId),
            ("monthly", false) => openings.OrderBy(o => o.MonthlyPay == null).ThenBy(o => o.MonthlyPay).ThenBy(o => o.OpeningId),
            ("monthly", true) => openings.OrderByDescending(o => o.MonthlyPay).ThenBy(o => o.OpeningId),
            ("until", false) => openings.OrderBy(o => o.OpenUntil).ThenBy(o => o.OpeningId),
            ("until", true) => openings.OrderByDescending(o => o.OpenUntil).ThenBy(o => o.OpeningId),
            ("received", false) => openings.OrderBy(o => o.ReceiptNumber == null).ThenBy(o => o.ReceiptNumber).ThenBy(o => o.OpeningId),
            ("received", true) => openings.OrderByDescending(o => o.ReceiptNumber).ThenBy(o => o.OpeningId),
            ("changed", false) => openings.OrderBy(o => o.ChangedAt).ThenBy(o => o.OpeningId),
            _ => openings.OrderByDescending(o => o.ChangedAt).ThenByDescending(o => o.OpeningId),
        };

        /// <summary>Selects the rows of a list.</summary>
        public IQueryable<OpeningRow> ToRows(OneStopDb db) => openings.Select(o => new OpeningRow
        {
            Id = o.OpeningId,
            Origin = o.Origin,
            State = o.State,
            Title = o.Title,
            Occupation = o.Occupation,
            EmployerName = o.EmployerName,
            EmployerId = db.JobOpenings.Where(j => j.Id == o.OpeningId).Select(j => j.EmployerId).FirstOrDefault(),
            MunicipalityCode = o.MunicipalityCode,
            Employment = o.Employment,
            PayForm = o.PayForm,
            MonthlyPay = o.MonthlyPay,
            HourlyPay = o.HourlyPay,
            EarliestStart = o.EarliestStart,
            LatestEnd = o.LatestEnd,
            Persons = o.Persons,
            OpenUntil = o.OpenUntil,
            ReceivedOn = o.ReceivedOn,
            AsOf = o.AsOf,
            AskAgainOn = o.AskAgainOn,
            ReceiptNumber = o.ReceiptNumber,
            CountedOn = o.CountedOn,
        });

        /// <summary>Whose they are stands on the openings, because merging two employers moves it there.</summary>
        private IQueryable<OpeningTraits> Of(Guid? employer, OneStopDb db) =>
            employer is null ? openings : openings.Where(o => db.JobOpenings.Any(j => j.Id == o.OpeningId && j.EmployerId == employer));

        private IQueryable<OpeningTraits> InState(OpeningFilter filter, DateOnly today)
        {
            var found = filter.IsOpen ? openings.OpenOn(today) : openings;
            if (filter.HasRunOut)
                found = found.Where(o => o.State != OpeningState.Ended && o.OpenUntil < today);
            if (filter.State is { } state)
                found = found.Where(o => o.State == state && (state == OpeningState.Ended || state == OpeningState.Draft || o.OpenUntil >= today));
            if (filter.Origin is { } origin)
                found = found.Where(o => o.Origin == origin);
            if (filter.IsToBeAsked)
                found = found.OpenOn(today).Where(o => o.AskAgainOn <= today);
            return filter.IsCounted ? found.Where(o => o.CountedOn != null) : found;
        }

        private IQueryable<OpeningTraits> AtPlace(OpeningFilter filter)
        {
            var found = filter.Municipality switch
            {
                null => openings,
                < CodesOfPrefecture and { } prefecture => openings.Where(o => o.MunicipalityCode.StartsWith($"{prefecture:00}")),
                { } code => openings.Where(o => o.MunicipalityCode == $"{code:00000}"),
            };
            return filter.MostTransitMinutes is { } minutes ? found.Where(o => o.TransitMinutes <= minutes) : found;
        }

        private IQueryable<OpeningTraits> Paid(OpeningFilter filter)
        {
            var found = openings;
            if (filter.LeastMonthlyPay is { } monthly)
                found = found.Where(o => o.MonthlyPay >= monthly);
            if (filter.LeastHourlyPay is { } hourly)
                found = found.Where(o => o.HourlyPay >= hourly);
            if (filter.Employment is { } employment)
                found = found.Where(o => o.Employment == employment);
            return filter.IsPermanent ? found.Where(o => o.IsPermanent == true) : found;
        }

        private IQueryable<OpeningTraits> Timed(OpeningFilter filter)
        {
            var found = openings;
            if (filter.From is { } from)
                found = found.Where(o => o.EarliestStart >= from);
            if (filter.To is { } to)
                found = found.Where(o => o.LatestEnd <= to);
            if (filter.MostDaysAWeek is { } days)
                found = found.Where(o => o.DaysAWeek <= days);
            if (filter.NoOvertime)
                found = found.Where(o => o.HasOvertime == false);
            if (filter.NoWeekends)
                found = found.Where(o => o.WorksWeekends == false);
            return filter.NoHolidays ? found.Where(o => o.WorksHolidays == false) : found;
        }

        private IQueryable<OpeningTraits> Fitting(OpeningFilter filter)
        {
            var found = openings;
            if (filter.SuddenAbsence)
                found = found.Where(o => o.SuddenAbsence == AbsencePractice.Usual || o.SuddenAbsence == AbsencePractice.WithCover);
            if (filter.SchoolEvents)
                found = found.Where(o => o.SchoolEvents == true);
            if (filter.HourlyLeave)
                found = found.Where(o => o.HourlyLeave == true);
            if (filter.ReducedHours)
                found = found.Where(o => o.ReducedHours == true);
            if (filter.HomeOffice)
                found = found.Where(o => o.HomeOffice == HomeOffice.Sometimes || o.HomeOffice == HomeOffice.Mostly);
            if (filter.Childcare)
                found = found.Where(o => o.Childcare == ChildcareOffer.AtWork || o.Childcare == ChildcareOffer.Elsewhere);
            if (filter.Promotes)
                found = found.Where(o => o.Promotes == true);
            return filter.NoExperience ? found.Where(o => o.NeedsExperience == false) : found;
        }
    }
}
