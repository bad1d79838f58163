using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain;
using OneStop.Domain.Data;

namespace OneStop.Tests.House;

/// <summary>
/// 特記事項 4 and 12: who can read each table, what the audit trail leaves out, and which changes are announced, compared with a file that a
/// reviewer has approved. Reading is measured: each caller queries a real database for an existing row.
/// </summary>
public sealed partial class TableTests
{
    [Fact]
    [SqliteOnly("fills tables past the model")]
    public async Task Who_reads_a_table_what_the_trail_leaves_out_and_what_is_announced_is_what_was_approved()
    {
        using var tables = new FilledTables();
        await tables.Fill();
        var lines = new List<string>(Callers.Legend);
        foreach (var table in FilledTables.Roots)
        {
            var readers = new List<string>();
            foreach (var (name, be) in Callers.All)
                if (await tables.Count(table, be) > 0)
                    readers.Add(name);
            lines.Add(Trail.NameOf(table));
            lines.Add($"    read by: {Callers.Say(readers)}{(Visibility.ReasonToOpen(table) is { } because ? $" ({because})" : "")}");
            if (Visibility.ReasonForSupport(table) is { } onlySupport)
                lines.Add($"    only for support: {onlySupport}");
            if (Trail.IsInTrail(table, byStaff: true) && !Visibility.IsOpenToAll(table))
                lines.Add($"    concerns: {PersonPath.Say(table) ?? $"nobody ({PersonPath.ReasonForNobody(table) ?? "NO REASON"})"}");
            lines.Add(Announcing.Say(table) is { } told
                ? $"    announces: {told}"
                : $"    watched by nobody: {Announcing.ReasonForNobody(table) ?? "NO REASON"}");
            lines.AddRange(FilledTables.Model.GetEntityTypes().Where(e => Root(e).ClrType == table.ClrType)
                .SelectMany(LeftOut).Order(StringComparer.Ordinal).Select(l => "    " + l));
        }
        Assert.DoesNotContain(lines, l => l.Contains("NO REASON", StringComparison.Ordinal)); // a mapping without person or without announcement must say why
        await Approved.Matches("Tables", lines);
    }

    [Fact]
    public async Task Where_the_filter_is_lifted_is_what_was_approved()
    {
        var places = from project in (string[])["OneStop.Domain", "OneStop.Line", "OneStop.Portal"]
                     from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.*", SearchOption.AllDirectories)
                     where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
                     from Match lifted in Lifted().Matches(File.ReadAllText(file))
                     select $"{Path.GetFileName(file)}: {(lifted.Groups[1].Success ? lifted.Groups[1].Value : lifted.Value)}";
        await Approved.Matches("LiftedFilters", places.Order(StringComparer.Ordinal));
    }

    [Fact]
    [SqliteOnly("makes a table of its own")]
    public async Task A_table_whose_mapping_says_nothing_is_closed_and_recorded()
    {
        using var file = new UnspokenTable();
        await file.Make();
        foreach (var (name, be) in Callers.All)
            Assert.Equal((name, name is "Counselor" or "Planner" or "PlacementOfficer" or "RetentionOfficer" or "Manager" or "Line" or "Clock"),
                (name, await file.IsReadBy(be)));
        Assert.Equal(1, await file.Entries());
    }

    [Fact]
    public void A_part_that_lies_in_its_owners_row_is_recorded_with_it()
    {
        var slot = FilledTables.Model.GetEntityTypes().Single(e => e.ClrType == typeof(Slot));
        Assert.True(Trail.IsInTrail(slot, byStaff: false));
        Assert.Equal("Booking.Slot", Trail.NameOf(slot));
    }

    private static IReadOnlyEntityType Root(IReadOnlyEntityType entity) =>
        entity.FindOwnership() is { } ownership ? Root(ownership.PrincipalEntityType) : entity;

    private static IEnumerable<string> LeftOut(IEntityType entity)
    {
        var isRecorded = Trail.IsInTrail(entity, byStaff: true);
        if (!entity.IsOwned() && Trail.ReasonToLeave(entity) is { } reason)
            yield return $"{(isRecorded ? "only what staff change is recorded" : "not recorded")}: {reason}";
        if (!isRecorded)
            yield break;
        foreach (var field in TrailField.Of(entity)
            .Where(f => !Trail.IsVersion(f.Property) && (!Trail.IsInTrail(f.Property) || !Trail.KeepsValues(f.Property))))
            yield return $"{(Trail.IsInTrail(field.Property) ? "digest only" : "no trace")} of {field.Name}";
    }

    [GeneratedRegex("""\bSeeEverybody\((?!string because)(?:"([^"]+)"\))?|IgnoreQueryFilters""")]
    private static partial Regex Lifted();
}
