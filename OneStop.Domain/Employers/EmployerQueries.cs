using System.Globalization;
using OneStop.Domain.Data;
using OneStop.Domain.Places;
using OneStop.Domain.Search;

namespace OneStop.Domain.Employers;

/// <summary>Queries over employers.</summary>
public static class EmployerQueries
{
    extension(IQueryable<Employer> employers)
    {
        /// <summary>The entries that stand for themselves: not those that were merged with another.</summary>
        public IQueryable<Employer> Standing() => employers.Where(e => e.MergedIntoId == null);

        /// <summary>The employers that meet the conditions of a list.</summary>
        public IQueryable<Employer> That(EmployerFilter filter, DateOnly today)
        {
            if (filter.Stage is { } stage)
                employers = employers.Where(e => e.Stage == stage);
            if (filter.InCharge is { } staff)
                employers = employers.Where(e => e.InChargeId == staff);
            if (filter.IsFree)
                employers = employers.Where(e => e.InChargeId == null);
            if (filter.Industry is { } industry && CodeOf(industry, Industry.CodeLength) is var group)
                employers = employers.Where(e => e.IndustryCode == group);
            if (filter.Place is { } place && CodeOf(place, Municipality.CodeLength) is var municipality)
                employers = employers.Where(e => e.MunicipalityCode == municipality);
            if (filter.Source is { } source)
                employers = employers.Where(e => e.Source == source);
            return filter.Next is { } next ? employers.Due(next, today) : employers;
        }

        /// <summary>The employers whose next action is as urgent.</summary>
        public IQueryable<Employer> Due(NextUrgency urgency, DateOnly today)
        {
            var soon = today.AddDays(NextUrgencies.DaysOfSoon);
            return urgency switch
            {
                NextUrgency.Overdue => employers.Where(e => e.NextOn < today),
                NextUrgency.Soon => employers.Where(e => e.NextOn >= today && e.NextOn <= soon),
                NextUrgency.Planned => employers.Where(e => e.NextOn > soon),
                NextUrgency.None => employers.Where(e => e.NextOn == null),
                _ => throw new ArgumentOutOfRangeException(nameof(urgency)),
            };
        }

        /// <summary>The employers that contain all words of a search in their names, address, number, industry or source.</summary>
        public IQueryable<Employer> Sought(string words) => new FoldedText(words).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(employers, (found, word) => found.Where(e => e.Folded.Contains(word)));

        /// <summary>Sorts by a column of the list; by default what is due first.</summary>
        public IQueryable<Employer> Sorted(string? column, bool isDescending) => (column, isDescending) switch
        {
            ("name", false) => employers.OrderBy(e => e.Reading).ThenBy(e => e.Id),
            ("name", true) => employers.OrderByDescending(e => e.Reading).ThenBy(e => e.Id),
            ("last", false) => employers.OrderBy(e => e.LastContactAt).ThenBy(e => e.Reading).ThenBy(e => e.Id),
            ("last", true) => employers.OrderByDescending(e => e.LastContactAt).ThenBy(e => e.Reading).ThenBy(e => e.Id),
            ("place", false) => employers.OrderBy(e => e.MunicipalityCode == null).ThenBy(e => e.MunicipalityCode).ThenBy(e => e.Reading),
            ("place", true) => employers.OrderBy(e => e.MunicipalityCode == null).ThenByDescending(e => e.MunicipalityCode).ThenBy(e => e.Reading),
            ("industry", false) => employers.OrderBy(e => e.IndustryCode == null).ThenBy(e => e.IndustryCode).ThenBy(e => e.Reading),
            ("industry", true) => employers.OrderBy(e => e.IndustryCode == null).ThenByDescending(e => e.IndustryCode).ThenBy(e => e.Reading),
            (_, true) => employers.OrderBy(e => e.NextOn == null).ThenByDescending(e => e.NextOn).ThenBy(e => e.Reading).ThenBy(e => e.Id),
            _ => employers.OrderBy(e => e.NextOn == null).ThenBy(e => e.NextOn).ThenBy(e => e.Reading).ThenBy(e => e.Id),
        };

        /// <summary>Selects the rows of a list.</summary>
        public IQueryable<EmployerRow> ToRows(OneStopDb db) => employers.Select(e => new EmployerRow
        {
            Id = e.Id,
            Name = e.Name,
            Kana = e.Kana,
            CorporateNumber = e.CorporateNumber,
            Stage = e.Stage,
            StageSince = e.StageSince,
            NextStep = e.NextStep,
            NextOn = e.NextOn,
            NextWords = e.NextWords,
            DeclineReason = e.DeclineReason,
            InChargeId = e.InChargeId,
            InCharge = db.Users.Where(u => u.Id == e.InChargeId).Select(u => u.Name).FirstOrDefault(),
            IndustryCode = e.IndustryCode,
            MunicipalityCode = e.MunicipalityCode,
            Address = e.Address,
            Phone = e.Phone,
            Employees = e.Employees,
            Source = e.Source,
            SourceName = e.SourceName,
            LastContactAt = e.LastContactAt,
            IsListed = e.Listing != null,
            Marks = db.EmployerMarks.Where(m => m.EmployerId == e.Id && m.Removal == null).OrderBy(m => m.Id).Select(m => m.Kind).ToList(),
        });
    }

    private static string CodeOf(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
