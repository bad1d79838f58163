using System.Text.Json;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// 匿名のプログラム: what the monthly report says of a program (仕様書 10(2)). Kinds, bands and rounded amounts only: no words, no date, no id, no place.
/// Words reach the City by a twin alone (<see cref="ProgramText"/>), whose number of the month is another one: what a text says of age and children is not to be
/// joined with what is left out here.
/// </summary>
public sealed record AnonymousProgram
{
    /// <summary>What is said instead of kinds of barriers that are rare and tell much: health, debts, safety, divorce.</summary>
    public const string PrivateBarriers = "健康・家庭のこと";

    /// <summary>What is said instead of all other kinds where few have the same row.</summary>
    public const string OtherBarriers = "仕事・くらしのこと";

    /// <summary>So many people have the same before something is said of each.</summary>
    public const int Enough = 3;

    private const int BandYears = 10, YoungestBand = 20, OldestBand = 50, ManyChildren = 3, Yen = 10_000, CoarseYen = 50_000;

    /// <summary>The person's number in the month, which only tells programs apart; null in a preview before the month has one.</summary>
    public required int? Number { get; init; }

    /// <summary>The first day of the month in which the version was established.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>再策定: whether it is a later version.</summary>
    public required bool IsRevision { get; init; }

    /// <summary>30代; empty if it is not known.</summary>
    public required string AgeBand { get; init; }

    /// <summary>1人, 2人, 3人以上; empty if it is not known.</summary>
    public required string Children { get; init; }

    /// <summary>Whether few people of the month have this age and number of children: then both are left out.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether few people of the month have this row: then it says barriers, amounts and support less exactly.</summary>
    public bool IsCoarse { get; init; }

    /// <summary>The kinds of barriers, each once.</summary>
    public required ValueList<string> Barriers { get; init; }

    public required ValueList<AnonymousGoal> Goals { get; init; }

    /// <summary>The kinds of support and how they go.</summary>
    public required ValueList<AnonymousItems> Items { get; init; }

    /// <summary>Describes a version without telling whose it is.</summary>
    public static AnonymousProgram Of(int? number, DateOnly on, int edition, DateOnly? birthDate, ProgramContent content,
        IReadOnlyDictionary<Guid, ItemState> states) => new()
        {
            Number = number,
            Month = new(on.Year, on.Month, 1),
            IsRevision = edition > 1,
            AgeBand = birthDate is { } born ? BandOf(IdentityFacts.AgeOn(on, born)) : "",
            Children = ChildrenOf(content) switch { 0 => "", >= ManyChildren => $"{ManyChildren}人以上", var count => $"{count}人" },
            Barriers = [.. content.Pairs.Select(p => IsPrivate(p.Kind) ? PrivateBarriers : p.Kind.InJapanese).Distinct().Order(StringComparer.Ordinal)],
            Goals = [.. content.Goals.OrderBy(g => g.Term)
            .Select(g => new AnonymousGoal(g.Term, Rounded(g.MonthlyIncome ?? g.YearlyIncome / 12, Yen), g.Form))],
            Items = [.. content.Items.GroupBy(i => (i.Kind, State: states.GetValueOrDefault(i.Id))).OrderBy(g => g.Key)
            .Select(g => new AnonymousItems(g.Key.Kind, g.Key.State, g.Count()))],
        };

    /// <summary>
    /// Leaves out age and children of those who share them with few in a month, and says less exactly what few have in the same row, so that nobody is found by
    /// what is rare.
    /// </summary>
    public static IReadOnlyList<AnonymousProgram> Hidden(IReadOnlyList<AnonymousProgram> month)
    {
        var few = FewOf(month, p => (p.AgeBand, p.Children));
        List<AnonymousProgram> ageless = [.. month.Select(p => few.Contains((p.AgeBand, p.Children)) ? p with { AgeBand = "", Children = "", IsAlone = true } : p)];
        var rare = FewOf(ageless, p => p with { Number = null });
        return [.. ageless.Select(p => rare.Contains(p with { Number = null }) ? p.Coarse() : p)];
    }

    /// <summary>
    /// Numbers the people of a month and puts their rows into the order of what they say: neither number nor order tells when somebody came.
    /// </summary>
    /// <param name="rows">Each with the person, whose rows stay together.</param>
    public static IReadOnlyList<AnonymousProgram> Numbered(IEnumerable<(Guid Person, AnonymousProgram Row)> rows)
    {
        var people = rows.GroupBy(r => r.Person, r => (r.Row, Said: JsonSerializer.Serialize(r.Row with { Number = null })))
            .Select(g => g.OrderBy(r => r.Said, StringComparer.Ordinal).ToList()).OrderBy(g => string.Concat(g.Select(r => r.Said)), StringComparer.Ordinal);
        return [.. people.Index().SelectMany(p => p.Item.Select(r => r.Row with { Number = p.Index + 1 }))];
    }

    private AnonymousProgram Coarse() => this with
    {
        IsCoarse = true,
        Barriers = [.. Barriers.Select(b => b == PrivateBarriers ? b : OtherBarriers).Distinct().Order(StringComparer.Ordinal)],
        Goals = [.. Goals.Select(g => g with { MonthlyIncome = Rounded(g.MonthlyIncome, CoarseYen) })],
        Items = [.. Items.Select(i => new AnonymousItems(i.Kind, null, null)).Distinct()],
    };

    private static HashSet<T> FewOf<T>(IEnumerable<AnonymousProgram> month, Func<AnonymousProgram, T> by) =>
        month.GroupBy(by).Where(g => g.DistinctBy(p => p.Number).Count() < Enough).Select(g => g.Key).ToHashSet();

    private static string BandOf(int age) => age switch
    {
        < YoungestBand => $"{YoungestBand}歳未満",
        >= OldestBand => $"{OldestBand}代以上",
        _ => $"{age / BandYears * BandYears}代",
    };

    private static bool IsPrivate(BarrierKind kind) => kind is BarrierKind.Health or BarrierKind.Debts or BarrierKind.Safety or BarrierKind.Divorce;

    private static int ChildrenOf(ProgramContent content) =>
        content.Carried.Said<HouseholdFacts>(FactPurpose.Household, nameof(HouseholdFacts.Children)) is { Length: > 0 } words ? words.Split('\n').Length : 0;

    private static int? Rounded(int? yen, int step) => yen is { } known ? (int)Math.Round((decimal)known / step, MidpointRounding.AwayFromZero) * step : null;
}

/// <summary>A goal without its words.</summary>
/// <param name="MonthlyIncome">In yen, rounded to 10,000, or to 50,000 in a coarse row; null if the goal names none.</param>
public sealed record AnonymousGoal(GoalTerm Term, int? MonthlyIncome, WorkForm? Form)
{
    /// <summary>長期: 月の収入 およそ20万円・正社員</summary>
    public string InWords => $"{Term.InJapanese}: {string.Join('・', new[] { MonthlyIncome is { } yen ? $"月の収入 およそ{yen / 10_000}万円" : "", Form?.InJapanese ?? "" }
        .Where(w => w.Length > 0).DefaultIfEmpty("数値のない目標"))}";
}

/// <summary>How many items of a kind there are in a state; in a coarse row, that there are some.</summary>
public sealed record AnonymousItems(SupportItemKind Kind, ItemState? State, int? Count)
{
    /// <summary>講座・訓練 1件（進行中）, or 講座・訓練</summary>
    public string InWords => State is { } state ? $"{Kind.InJapanese} {Count}件（{state.InJapanese}）" : Kind.InJapanese;
}
