using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Files;

/// <summary>Files that staff attached and that went to nobody: chosen for the wrong person, or taken back. They stay in no record and no backup.</summary>
internal static class FileDisposal
{
    extension(OneStopDb db)
    {
        /// <summary>Deletes the rows of attached files that no message shows.</summary>
        /// <param name="leaving">Messages that go in the same save.</param>
        /// <returns>Where their bytes lie: to be deleted after the save, for a save that fails may have been overtaken by the sending.</returns>
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
