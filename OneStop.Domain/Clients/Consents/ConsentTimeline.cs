using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients.Consents;

/// <summary>
/// 経過: consents when they were given, and when they were withdrawn; pages that ask for one, and that it was declined there. To whom a consent refers is in
/// the entry of the signposting; what was handed in by other links is an entry of its own.
/// </summary>
internal sealed class ConsentTimeline(IEnumerable<ConsentPurpose> purposes) : ITimelineSource
{
    private static readonly TimelineKind Given = new("consent", "同意"), Withdrawn = new("consent-end", "同意の撤回"),
        Asked = new("consent-page", "同意をたずねるページ"), Declined = new("consent-no", "同意しない返事");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Given, Withdrawn, Asked, Declined];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(Consent), typeof(ClientLink)];

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
        var pages = db.ClientLinks.AsNoTracking().Where(l => l.ClientId == client && l.Kind == ConsentLinks.Kind);
        var asked = query.Wants(Asked) ? await query.Newest(pages, l => l.OfferedAt, l => Entry(Asked, l, l.OfferedAt, l.OfferedBy) with
        {
            Text = l.WithdrawnAt is null ? null : "返事の前に閉じました",
        }) : [];
        var declined = query.Wants(Declined) ? await query.Newest(pages.Where(l => l.IsDeclined && l.SubmittedAt != null), l => l.SubmittedAt!.Value,
            l => Entry(Declined, l, l.SubmittedAt!.Value, null)) : [];
        return [.. given.Concat(withdrawn).Concat(asked).Concat(declined).OrderByDescending(e => e.At).ThenBy(e => e.Kind).ThenBy(e => e.Id).Take(query.Take)];
    }

    private TimelineEntry Entry(TimelineKind kind, Consent consent, DateTimeOffset at, Guid? staff) =>
        Entry(kind, consent.Id, consent.ClientId, consent.Purpose, at, staff);

    private TimelineEntry Entry(TimelineKind kind, ClientLink page, DateTimeOffset at, Guid? staff) =>
        Entry(kind, page.Id, page.ClientId, page.Purpose, at, staff);

    private TimelineEntry Entry(TimelineKind kind, Guid id, Guid client, string purpose, DateTimeOffset at, Guid? staff) => new()
    {
        Id = id,
        Kind = kind.Code,
        At = at,
        By = staff is null ? TimelineAuthor.Client : TimelineAuthor.Staff,
        StaffId = staff,
        Title = $"{kind.InJapanese}: {purposes.FirstOrDefault(p => p.Code == purpose)?.InJapanese ?? purpose}",
        Link = $"/clients/{client}",
    };
}
