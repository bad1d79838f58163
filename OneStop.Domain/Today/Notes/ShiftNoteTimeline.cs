using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Today.Notes;

/// <summary>申し送り about a client in the timeline.</summary>
internal sealed class ShiftNoteTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("shift-note", "申し送り");

    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    public IReadOnlyList<Type> Tables => [typeof(ShiftNote)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query) =>
        !query.Wants(Kind) || query.Person.ClientId is not { } client ? []
            : await query.Newest(db.ShiftNotes.AsNoTracking().Where(n => n.ClientId == client && n.TakenBackAt == null), n => n.At, Entry);

    private static TimelineEntry Entry(ShiftNote note) =>
        new() { Id = note.Id, Kind = Kind.Code, At = note.At, By = TimelineAuthor.Staff, StaffId = note.By, Title = "申し送り", Text = note.Text };
}
