using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Conversations.Sittings;

/// <summary>社内メモ, and what happened in LINE (added, blocked, closed), in the timeline: one entry each.</summary>
internal sealed class NoteTimeline : ITimelineSource
{
    private static readonly TimelineKind Note = new("note", "社内メモ");
    private static readonly TimelineKind Event = new("event", "LINEのできごと");

    public IReadOnlyList<TimelineKind> Kinds => [Note, Event];

    public IReadOnlyList<Type> Tables => [typeof(Message)];

    public Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        var (notes, events, talks) = (query.Wants(Note), query.Wants(Event), query.Person.Conversations);
        if (!notes && !events)
            return Task.FromResult<IReadOnlyList<TimelineEntry>>([]);
        var rows = db.Messages.AsNoTracking().Where(m => talks.Contains(m.ConversationId)
            && ((notes && m.Kind == MessageKind.Note) || (events && m.Kind == MessageKind.Event)));
        return query.Newest(rows, m => m.At, Entry);
    }

    private static TimelineEntry Entry(Message message) => new()
    {
        Id = message.Id,
        Kind = message.Kind == MessageKind.Note ? Note.Code : Event.Code,
        At = message.At,
        By = message.StaffId is null ? TimelineAuthor.Client : TimelineAuthor.Staff,
        StaffId = message.StaffId,
        Title = message.Kind == MessageKind.Note ? "社内メモ" : message.Text ?? "",
        Text = message.Kind == MessageKind.Note ? message.Text : null,
        Link = $"/inbox/{message.ConversationId}?at={message.Order}",
    };
}
