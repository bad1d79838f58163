using OneStop.Domain.Partners;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// The offices whose names alone tell what somebody suffers from: they stand on no paper that leaves, neither as the partner of an item nor in words.
/// </summary>
/// <param name="Names">Without what stands in brackets behind a name.</param>
public sealed record SensitiveOffices(IReadOnlySet<Guid> Ids, IReadOnlyList<string> Names)
{
    private const int ShortestName = 2;

    /// <summary>Returns what is to be left out for these partners.</summary>
    public static SensitiveOffices Of(IEnumerable<Partner> partners)
    {
        var all = partners.ToList();
        return new(all.Select(p => p.Id).ToHashSet(), [.. all.Select(p => p.Name.Split('（', '(')[0].Trim()).Where(n => n.Length >= ShortestName).Distinct()]);
    }

    /// <summary>Whether a text names one of them.</summary>
    public bool AreIn(string words) => Names.Any(n => words.Contains(n, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns a version without support by them, and without pairs and words of goals that name them.</summary>
    public ProgramContent LeftOutOf(ProgramContent content) => content with
    {
        Pairs = [.. content.Pairs.Where(p => !AreIn(p.Hard) && !AreIn(p.Strength))],
        Goals = [.. content.Goals.Select(g => g with { OwnWords = LeftOutOf(g.OwnWords), Words = LeftOutOf(g.Words), Yardstick = LeftOutOf(g.Yardstick) })],
        Items = [.. content.Items.Where(i => !(i.PartnerId is { } partner && Ids.Contains(partner))
            && !new[] { i.What, i.Responsible, i.HowOften, i.ClientDoes }.Any(AreIn))],
    };

    /// <summary>Returns a review without words that name them.</summary>
    public ReviewWish LeftOutOf(ReviewWish review) => review with
    {
        Next = LeftOutOf(review.Next),
        Goals = [.. review.Goals.Select(g => g with { Goal = LeftOutOf(g.Goal) })],
    };

    private string LeftOutOf(string words) => AreIn(words) ? "" : words;
}
