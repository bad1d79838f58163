using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// 窓口に渡す書類: a program with the client's name, for an office that decides on a benefit. It says what such an office needs. Health, debts, safety, divorce
/// and offices whose names tell of them stay with us always; words about the family and about oneself, unless staff chose that they go.
/// </summary>
public sealed record OfficePaper
{
    /// <summary>The office; empty in a preview for none.</summary>
    public required string PartnerName { get; init; }

    /// <summary>The words that go with it.</summary>
    public required OfficeWords Words { get; init; }

    public required PaperHead Head { get; init; }
    public required string Planner { get; init; }
    public required LeadWish Lead { get; init; }
    public required DateOnly AppliedOn { get; init; }

    /// <summary>参加の同意; null if it was withdrawn since.</summary>
    public required DateOnly? ConsentOn { get; init; }

    /// <summary>策定日 of the first version; null before.</summary>
    public required DateOnly? EstablishedOn { get; init; }

    /// <summary>Name, telephone, address and how to be reached, as the file knows them now.</summary>
    public required IReadOnlyList<FactSection> Person { get; init; }

    public required bool IsInLine { get; init; }

    /// <summary>連絡は控えめに: the client is reached through us only, because somebody at home might read or hear it.</summary>
    public required bool IsDiscreet { get; init; }

    public required ProgramBaseline? Baseline { get; init; }
    public required ProgramContent Content { get; init; }
    public required DateOnly? NextReviewOn { get; init; }
    public required ProgramEnd? End { get; init; }
    public required DateOnly? AftercareOn { get; init; }

    /// <summary>How each item of support goes, by its id.</summary>
    public required IReadOnlyDictionary<Guid, StandingWish> Standings { get; init; }

    /// <summary>The reviews, the oldest first.</summary>
    public required IReadOnlyList<ReviewWish> Reviews { get; init; }

    /// <summary>連携記録 with offices that were told the name and whose own names tell nothing, the oldest first.</summary>
    public required IReadOnlyList<ToldOffice> Contacts { get; init; }

    /// <summary>The pairs of barrier and strength of which an office may know: those of work and of living near it, and others if staff chose them.</summary>
    public IReadOnlyList<BarrierPair> Pairs => [.. Content.Pairs.Where(p => IsOfWork(p.Kind) || (Say(OfficeWords.Barriers) && !IsOurs(p.Kind)))];

    /// <summary>Whether some words go with it.</summary>
    public bool Say(OfficeWords words) => (Words & words) == words;

    /// <summary>策定時の年収見込: twelve times the monthly income on the day of establishment, in yen; null if it was not known.</summary>
    public int? YearlyIncome => (Baseline?.MonthlyIncome ?? Content.Carried.MonthlyIncome) * 12;

    private static bool IsOfWork(BarrierKind kind) =>
        kind is BarrierKind.Skills or BarrierKind.Commuting or BarrierKind.Housing or BarrierKind.Experience or BarrierKind.DoubleWork;

    private static bool IsOurs(BarrierKind kind) => kind is BarrierKind.Health or BarrierKind.Debts or BarrierKind.Safety or BarrierKind.Divorce;
}

/// <summary>A contact with an office, without what was said.</summary>
/// <param name="IsNamed">Whether the office was told the name, on the client's consent.</param>
public sealed record ToldOffice(DateOnly On, string Name, string Who, bool IsNamed);
