using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients;

/// <summary>同意 and its withdrawal in the timeline.</summary>
internal sealed class ConsentTimeline(IEnumerable<ConsentPurpose> purposes) : ITimelineSource
{
    private static readonly TimelineKind Kind = new("consent", "同意");

    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    public IReadOnlyList<Type> Tables => [typeof(Consent)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Kind) || query.Person.ClientId is not { } client)
            return [];
        var consents = db.Consents.AsNoTracking().Where(c => c.ClientId == client);
        var all = new List<TimelineEntry>();
        all.AddRange(await query.Newest(consents, c => c.GivenAt, c => Entry(c, c.GivenAt, c.TakenBy, "同意")));
        all.AddRange(await query.Newest(consents.Where(c => c.WithdrawnAt != null), c => c.WithdrawnAt!.Value,
            c => Entry(c, c.WithdrawnAt!.Value, null, "同意の撤回")));
        return [.. all.OrderByDescending(e => e.At).Take(query.Take)];
    }

    private TimelineEntry Entry(Consent consent, DateTimeOffset at, Guid? staffId, string what) => new()
    {
        Id = consent.Id,
        Kind = Kind.Code,
        At = at,
        By = staffId is null ? TimelineAuthor.Client : TimelineAuthor.Staff,
        StaffId = staffId,
        Title = $"「{purposes.FirstOrDefault(p => p.Code == consent.Purpose)?.InJapanese ?? consent.Purpose}」への{what}",
        Text = $"文面の版: {consent.Wording}",
    };
}
