using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Today.Notes;

/// <summary>Queries over notes.</summary>
internal static class ShiftNoteQueries
{
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
