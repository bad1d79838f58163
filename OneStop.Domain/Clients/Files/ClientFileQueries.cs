using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Search;

namespace OneStop.Domain.Clients.Files;

/// <summary>Queries over the files of clients. The query filters hide what only support may see.</summary>
internal static class ClientFileQueries
{
    extension(IQueryable<ClientFile> files)
    {
        /// <summary>The files that were not removed.</summary>
        public IQueryable<ClientFile> Standing => files.Where(f => f.Removal == null);
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns all files of a client as rows, the newest first. A client has some dozens, so they are sorted and sought here.</summary>
        public async Task<IReadOnlyList<ClientFileRow>> FilesOf(Guid clientId)
        {
            var files = await db.ClientFiles.AsNoTracking().Where(f => f.ClientId == clientId)
                .OrderByDescending(f => f.AddedAt).ThenByDescending(f => f.Id).ToListAsync();
            var kinds = await db.ClientFileKinds.ToDictionaryAsync(k => k.Id, k => k.Name);
            var names = await db.Users.Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name);
            var sources = files.Select(f => f.TakenFromId).OfType<Guid>().ToList();
            var unsent = await db.StoredFiles.Where(s => sources.Contains(s.Id) && s.State == FileState.Wiped).Select(s => s.Id).ToListAsync();
            return files.ConvertAll(f => new ClientFileRow
            {
                Id = f.Id,
                SeriesId = f.SeriesId,
                Edition = f.Edition,
                Wish = f.Wish,
                Kind = kinds[f.KindId],
                IsForSupport = f.IsForSupport,
                Type = f.Contents is { } contents ? FileKind.OfType(contents.ContentType)?.Endings[0][1..].ToUpperInvariant() ?? "" : "",
                Length = f.Contents?.Length ?? 0,
                View = f.View,
                AddedAt = f.AddedAt,
                AddedBy = names.GetValueOrDefault(f.AddedBy) ?? "職員",
                IsFromTalk = f.TakenFromId is not null,
                IsUnsent = f.TakenFromId is { } source && unsent.Contains(source),
                Removal = f.Removal is { } removal
                    ? new(removal.At, names.GetValueOrDefault(removal.StaffId) ?? "職員", removal.Reason,
                        f.Contents is null ? null : removal.At + ClientFile.KeptAfterRemoval)
                    : null,
            });
        }

        /// <summary>Returns the files of these conversations that can be taken into the record and were not, the newest first.</summary>
        public async Task<IReadOnlyList<TalkFileRow>> TalkFilesOf(Guid clientId, IReadOnlyList<Guid> conversations, int most)
        {
            var moving = FileKind.All.Where(k => k.Shown is Shown.Video or Shown.Audio).Select(k => k.ContentType).ToList();
            var files = await db.StoredFiles.AsNoTracking()
                .Where(f => conversations.Contains(f.ConversationId) && f.State == FileState.Stored && !moving.Contains(f.Contents!.ContentType)
                    && !db.ClientFiles.Any(c => c.ClientId == clientId && c.TakenFromId == f.Id && c.Removal == null))
                .OrderByDescending(f => f.CreatedAt).ThenByDescending(f => f.Id).Take(most).ToListAsync();
            return files.ConvertAll(f => new TalkFileRow(f.Id, f.Name, f.CreatedAt, f.Source is not null, f.Contents!, f.Contents!.Shown == Shown.Picture));
        }
    }

    extension(IReadOnlyList<ClientFileRow> all)
    {
        /// <summary>Returns one part of the list: the newest edition of each document, with those before it.</summary>
        public ClientFileList Under(ClientFileFilter filter)
        {
            var standing = all.Where(f => f.Removal is null).ToLookup(f => f.SeriesId);
            var present = all.Where(f => f.Removal is null && f.Edition == standing[f.SeriesId].Max(o => o.Edition)).ToList();
            var removed = all.Where(f => f.Removal is not null).OrderByDescending(f => f.Removal!.At).ToList();
            var part = filter.IsRemoved ? removed : present;
            var ids = part.Select(f => f.Id).ToHashSet();
            var words = new FoldedText(filter.Words).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var found = part.Where(f => (filter.KindId is null || f.Wish.KindId == filter.KindId) && Has(f, words)).ToList();
            return new(
                [.. found.Take(filter.Take).Select(f => filter.IsRemoved ? f
                    : f with { Earlier = [.. standing[f.SeriesId].Where(o => o.Id != f.Id).OrderByDescending(o => o.Edition)] })],
                found.Count, present.Count,
                [.. all.GroupBy(f => (f.Wish.KindId, f.Kind)).Select(g => new ClientFileCount(g.Key.KindId, g.Key.Kind, g.Count(f => ids.Contains(f.Id))))
                    .Where(k => k.Count > 0 || k.KindId == filter.KindId).OrderByDescending(k => k.Count)],
                removed.Count);
        }
    }

    private static bool Has(ClientFileRow file, string[] words)
    {
        if (words.Length == 0)
            return true;
        var text = new FoldedText($"{file.Wish.Title} {file.Wish.Note}").Text;
        return words.All(w => text.Contains(w, StringComparison.Ordinal));
    }
}
