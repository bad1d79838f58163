using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.DatedRules;

/// <summary>
/// The rules that come with the program: data files, the only place in which amounts are written. They are entered once; from then on the database
/// counts, so a later version of a file adds only rules that are still missing.
/// </summary>
public static class FirstRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Enters the rules that the database does not have yet.</summary>
    public static async Task Enter(IDbContextFactory<OneStopDb> dbs, DateTimeOffset now)
    {
        var first = All();
        await dbs.Change(async db =>
        {
            var known = await db.DatedRules.Select(r => r.Code).ToListAsync();
            foreach (var one in first.Where(f => !known.Contains(f.Code)))
                Enter(db, one, now);
        });
    }

    /// <summary>Returns the rules of all files.</summary>
    internal static IReadOnlyList<FirstRule> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".rules.json", StringComparison.Ordinal)).SelectMany(name =>
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            return JsonSerializer.Deserialize<IReadOnlyList<FirstRule>>(file, Json)!;
        })];
    }

    private static void Enter(OneStopDb db, FirstRule first, DateTimeOffset now)
    {
        var rule = DatedRule.Known(first.Code, new(first.Area, first.Name, first.Kind, first.Unit), now);
        db.Add(rule);
        if (first.Value is not null)
            Enter(db, rule, new(first.Value, first.From, first.Source, first.Address, first.Checked), now);
        foreach (var next in first.Then)
            Enter(db, rule, next, now);
    }

    private static void Enter(OneStopDb db, DatedRule rule, FirstValue first, DateTimeOffset now)
    {
        var value = RuleValue.From(rule, new(first.Value, first.From, null, first.Source, first.Address, false), null, now);
        db.Add(value);
        if (first.Checked is { } day)
            db.Add(RuleCheck.Of(value.Id, value.Source, null, JapanTime.At(day, TimeOnly.MinValue)));
    }
}

/// <summary>A rule in a data file.</summary>
internal sealed record FirstRule
{
    public required string Code { get; init; }
    public required RuleArea Area { get; init; }
    public required string Name { get; init; }
    public required RuleKind Kind { get; init; }
    public string Unit { get; init; } = "";

    /// <summary>Null for a question that somebody has to answer first: a value, even an unconfirmed one, would be confirmed by a routine check.</summary>
    public string? Value { get; init; }

    public DateOnly? From { get; init; }
    public string Source { get; init; } = "";
    public string Address { get; init; } = "";

    /// <summary>The day for which the source speaks; null if nobody has seen the source itself, so that the value is 要確認.</summary>
    public DateOnly? Checked { get; init; }

    /// <summary>The values that follow, each from a later day, where the change is known already.</summary>
    public IReadOnlyList<FirstValue> Then { get; init; } = [];
}

/// <summary>A value in a data file.</summary>
/// <param name="Checked">As for the rule.</param>
internal sealed record FirstValue(string Value, DateOnly? From, string Source, string Address = "", DateOnly? Checked = null);
