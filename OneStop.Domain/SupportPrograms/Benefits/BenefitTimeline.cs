using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.SupportPrograms.Benefits;

/// <summary>給付・貸付の日付 in the timeline of a person, for who may read what is for support.</summary>
internal sealed class BenefitTimeline : ITimelineSource
{
    private static readonly TimelineKind Benefit = new("benefit", "給付・貸付の日付");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Benefit];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(BenefitEvent)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client || !query.Wants(Benefit))
            return [];
        var entries = from e in db.BenefitEvents.AsNoTracking()
                      where e.Annulment == null
                      join p in db.SupportPrograms on e.ProgramId equals p.Id
                      where p.ClientId == client
                      select new { e.Id, e.ProgramId, e.Kind, e.On, e.NotedAt, e.NotedBy };
        return await query.Newest(entries, e => e.NotedAt, e => new TimelineEntry
        {
            Id = e.Id,
            Kind = Benefit.Code,
            At = e.NotedAt,
            By = TimelineAuthor.Staff,
            StaffId = e.NotedBy,
            Title = $"{e.Kind.InJapanese}（{e.On.InYear}）",
            Link = $"/programs/{e.ProgramId}?part=follow",
        });
    }
}
