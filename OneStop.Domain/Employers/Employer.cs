using OneStop.Domain.Places;
using OneStop.Domain.Search;

namespace OneStop.Domain.Employers;

/// <summary>
/// 求人事業者: an employer with whom openings are sought (仕様書 7(2)④). It is known by its 法人番号, or, if it has none, by the reading of its name and its
/// municipality.
/// </summary>
public sealed class Employer
{
    private Employer() { }

    /// <summary>Enters an employer as a candidate, with a first action.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public static Employer Of(EmployerWish wish, Guid staffId, DateTimeOffset now)
    {
        var employer = new Employer { Id = Guid.CreateVersion7(now), EnteredBy = staffId, EnteredAt = now };
        employer.PutBack(EmployerCourse.Begun(now.JapaneseDate));
        employer.Rewrite(wish);
        return employer;
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>ふりがな; empty if it is not known.</summary>
    public string Kana { get; private set; } = "";

    /// <summary>The digits; null if there is none or it is not known.</summary>
    public string? CorporateNumber { get; private set; }

    /// <summary>The address of the head office; empty if it is not known.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The municipality of the head office; null if it is further away or not known.</summary>
    public string? MunicipalityCode { get; private set; }

    /// <summary>The code of an <see cref="Industry"/>; null if it is not known.</summary>
    public string? IndustryCode { get; private set; }

    /// <summary>The number of employees; null if it is not known. <see cref="Women"/> and <see cref="PartTimers"/> are of these.</summary>
    public int? Employees { get; private set; }

    public int? Women { get; private set; }
    public int? PartTimers { get; private set; }
    public string Phone { get; private set; } = "";
    public string WebAddress { get; private set; } = "";

    /// <summary>What one should know, in words. It names no client.</summary>
    public string Notes { get; private set; } = "";

    public EmployerSource Source { get; private set; }

    /// <summary>The name of the association, bank, project or seminar through which it came; empty if there is none.</summary>
    public string SourceName { get; private set; } = "";

    /// <summary>担当; null if nobody is.</summary>
    public Guid? InChargeId { get; private set; }

    public EmployerStage Stage { get; private set; }
    public DateOnly StageSince { get; private set; }

    /// <summary>次にすること; null only while nobody is at work on the employer. <see cref="NextOn"/> likewise.</summary>
    public OutreachStep? NextStep { get; private set; }

    public DateOnly? NextOn { get; private set; }
    public string NextWords { get; private set; } = "";
    public DeclineReason? DeclineReason { get; private set; }
    public string WhatWouldChange { get; private set; } = "";

    /// <summary>Null unless it agreed to be named to clients.</summary>
    public ListingConsent? Listing { get; private set; }

    /// <summary>The last contact that stands; null before the first.</summary>
    public DateTimeOffset? LastContactAt { get; private set; }

    public Guid EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>The entry with which this one was merged; null if it stands for itself.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>The reading, or the name if it is not known, in the form that sorts compare.</summary>
    public string Reading { get; private set; } = "";

    /// <summary>The name without its legal form, in the form by which duplicates are found.</summary>
    public string Core { get; private set; } = "";

    /// <summary>The digits of the telephone number, by which duplicates are found; empty if there is none.</summary>
    public string PhoneDigits { get; private set; } = "";

    /// <summary>The address in the form by which duplicates are found; empty if there is none.</summary>
    public string FoldedAddress { get; private set; } = "";

    /// <summary>What a search looks at, in the form that searches compare.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>Where the talks stand, as a whole.</summary>
    public EmployerCourse Course => new(Stage, StageSince, NextStep is { } step ? new(step, NextOn!.Value, NextWords) : null,
        DeclineReason is { } reason ? new(reason, WhatWouldChange) : null);

    /// <summary>The part that staff enters.</summary>
    public EmployerWish Wish => new()
    {
        Name = Name,
        Kana = Kana,
        CorporateNumber = CorporateNumber ?? "",
        Address = Address,
        MunicipalityCode = MunicipalityCode,
        IndustryCode = IndustryCode,
        Employees = Employees,
        Women = Women,
        PartTimers = PartTimers,
        Phone = Phone,
        WebAddress = WebAddress,
        Notes = Notes,
        Source = Source,
        SourceName = SourceName,
    };

    /// <summary>Corrects the entry.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public void Rewrite(EmployerWish wish)
    {
        var after = wish.Checked();
        (Name, Kana, CorporateNumber) = (after.Name, after.Kana, after.CorporateNumber.Length > 0 ? after.CorporateNumber : null);
        (Address, MunicipalityCode, IndustryCode) = (after.Address, after.MunicipalityCode, after.IndustryCode);
        (Employees, Women, PartTimers) = (after.Employees, after.Women, after.PartTimers);
        (Phone, WebAddress, Notes, Source, SourceName) = (after.Phone, after.WebAddress, after.Notes, after.Source!.Value, after.SourceName);
        Fold();
    }

    /// <summary>Puts somebody in charge.</summary>
    /// <param name="staffId">Null for nobody.</param>
    public void Assign(Guid? staffId) => InChargeId = staffId;

    /// <summary>Moves the talks on.</summary>
    /// <exception cref="RuleException">See <see cref="EmployerCourse.Checked"/>.</exception>
    public void Move(EmployerCourse course, DateTimeOffset now) => PutBack(course.Checked(now.JapaneseDate));

    /// <summary>Puts the course of before back, as it was.</summary>
    internal void PutBack(EmployerCourse before)
    {
        (Stage, StageSince) = (before.Stage, before.Since);
        (NextStep, NextOn, NextWords) = (before.Next?.Step, before.Next?.On, before.Next?.Words ?? "");
        (DeclineReason, WhatWouldChange) = (before.Decline?.Reason, before.Decline?.WhatWouldChange ?? "");
    }

    /// <summary>Records when the last contact was.</summary>
    public void Met(DateTimeOffset? at) => LastContactAt = at;

    /// <summary>Records that the employer agreed to be named, or takes that back.</summary>
    public void Agree(ListingConsent? consent) => Listing = consent;

    /// <summary>Makes this the same as another entry, which keeps the 法人番号.</summary>
    internal void MergeInto(Guid survivorId) => (MergedIntoId, CorporateNumber) = (survivorId, null);

    /// <summary>Undoes <see cref="MergeInto"/>.</summary>
    internal void Part(string? corporateNumber) => (MergedIntoId, CorporateNumber) = (null, corporateNumber);

    /// <summary>Recomputes the folded texts, after a change of the folding rules.</summary>
    internal void Fold()
    {
        Reading = new FoldedText(Kana.Length > 0 ? Kana : Name).Text;
        Core = LegalForm.Without(Name);
        PhoneDigits = PhoneNumber.TryRead(Phone, out var number) ? number.Value : "";
        FoldedAddress = new FoldedText(Prefectures.LocalOf(Address)).Text;
        Folded = new FoldedText($"{Name} {Kana} {Address} {CorporateNumber} {Industries.Find(IndustryCode)?.Name} {SourceName}").Text;
    }
}
