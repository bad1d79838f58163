using System.Text.Json;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;

namespace OneStop.Domain.JobOpenings.Listing;

/// <summary>
/// Tells whether two openings are the same job: same employer, work, place, hours and pay. Days, the number of persons and the title do not matter, so
/// that a renewal is seen also if it was typed anew; another condition makes another opening.
/// </summary>
internal static class OpeningSameness
{
    public static string Of(JobOpening opening)
    {
        var terms = opening.Terms;
        var job = terms with
        {
            Period = terms.Period with { From = null, Until = null },
            Selection = terms.Selection with { Persons = null },
            Family = new(),
        };
        return ContentDigest.Of($"{opening.EmployerId}", $"{opening.WorksiteId}", JsonSerializer.Serialize(job, JsonLists.Written));
    }
}
