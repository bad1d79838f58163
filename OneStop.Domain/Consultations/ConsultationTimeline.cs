using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Consultations;

/// <summary>相談記録 in the timeline of a person. Who may not read the words sees when and how the talk was held.</summary>
internal sealed class ConsultationTimeline : ITimelineSource
{
    private static readonly TimelineKind Record = new("consultation", "相談記録");

    public IReadOnlyList<TimelineKind> Kinds => [Record];

    public IReadOnlyList<Type> Tables => [typeof(Consultation), typeof(ConsultationVersion), typeof(ConsultationComment)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client || !query.Wants(Record))
            return [];
        return await query.Newest(db.Consultations.Standing().Where(c => c.ClientId == client).OrderBy(c => c.Id).ToRows(db), r => r.Begin, Entry);
    }

    private static TimelineEntry Entry(ConsultationRow row) => new()
    {
        Id = row.Id,
        Kind = Record.Code,
        At = row.Begin,
        Until = row.End,
        By = TimelineAuthor.Staff,
        StaffId = row.StaffId,
        Title = $"相談（{row.Method.InJapanese}・{row.Minutes}分）{(row.State == ConsultationState.Draft ? " 下書き" : "")}",
        Text = row.Words is not { } words ? null
            : words.NextStep.Length == 0 ? words.Complaint
            : $"{words.Complaint}\n次の一手: {words.NextStep}{(words.NextStepOn is { } day ? $"（{JapanTime.Say(day)}まで）" : "")}",
        Link = $"/consultations/{row.Id}",
    };
}
