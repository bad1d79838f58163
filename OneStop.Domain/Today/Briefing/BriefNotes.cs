using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Today.Briefing;

/// <summary>Reads what colleagues noted about a client: 申し送り that are still shown, the memo, pinned entries, and the last 社内メモ.</summary>
internal static class BriefNotes
{
    private const int Most = 4;

    extension(OneStopDb db)
    {
        /// <summary>Returns the notes: 申し送り and the memo first, because they are written for this.</summary>
        /// <param name="pins">The pinned entries of the timeline.</param>
        public async Task<IReadOnlyList<BriefNote>> NotesOf(ClientRow client, Conversation? talk, IReadOnlyList<TimelineEntry> pins, DateOnly today)
        {
            var file = $"/clients/{client.Id}";
            var shift = await db.ShiftNotes.AsNoTracking().Where(n => n.ClientId == client.Id && n.TakenBackAt == null && n.LastDay >= today)
                .OrderByDescending(n => n.At).Take(Most).Select(n => new { n.Text, n.At, n.By }).ToListAsync();
            var talks = talk is null ? []
                : await db.Messages.Where(m => m.ConversationId == talk.Id && m.Kind == MessageKind.Note && m.Text != null)
                    .OrderByDescending(m => m.Order).Take(Most).Select(m => new { m.Id, m.Text, m.At, m.StaffId, m.Order }).ToListAsync();
            var pinned = pins.Where(p => talks.TrueForAll(t => t.Id != p.Id)).ToList(); // a pinned 社内メモ is there as such
            var names = await db.Users.Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name);
            return [.. shift.Select(n => new BriefNote(BriefNoteKind.Shift, n.Text, n.At, names.GetValueOrDefault(n.By), file))
                .Concat(talk?.Memo is { } memo ? [new(BriefNoteKind.Memo, memo.Text, memo.At, names.GetValueOrDefault(memo.StaffId), $"/inbox/{talk.Id}")] : [])
                .Concat(pinned.Select(p => new BriefNote(BriefNoteKind.Pin, p.Text is { } text ? $"{p.Title}: {text}" : p.Title, p.At,
                    p.StaffId is { } by ? names.GetValueOrDefault(by) : null, p.Link ?? file)))
                .Concat(talks.Select(t => new BriefNote(BriefNoteKind.Talk, t.Text!, t.At, t.StaffId is { } by ? names.GetValueOrDefault(by) : null,
                    $"/inbox/{talk!.Id}?at={t.Order}"))).Take(Most)];
        }
    }
}
