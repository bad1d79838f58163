using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Today.Notes;

/// <summary>
/// 申し送り about a client in the timeline. One for a single colleague is shown to whoever may read it, and is part of the client's own copy.
/// </summary>
internal sealed class ShiftNoteTimeline(TimeProvider clock) : ITimelineSource
{
    private static readonly TimelineKind Kind = new("shift-note", "申し送り");

    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    public IReadOnlyList<Type> Tables => [typeof(ShiftNote)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Kind) || query.Person.ClientId is not { } client)
            return [];
        var notes = db.ShiftNotes.AsNoTracking().Where(n => n.ClientId == client);
        var readsAll = query.InFull || db.Actor.Kind != ActorKind.Staff || db.Actor.Duties.Contains(Duty.Manager);
        IReadOnlyList<Guid> mine = db.Actor.Id is { } me ? await db.WithStoodInFor(me, clock.GetUtcNow()) : [Guid.Empty];
        return await query.Newest(notes.OpenTo(mine, readsAll), n => n.At, Entry);
    }

    private static TimelineEntry Entry(ShiftNote note) =>
        new() { Id = note.Id, Kind = Kind.Code, At = note.At, By = TimelineAuthor.Staff, StaffId = note.By, Title = "申し送り", Text = note.Text };
}
