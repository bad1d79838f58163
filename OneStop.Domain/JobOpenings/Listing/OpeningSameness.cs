using System.Text.Json;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;
using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Listing;

/// <summary>
/// Tells whether two openings of an employer are the same job: work, place, hours and pay. Days, the number of persons and the title do not matter, so
/// that a renewal is seen also if it was typed anew; another condition makes another opening.
/// </summary>
internal static class OpeningSameness
{
    public static string Of(OpeningTerms terms)
    {
        var job = terms with
        {
            Period = terms.Period with { From = null, Until = null },
            Selection = terms.Selection with { Persons = null },
            Family = new(),
        };
        return ContentDigest.Of(JsonSerializer.Serialize(job, JsonLists.Written));
    }
}
