using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Today.Notes;

/// <summary>Queries over notes.</summary>
internal static class ShiftNoteQueries
{
    extension(IQueryable<ShiftNote> notes)
    {
        /// <summary>Notes about a client whose last day is not over.</summary>
        public IQueryable<ShiftNote> LiveAbout(Guid clientId, DateOnly today) => notes.Where(n => n.ClientId == clientId && n.LastDay >= today);

        /// <summary>Notes that were not taken back and that a reader may read: for all, for them or who they stand in for, and their own.</summary>
        /// <param name="mine">The reader, and those for whom they stand in.</param>
        /// <param name="isManager">Managers read all.</param>
        public IQueryable<ShiftNote> OpenTo(IReadOnlyList<Guid> mine, bool isManager)
        {
            var me = mine[0];
            return notes.Where(n => n.TakenBackAt == null
                && (isManager || n.By == me || n.ForStaffId == null || mine.Contains(n.ForStaffId.Value)));
        }

        /// <summary>Notes about no client that are listed no more, and waited for nobody any more.</summary>
        public IQueryable<ShiftNote> Forgotten(DateTimeOffset now, DateOnly today)
        {
            var since = now.AddDays(-ShiftNote.ListedForDays);
            return notes.Where(n => n.ClientId == null && n.At < since && n.LastDay < today);
        }
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns notes as rows, in their order.</summary>
        /// <param name="mine">The reader, and those for whom they stand in.</param>
        public async Task<IReadOnlyList<ShiftNoteRow>> RowsOf(IQueryable<ShiftNote> notes, IReadOnlyList<Guid> mine, DateOnly today)
        {
            var read = await notes.AsNoTracking().ToListAsync();
            if (read.Count == 0)
                return [];
            var names = await db.Users.AsNoTracking().Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name);
            var ids = read.Select(n => n.ClientId).OfType<Guid>().Distinct().ToList();
            var clients = ids.Count == 0 ? [] : await db.Clients.Where(c => ids.Contains(c.Id)).ToRows(db).ToDictionaryAsync(c => c.Id);
            return read.ConvertAll(n => Row(n, n.ClientId is { } id ? clients.GetValueOrDefault(id) : null));

            ShiftNoteRow Row(ShiftNote note, ClientRow? client) => new(note.Id, note.Text, note.At, names[note.By],
                note.ForStaffId is { } one ? names[one] : null, note.ClientId, client?.Alias, client?.ConversationId, note.LastDay,
                [.. note.Readers.Select(r => names.GetValueOrDefault(r.StaffId) ?? "")], note.WaitsFor(mine, today), note.By == mine[0]);
        }
    }
}
