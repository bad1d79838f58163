using OneStop.Domain.JobOpenings.Counting;
using OneStop.Domain.JobOpenings.Terms;
using OneStop.Domain.Search;

namespace OneStop.Domain.JobOpenings.Listing;

/// <summary>
/// What an opening is found by: plain columns of a narrow table, worked out again at every change, because the terms are one value that no database
/// searches. A list of twenty thousand openings reads this table only.
/// </summary>
public sealed class OpeningTraits
{
    /// <summary>The most characters of the folded text.</summary>
    public const int LongestFolded = 4000;

    private OpeningTraits() { }

    internal OpeningTraits(Guid openingId) => OpeningId = openingId;

    public Guid OpeningId { get; private set; }
    public OpeningOrigin Origin { get; private set; }
    public OpeningState State { get; private set; }
    public string Title { get; private set; } = "";
    public string Occupation { get; private set; } = "";
    public string EmployerName { get; private set; } = "";
    public string MunicipalityCode { get; private set; } = "";
    public EmploymentKind? Employment { get; private set; }
    public bool? IsPermanent { get; private set; }
    public PayForm? PayForm { get; private set; }

    /// <summary>The lowest wage of a month, in yen; null if it cannot be worked out.</summary>
    public int? MonthlyPay { get; private set; }

    /// <summary>The lowest wage of an hour, in yen; null if it cannot be worked out.</summary>
    public int? HourlyPay { get; private set; }

    /// <summary>In minutes of the day.</summary>
    public int? EarliestStart { get; private set; }

    /// <summary>In minutes from the midnight before the start.</summary>
    public int? LatestEnd { get; private set; }

    public int? DaysAWeek { get; private set; }
    public bool? HasOvertime { get; private set; }

    /// <summary>Whether one works on Saturdays or Sundays; null if it is not known.</summary>
    public bool? WorksWeekends { get; private set; }

    public bool? WorksHolidays { get; private set; }
    public AbsencePractice? SuddenAbsence { get; private set; }
    public bool? SchoolEvents { get; private set; }
    public bool? HourlyLeave { get; private set; }
    public bool? ReducedHours { get; private set; }
    public HomeOffice? HomeOffice { get; private set; }
    public ChildcareOffer? Childcare { get; private set; }
    public bool? Promotes { get; private set; }
    public bool? NeedsExperience { get; private set; }
    public int? TransitMinutes { get; private set; }

    /// <summary>求人数; null if it is not told.</summary>
    public int? Persons { get; private set; }

    /// <summary>The last day of validity; the greatest day while it is not set, so that one comparison suffices.</summary>
    public DateOnly OpenUntil { get; private set; }

    public DateOnly? ReceivedOn { get; private set; }
    public DateOnly? AsOf { get; private set; }
    public DateOnly? AskAgainOn { get; private set; }
    public int? ReceiptNumber { get; private set; }

    /// <summary>The day by which it is counted as 求人開拓; null if it is not.</summary>
    public DateOnly? CountedOn { get; private set; }

    /// <summary>Identifies the same job, whatever it is called and until whenever it is valid.</summary>
    public string Sameness { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What a search looks at, in the form that searches compare.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>Follows the opening.</summary>
    internal void Follow(JobOpening opening, DateTimeOffset now)
    {
        (Origin, State, Title) = (opening.Origin, opening.State, opening.Title);
        (OpenUntil, ReceivedOn, AsOf, AskAgainOn) = (opening.ValidUntil ?? DateOnly.MaxValue, opening.Receipt?.On, opening.AsOf, opening.AskAgainOn);
        (ReceiptNumber, CountedOn, ChangedAt) = (opening.ReceiptNumber, OpeningCounting.CountedOn(opening), now);
        Follow(opening.Terms);
        Sameness = OpeningSameness.Of(opening.Terms);
        var folded = new FoldedText(string.Join(' ', [Title, .. TextsOf(opening.Terms), opening.Number ?? ""])).Text;
        Folded = folded.Length <= LongestFolded ? folded : folded[..LongestFolded];
    }

    private void Follow(OpeningTerms terms)
    {
        var (work, place, hours, pay, family) = (terms.Work, terms.Place, terms.Hours, terms.Pay, terms.Family);
        (Occupation, Employment, EmployerName) = (work.Occupation, work.Employment, place.EmployerName);
        (MunicipalityCode, TransitMinutes, PayForm) = (place.MunicipalityCode, place.TransitMinutes, pay.Form);
        IsPermanent = terms.Period.Length is { } length ? length == ContractLength.Permanent : null;
        (MonthlyPay, HourlyPay) = (Whole(WorkedOutPay.Monthly(terms)), Whole(WorkedOutPay.Hourly(terms)));
        (EarliestStart, LatestEnd, DaysAWeek, HasOvertime) = (hours.EarliestStart, hours.LatestEnd, hours.DaysAWeek, hours.HasOvertime);
        (WorksWeekends, WorksHolidays) = (OnWeekends(hours, family), On(family.Holidays, hours.FreeOnHolidays == true));
        (SuddenAbsence, SchoolEvents, HourlyLeave, ReducedHours) = (family.SuddenAbsence, family.SchoolEvents, family.HourlyLeave, family.ReducedHours);
        (HomeOffice, Childcare, Promotes) = (family.HomeOffice, family.Childcare, family.Promotes);
        (NeedsExperience, Persons) = (terms.Selection.NeedsExperience, terms.Selection.Persons);
    }

    private static bool? OnWeekends(HoursTerms hours, FamilyTerms family)
    {
        var saturdays = On(family.Saturdays, hours.FreeDays.Contains(DayOfWeek.Saturday));
        var sundays = On(family.Sundays, hours.FreeDays.Contains(DayOfWeek.Sunday));
        return saturdays == true || sundays == true ? true : saturdays is null || sundays is null ? null : false;
    }

    /// <summary>Whether one works on a day: as answered, else not if the day is free, else not known.</summary>
    private static bool? On(DayWork? work, bool isFree) => work is { } answered ? answered != DayWork.Never : isFree ? false : null;

    /// <summary>The lowest in whole yen; an amount that fits no column is none.</summary>
    private static int? Whole(WorkedOutPay pay) => pay.Lower is { } lower && lower <= int.MaxValue ? (int)Math.Floor(lower) : null;

    private static IEnumerable<string> TextsOf(OpeningTerms terms) =>
        [terms.Work.Occupation, terms.Place.EmployerName, terms.Place.Address, terms.Place.Station, terms.Selection.Qualifications, terms.Work.Tasks];
}
