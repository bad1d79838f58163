using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Employers.Ties;

/// <summary>求人事業者とのつながり in the timeline of a client.</summary>
internal sealed class EmployerTieTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("employer", "求人事業者");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(EmployerTie)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Kind) || query.Person.ClientId is not { } client)
            return [];
        var ties = from t in db.EmployerTies
                   where t.ClientId == client
                   join e in db.Employers on t.EmployerId equals e.Id
                   select new TieRow { Id = t.Id, At = t.At, Tie = t, Name = e.Name };
        return await query.Newest(ties, r => r.At, r => new()
        {
            Id = r.Id,
            Kind = Kind.Code,
            At = r.At,
            By = TimelineAuthor.Staff,
            StaffId = r.Tie.StaffId,
            Title = $"求人事業者: {r.Name} — {r.Tie.Kind.InJapanese}{(r.Tie.End is { } end ? $"（{JapanTime.Say(end.At.JapaneseDate)}に終わり）" : "")}",
            Text = r.Tie.Words.Length > 0 ? r.Tie.Words : null,
            Link = $"/clients/{client}",
        });
    }

    private sealed record TieRow
    {
        public required Guid Id { get; init; }
        public required DateTimeOffset At { get; init; }
        public required EmployerTie Tie { get; init; }
        public required string Name { get; init; }
    }
}
