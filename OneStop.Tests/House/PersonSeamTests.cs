using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Tests.House;

/// <summary>
/// Every table with rows about people takes part in the timeline of the case file, in the person's own copy (開示) and in the erasure of the person (消去),
/// or says why not. Compared with a file that a reviewer has approved.
/// </summary>
public sealed class PersonSeamTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Every_table_about_people_is_in_the_timeline_in_their_own_copy_and_in_erasure_or_says_why_not()
    {
        var sources = oneStop.Services.GetServices<ITimelineSource>().ToList();
        var lines = new List<string>();
        foreach (var table in PersonRows.Tables(FilledTables.Model))
        {
            var shown = sources.Where(s => s.Tables.Contains(table.ClrType)).Select(s => s.GetType().Name).Order(StringComparer.Ordinal).ToList();
            lines.Add(table.ClrType.Name);
            lines.Add(shown.Count > 0 ? $"    in the timeline: {string.Join(", ", shown)}"
                : $"    not in the timeline: {PersonSeams.ReasonOutOfTimeline(table) ?? "NO REASON"}");
            lines.Add(PersonSeams.ReasonNotDisclosed(table) is { } because ? $"    not disclosed: {because}" : $"    disclosed: {Disclosed(table)}");
            lines.AddRange(Erased(table));
        }
        lines.Add("# without a path to a person: nothing of one, or erased by a value (IncomingEvent, MessageGram, FormDraft, AuditValue)");
        lines.AddRange(FilledTables.Roots.Except(PersonRows.Tables(FilledTables.Model)).Select(Trail.NameOf));
        Assert.DoesNotContain(lines, l => l.Contains("NO REASON", StringComparison.Ordinal));
        await Approved.Matches("People", lines);
    }

    [Fact]
    public void No_two_features_use_one_code_for_their_entries()
    {
        var codes = oneStop.Services.GetServices<ITimelineSource>().SelectMany(s => s.Kinds).Select(k => k.Code).ToList();
        Assert.Equal(codes.Distinct().Count(), codes.Count);
        Assert.All(codes, c => Assert.True(c.Length <= TimelineKind.LongestCode));
    }

    private static IEnumerable<string> Erased(IEntityType table) => ErasureRules.ReasonToKeep(table) is not { } because ? ["    erased"]
        :
        [
            $"    kept at erasure, without the person: {because}",
            $"    of which stay: {string.Join(", ", ErasureRules.KeptColumns(table))}",
            .. ErasureRules.WhichAreKept(table) is { } which ? [$"    erased unless: {which}"] : Array.Empty<string>(),
        ];

    private static string Disclosed(IEntityType table) => string.Join(", ", table.GetProperties().Where(PersonSeams.IsDisclosed).Select(p => p.Name)
        .Concat(table.GetComplexProperties().Select(p => p.Name)).Concat(table.GetNavigations().Where(n => n.TargetEntityType.IsOwned()).Select(n => n.Name))
        .Order(StringComparer.Ordinal));
}
