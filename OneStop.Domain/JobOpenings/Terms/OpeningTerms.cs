namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>
/// 労働条件 of an opening: everything that 職業安定法 5条の3 asks to be told, and what single parents ask. An answer that nobody gave is null, or an empty
/// text, so that a blank is never taken for 「なし」. The terms are stored as one value; a stored value that lacks an answer of today reads as not answered.
/// </summary>
public sealed record OpeningTerms
{
    /// <summary>Terms in which nothing is answered yet.</summary>
    public static OpeningTerms None { get; } = new();

    public WorkTerms Work { get; init; } = new();
    public PlaceTerms Place { get; init; } = new();
    public PeriodTerms Period { get; init; } = new();
    public HoursTerms Hours { get; init; } = new();
    public PayTerms Pay { get; init; } = new();
    public InsuranceTerms Insurance { get; init; } = new();
    public SelectionTerms Selection { get; init; } = new();
    public FamilyTerms Family { get; init; } = new();

    /// <summary>Returns the section as its record.</summary>
    public object Of(TermSection section) => section switch
    {
        TermSection.Work => Work,
        TermSection.Place => Place,
        TermSection.Period => Period,
        TermSection.Hours => Hours,
        TermSection.Pay => Pay,
        TermSection.Insurance => Insurance,
        TermSection.Selection => Selection,
        TermSection.Family => Family,
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    /// <summary>Returns the terms with texts trimmed and empty rows left out. What is not answered stays so: the gate asks for it, not the form.</summary>
    /// <exception cref="RuleException">A text is too long, a number is out of range, or a row is half filled; the message names the field.</exception>
    public OpeningTerms Checked() => new()
    {
        Work = Work.Checked(),
        Place = Place.Checked(),
        Period = Period.Checked(),
        Hours = Hours.Checked(),
        Pay = Pay.Checked(),
        Insurance = Insurance.Checked(),
        Selection = Selection.Checked(),
        Family = Family.Checked(),
    };
}
