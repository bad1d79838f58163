using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Clients.Consents;

/// <summary>期限のあること: consents whose last day is near, so that the client can be asked in time whether they go on.</summary>
internal sealed class EndingConsents(IEnumerable<ConsentPurpose> purposes) : IDueSource
{
    private const int DaysAhead = 14; // enough for the next talk with most clients

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var (today, last) = (query.Now.JapaneseDate, query.Now.JapaneseDate.AddDays(DaysAhead));
        var ending = db.Consents.Where(c => c.WithdrawnAt == null && c.Until >= today && c.Until <= last
            && !db.Consents.Any(n => n.ClientId == c.ClientId && n.Purpose == c.Purpose && n.ObjectId == c.ObjectId && n.WithdrawnAt == null
                && (n.Until == null || n.Until > c.Until)));
        if (query.Person is { } person)
            ending = ending.Where(c => c.ClientId == person.ClientId);
        var rows = await ending.OrderBy(c => c.Until).Take(query.Take).Select(c => new { c.Id, c.ClientId, c.Purpose, Until = c.Until!.Value }).ToListAsync();
        return [.. rows.Select(c => new DueItem
        {
            Id = c.Id,
            Kind = "consent-end",
            ClientId = c.ClientId,
            FallsToCharge = true,
            What = "同意を続けるか聞く",
            Of = purposes.FirstOrDefault(p => p.Code == c.Purpose)?.InJapanese,
            Until = JapanTime.At(c.Until.AddDays(1), TimeOnly.MinValue),
            Link = $"/clients/{c.ClientId}",
        }).Where(i => i.Until < query.Before)];
    }
}
