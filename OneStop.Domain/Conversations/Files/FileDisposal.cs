using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Files;

/// <summary>
/// Removes files that staff attached and that were not sent (chosen for the wrong person, or taken back), so that they stay in no record and no
/// backup.
/// </summary>
internal static class FileDisposal
{
    extension(OneStopDb db)
    {
        /// <summary>Deletes the rows of attached files that no message refers to.</summary>
        /// <param name="leaving">Messages that are deleted in the same save.</param>
        /// <returns>The storage names, to be deleted after the save: if the save fails, the file may have been sent meanwhile.</returns>
        public async Task<IReadOnlyList<string>> Discard(Expression<Func<StoredFile, bool>> which, IReadOnlyList<Message>? leaving = null)
        {
            var gone = (leaving ?? []).Select(m => m.Id).ToList();
            var files = await db.StoredFiles.Where(which)
                .Where(f => f.Source == null && !db.Messages.Any(m => m.FileId == f.Id && !gone.Contains(m.Id))).ToListAsync();
            db.StoredFiles.RemoveRange(files);
            return [.. files.SelectMany(f => new[] { f.Contents, f.Preview }).OfType<FileContents>().Select(c => c.StorageName)];
        }
    }

    extension(FileStore store)
    {
        /// <summary>Deletes the bytes of several files.</summary>
        public void DeleteAll(IEnumerable<string> storageNames)
        {
            foreach (var name in storageNames)
                store.Delete(name);
        }
    }
}
