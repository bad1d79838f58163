using OneStop.Domain.Approvals;
using OneStop.Domain.SupportPrograms.Assessment;

namespace OneStop.Domain.SupportPrograms.Contents;

/// <summary>The whole of a version: the assessment on which it rests, the goals and the support.</summary>
public sealed record ProgramContent(CarriedFacts Carried, CircumstancesNotes Notes, ValueList<BarrierPair> Pairs, Budget Budget, ValueList<Goal> Goals,
    ValueList<SupportItem> Items)
{
    /// <summary>Puts a version and its assessment together.</summary>
    public static ProgramContent Of(ProgramVersion version, Circumstances circumstances) =>
        new(circumstances.Carried, circumstances.Notes, circumstances.Pairs, circumstances.Budget, version.Goals, version.Items);

    /// <summary>
    /// SHA-256 of the words, and of the measure, partner, colleague and goal to which each item refers: what exactly was approved and confirmed.
    /// </summary>
    public string Digest => ContentDigest.Of(Parts().Select(part => string.Join('\n', part.Select(l => $"{l.Label}\t{l.Words}"))).Concat(Items.Select(i => i.Links)));

    /// <summary>The highest monthly income that a goal names, of the most distant term that names one; null if none does.</summary>
    public int? AimedIncome => Goals.Where(g => g.MonthlyIncome is not null || g.YearlyIncome is not null).OrderBy(g => g.Term)
        .ThenByDescending(Monthly).Select(g => (int?)Monthly(g)).FirstOrDefault();

    /// <summary>What is missing from the own income of now to the aim, in yen a month; null if one of the two is not known.</summary>
    public int? GapToAim => AimedIncome - Carried.MonthlyIncome;

    /// <summary>All parts in words, in the order of the paper.</summary>
    public IEnumerable<IReadOnlyList<ProgramLine>> Parts() =>
    [
        .. Carried.Groups.Select(g => (IReadOnlyList<ProgramLine>)[.. g.Rows.Select(r => new ProgramLine($"{g.Purpose}: {r.Label}", r.Words))]),
        ProgramWords.Lines(Notes),
        .. Pairs.Select(p => ProgramWords.Lines(p)),
        ProgramWords.Lines(Budget),
        .. Goals.Select(g => ProgramWords.Lines(g)),
        .. Items.Select(i => ProgramWords.Lines(i)),
    ];

    /// <summary>Whether a pair, goal or item stands in it.</summary>
    public bool Has(Guid part) => Pairs.Any(p => p.Id == part) || Goals.Any(g => g.Id == part) || Items.Any(i => i.Id == part);

    private static int Monthly(Goal goal) => goal.MonthlyIncome ?? goal.YearlyIncome!.Value / 12;
}
