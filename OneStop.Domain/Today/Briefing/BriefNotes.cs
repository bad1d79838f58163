using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Domain.Today.Notes;

namespace OneStop.Domain.Today.Briefing;

/// <summary>Reads what colleagues noted about a client: 申し送り that are still shown, the memo, pinned entries, and the last 社内メモ.</summary>
internal static class BriefNotes
{
    /// <summary>The most notes of a kind, so that none hides those of another; of pinned entries all.</summary>
    private const int MostOfKind = 4;

    extension(OneStopDb db)
    {
        /// <summary>Returns the notes: 申し送り and the memo first, because they are written for this.</summary>
        /// <param name="pins">The pinned entries of the timeline.</param>
        /// <param name="mine">The reader, and those for whom they stand in.</param>
        public async Task<IReadOnlyList<BriefNote>> NotesOf(ClientRow client, Conversation? talk, IReadOnlyList<TimelineEntry> pins,
            IReadOnlyList<Guid> mine, DateOnly today)
        {
            var (file, pinned) = ($"/clients/{client.Id}", pins.Select(p => p.Id).ToList());
            var shift = await db.ShiftNotes.AsNoTracking().LiveAbout(client.Id, today).OpenTo(mine, db.Actor.Duties.Contains(Duty.Manager))
                .Where(n => !pinned.Contains(n.Id)).OrderByDescending(n => n.At).Take(MostOfKind).Select(n => new { n.Text, n.At, n.By }).ToListAsync();
            var talks = talk is null ? []
                : await db.Messages.Where(m => m.ConversationId == talk.Id && m.Kind == MessageKind.Note && m.Text != null && !pinned.Contains(m.Id))
                    .OrderByDescending(m => m.Order).Take(MostOfKind).Select(m => new { m.Text, m.At, m.StaffId, m.Order }).ToListAsync();
            var names = await db.Users.Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name);
            return [.. shift.Select(n => new BriefNote(BriefNoteKind.Shift, n.Text, n.At, names.GetValueOrDefault(n.By), file))
                .Concat(talk?.Memo is { } memo ? [new(BriefNoteKind.Memo, memo.Text, memo.At, names.GetValueOrDefault(memo.StaffId), $"/inbox/{talk.Id}")] : [])
                .Concat(pins.Select(p => new BriefNote(BriefNoteKind.Pin, p.Text is { } text ? $"{p.Title}: {text}" : p.Title, p.At,
                    p.StaffId is { } by ? names.GetValueOrDefault(by) : null, p.Link ?? file)))
                .Concat(talks.Select(t => new BriefNote(BriefNoteKind.Talk, t.Text!, t.At, t.StaffId is { } by ? names.GetValueOrDefault(by) : null,
                    $"/inbox/{talk!.Id}?at={t.Order}")))];
        }
    }
}
