using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.SupportMeasures;

/// <summary>
/// The measures that come with the program: the four of the specification and some around them. Like <see cref="DatedRules.FirstRules"/> they are
/// entered once; amounts stand in them as names of rules.
/// </summary>
public static class FirstMeasures
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Enters the measures that the database does not have yet.</summary>
    public static async Task Enter(IDbContextFactory<OneStopDb> dbs, DateTimeOffset now)
    {
        var first = All();
        await dbs.Change(async db =>
        {
            var known = await db.SupportMeasures.Select(m => m.Code).ToListAsync();
            foreach (var (at, one) in first.Index().Where(f => !known.Contains(f.Item.Code)))
            {
                var measure = SupportMeasure.Known(one.Code, one.Wording(at + 1), one.Checked, now);
                db.AddRange(measure, SupportMeasureRevision.Of(measure));
            }
        });
    }

    /// <summary>Returns the measures of the file.</summary>
    internal static IReadOnlyList<FirstMeasure> All()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("measures.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<FirstMeasure>>(file, Json)!;
    }
}

/// <summary>A measure in the data file.</summary>
internal sealed record FirstMeasure
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required string Summary { get; init; }
    public string Conditions { get; init; } = "";
    public string Deadlines { get; init; } = "";
    public string WhereToApply { get; init; } = "";
    public bool NeedsConsultation { get; init; }
    public bool IsAboutCourse { get; init; }

    /// <summary>The day for which its sources speak; null if the texts are 要確認.</summary>
    public DateOnly? Checked { get; init; }

    /// <summary>The texts.</summary>
    /// <param name="order">The place in the list.</param>
    public MeasureWording Wording(int order) =>
        MeasureWording.Of(new(Name, ShortName, Summary, Conditions, Deadlines, WhereToApply, NeedsConsultation, IsAboutCourse, order));
}
