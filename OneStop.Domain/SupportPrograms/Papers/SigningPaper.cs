using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// 名前を書く紙: all words of a version, with the place to sign. Whoever signs it has read all that is confirmed by it. It is read together and stays with us,
/// because it says what may not lie about at home.
/// </summary>
/// <param name="CalledAs">Null if the person never said how they wish to be called.</param>
public sealed record SigningPaper(PaperHead Head, string? CalledAs, string Planner, ProgramContent Content)
{
    /// <summary>All parts of the version in words, under their headings.</summary>
    public IReadOnlyList<SigningSection> Sections =>
    [
        new("めざすこと", [.. Content.Goals.OrderByDescending(g => g.Term).Select(g => ProgramWords.Lines(g))]),
        new("いっしょにすること", [.. Content.Items.Select(i => ProgramWords.Lines(i))]),
        new("くらしと仕事", [.. Content.Carried.Groups.Select(g => (IReadOnlyList<ProgramLine>)
            [.. g.Rows.Select(r => new ProgramLine($"{g.Purpose.InJapanese}: {r.Label}", r.Words))]), ProgramWords.Lines(Content.Notes)]),
        new("むずかしいことと、あなたの力", [.. Content.Pairs.Select(p => ProgramWords.Lines(p))]),
        new("1か月のお金", [ProgramWords.Lines(Content.Budget)]),
    ];
}

/// <summary>A heading with its parts; a part has a line for each of its fields.</summary>
public sealed record SigningSection(string Heading, IReadOnlyList<IReadOnlyList<ProgramLine>> Parts);
