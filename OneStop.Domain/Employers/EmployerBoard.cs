using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Places;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Employers;

/// <summary>By what the lanes of the board are made.</summary>
public enum EmployerGrouping
{
    /// <summary>担当</summary>
    InCharge,

    /// <summary>業種</summary>
    Industry,

    /// <summary>区・市町村</summary>
    Place,

    /// <summary>発掘元</summary>
    Source,
}

/// <summary>The names shown on screen.</summary>
public static class EmployerGroupings
{
    extension(EmployerGrouping grouping)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => grouping switch
        {
            EmployerGrouping.InCharge => "担当",
            EmployerGrouping.Industry => "業種",
            EmployerGrouping.Place => "区・市町村",
            EmployerGrouping.Source => "発掘元",
            _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
        };
    }
}

/// <summary>A cell of the board: the employers of a lane at a stage.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Cards">The most urgent of them.</param>
public sealed record EmployerCell(EmployerStage Stage, int Count, IReadOnlyList<EmployerRow> Cards);

/// <summary>A lane of the board.</summary>
/// <param name="Name">What the employers of it share; empty if the board has only one lane.</param>
/// <param name="Filter">The conditions of a list with these employers.</param>
public sealed record EmployerLane(string Name, int Count, EmployerFilter Filter, IReadOnlyList<EmployerCell> Cells);

/// <summary>The board.</summary>
/// <param name="FurtherLanes">The number of lanes that are not shown, the smallest ones.</param>
public sealed record EmployerBoard(IReadOnlyList<EmployerLane> Lanes, int FurtherLanes);

/// <summary>The board of employers.</summary>
public sealed partial class EmployerDesk
{
    /// <summary>The most cards of a cell: without lanes, and with them.</summary>
    public const int CardsAtOnce = 30, CardsInLane = 8;

    /// <summary>The most lanes.</summary>
    public const int MostLanes = 12;

    /// <summary>Returns the employers as cards by stage, the most urgent first.</summary>
    /// <param name="grouping">Null for one lane.</param>
    [DisplayName("求人事業者のボードを見る")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<EmployerBoard> Board(EmployerFilter filter, EmployerGrouping? grouping)
    {
        desk.MayDo<EmployerDesk>();
        await using var db = await desk.Read();
        var places = await db.Employers.AsNoTracking().Standing().That(filter with { Stage = null }, desk.Now.JapaneseDate).Sorted(null, false)
            .Select(e => new BoardPlace(e.Id, e.Stage, e.InChargeId, e.IndustryCode, e.MunicipalityCode, e.Source)).ToListAsync();
        var lanes = places.GroupBy(p => grouping is { } by ? p.KeyOf(by) : "").OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToList();
        var most = grouping is null ? CardsAtOnce : CardsInLane;
        var shown = lanes.Take(MostLanes).Select(g => (g.Key, Stages: g.ToLookup(p => p.Stage), Count: g.Count(), First: g.First())).ToList();
        var ids = shown.SelectMany(l => l.Stages.SelectMany(s => s.Take(most))).Select(p => p.Id).ToList();
        var rows = (await care.Marked(await db.Employers.AsNoTracking().Where(e => ids.Contains(e.Id)).ToRows(db).ToListAsync())).ToDictionary(r => r.Id);
        return new([.. shown.Select(l => new EmployerLane(grouping is { } by ? NameOf(by, l.First, rows) : "", l.Count,
            grouping is { } g ? l.First.Narrowed(filter, g) : filter,
            [.. Enum.GetValues<EmployerStage>().Select(s => new EmployerCell(s, l.Stages[s].Count(),
                [.. l.Stages[s].Take(most).Where(p => rows.ContainsKey(p.Id)).Select(p => rows[p.Id])]))]))], Math.Max(0, lanes.Count - MostLanes));
    }

    private static string NameOf(EmployerGrouping grouping, BoardPlace place, Dictionary<Guid, EmployerRow> rows) => grouping switch
    {
        EmployerGrouping.InCharge => rows.GetValueOrDefault(place.Id)?.InCharge ?? "担当なし",
        EmployerGrouping.Industry => Industries.Find(place.IndustryCode)?.Name ?? "業種不明",
        EmployerGrouping.Place => Municipalities.Find(place.MunicipalityCode)?.ShortName ?? "所在地不明",
        EmployerGrouping.Source => place.Source.InJapanese,
        _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
    };

    /// <summary>Where an employer stands on the board.</summary>
    private sealed record BoardPlace(Guid Id, EmployerStage Stage, Guid? InChargeId, string? IndustryCode, string? MunicipalityCode, EmployerSource Source)
    {
        public string KeyOf(EmployerGrouping grouping) => grouping switch
        {
            EmployerGrouping.InCharge => InChargeId?.ToString() ?? "",
            EmployerGrouping.Industry => IndustryCode ?? "",
            EmployerGrouping.Place => MunicipalityCode ?? "",
            EmployerGrouping.Source => Source.ToString(),
            _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
        };

        /// <summary>Returns the filter narrowed to the lane; of a lane whose value is not known it stays as it is.</summary>
        public EmployerFilter Narrowed(EmployerFilter filter, EmployerGrouping grouping) => grouping switch
        {
            EmployerGrouping.InCharge => filter with { InCharge = InChargeId, IsFree = InChargeId is null },
            EmployerGrouping.Industry => filter with { Industry = NumberOf(IndustryCode) ?? filter.Industry },
            EmployerGrouping.Place => filter with { Place = NumberOf(MunicipalityCode) ?? filter.Place },
            EmployerGrouping.Source => filter with { Source = Source },
            _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
        };

        private static int? NumberOf(string? code) => int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
