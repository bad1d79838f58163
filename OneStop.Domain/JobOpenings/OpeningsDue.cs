using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Domain.Staff;

namespace OneStop.Domain.JobOpenings;

/// <summary>
/// What is due of openings that we accepted: to ask the employer again, and to ask before the validity runs out. For whoever places people or finds
/// openings; anybody of them can do it.
/// </summary>
internal sealed class OpeningsDue : IDueSource
{
    /// <summary>The codes of the items.</summary>
    public const string Asking = "opening-ask", Ending = "opening-ending";

    private static readonly Duty[] Doers = [Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        if (query.Person is not null || !db.Actor.Duties.Any(Doers.Contains))
            return [];
        var today = query.Now.JapaneseDate;
        var rules = await db.OpeningRules(query.Now);
        var ours = db.OpeningTraits.AsNoTracking().OpenOn(today).Where(o => o.ReceiptNumber != null);
        var before = query.Before.JapaneseDate;
        var until = today.AddDays(rules.Whole(OpeningRuleCodes.EndingDays) ?? 0);
        List<DueItem> items =
        [
            .. (await ours.Where(o => o.AskAgainOn <= before).OrderBy(o => o.AskAgainOn).ToRows(db).Take(query.Take).ToListAsync())
                .Select(o => Due(o, Asking, "求人の内容をもう一度確かめる", o.AskAgainOn!.Value)),
            .. (await ours.Where(o => o.OpenUntil <= until).OrderBy(o => o.OpenUntil).ToRows(db).Take(query.Take).ToListAsync())
                .Select(o => Due(o, Ending, "求人を延ばすか終えるかを聞く", o.OpenUntil)),
        ];
        return [.. items.Where(i => i.Until < query.Before).OrderBy(i => i.Until).ThenBy(i => i.Id).Take(query.Take)];
    }

    /// <summary>An item that can be done until its day is over.</summary>
    private static DueItem Due(OpeningRow opening, string kind, string what, DateOnly day) => new()
    {
        Id = opening.Id,
        Kind = kind,
        What = what,
        Of = $"{opening.EmployerName} {opening.Title}",
        Until = JapanTime.At(day.AddDays(1), TimeOnly.MinValue),
        ByWhom = "職業紹介・開拓の担当",
        Link = $"/openings/{opening.Id}",
    };
}
