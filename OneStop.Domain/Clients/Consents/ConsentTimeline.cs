using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients.Consents;

/// <summary>経過: consents when they were given, and when they were withdrawn. To whom a consent refers is in the entry of the signposting.</summary>
internal sealed class ConsentTimeline(IEnumerable<ConsentPurpose> purposes) : ITimelineSource
{
    private static readonly TimelineKind Given = new("consent", "同意"), Withdrawn = new("consent-end", "同意の撤回");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Given, Withdrawn];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(Consent)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client)
            return [];
        var consents = db.Consents.AsNoTracking().Where(c => c.ClientId == client);
        var given = query.Wants(Given) ? await query.Newest(consents, c => c.GivenAt, c => Entry(Given, c, c.GivenAt, c.TakenBy) with
        {
            Text = $"{c.Way.InJapanese}・文面 {c.Wording}{(c.Until is { } last ? $"・{JapanTime.Say(last)}まで" : "")}",
        }) : [];
        var withdrawn = query.Wants(Withdrawn) ? await query.Newest(consents.Where(c => c.WithdrawnAt != null), c => c.WithdrawnAt!.Value,
            c => Entry(Withdrawn, c, c.WithdrawnAt!.Value, c.WithdrawnBy)) : [];
        return [.. given.Concat(withdrawn).OrderByDescending(e => e.At).ThenBy(e => e.Kind).ThenBy(e => e.Id).Take(query.Take)];
    }

    private TimelineEntry Entry(TimelineKind kind, Consent consent, DateTimeOffset at, Guid? staff) => new()
    {
        Id = consent.Id,
        Kind = kind.Code,
        At = at,
        By = staff is null ? TimelineAuthor.Client : TimelineAuthor.Staff,
        StaffId = staff,
        Title = $"{kind.InJapanese}: {purposes.FirstOrDefault(p => p.Code == consent.Purpose)?.InJapanese ?? consent.Purpose}",
        Link = $"/clients/{consent.ClientId}",
    };
}
