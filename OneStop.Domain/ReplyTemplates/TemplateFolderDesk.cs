using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.ReplyTemplates;

/// <summary>定型文のフォルダーの窓口. A folder is created when the first template is put into it.</summary>
[DisplayName("定型文のフォルダー")]
public sealed class TemplateFolderDesk(DeskContext desk)
{
    /// <summary>Returns the shared folders and mine, in their order.</summary>
    [DisplayName("一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<FolderRow>> List()
    {
        desk.MayDo<TemplateFolderDesk>();
        await using var db = await desk.Read();
        var folders = await db.TemplateFolders.AsNoTracking().OpenTo(desk.Actor.StaffId).ToListAsync();
        return [.. folders.Select(f => new FolderRow(f.Id, f.Name, f.IsShared, f.MayBeChangedBy(desk.Actor)))];
    }

    /// <summary>Renames a folder.</summary>
    /// <exception cref="RuleException">The name is missing, too long or taken, or the folder is shared and the actor is no manager.</exception>
    /// <exception cref="ConflictException{T}">A colleague has renamed it meanwhile.</exception>
    [DisplayName("名前を変える（共有は業務責任者）")]
    [Allowed(Casework = true)]
    public async Task Rename(Guid folderId, Edit<NameWish> edit)
    {
        desk.MayDo<TemplateFolderDesk>();
        await Change(folderId, (db, folder, others) =>
        {
            folder.Rename(db.Accept(edit, folder, f => new NameWish(f.Name)).Name);
            if (others.Any(f => f.Name == folder.Name))
                throw new RuleException($"「{folder.Name}」というフォルダーはもうあります。", nameof(folder.Name));
        });
    }

    /// <summary>Moves a folder one position up.</summary>
    /// <exception cref="RuleException">It is shared and the actor is no manager.</exception>
    [DisplayName("順番を変える（共有は業務責任者）")]
    [Allowed(Casework = true)]
    public async Task MoveUp(Guid folderId)
    {
        desk.MayDo<TemplateFolderDesk>();
        await Change(folderId, (_, folder, others) =>
        {
            if (others.Where(f => f.Order < folder.Order).MaxBy(f => f.Order) is { } above)
                folder.Swap(above);
        });
    }

    private Task Change(Guid folderId, Action<OneStopDb, TemplateFolder, List<TemplateFolder>> change) => desk.Change(async db =>
    {
        var folder = await db.TemplateFolders.OpenTo(desk.Actor.StaffId).SingleAsync(f => f.Id == folderId);
        folder.RefuseUnlessChangedBy(desk.Actor);
        change(db, folder, await db.TemplateFolders.Where(f => f.OwnerId == folder.OwnerId && f.Id != folderId).ToListAsync());
    });
}

/// <summary>Finds and creates folders.</summary>
internal static class TemplateFolders
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the owner's folder of this name, and creates it if there is none.</summary>
        public async Task<TemplateFolder> FolderOf(Guid ownerId, string name, DateTimeOffset now)
        {
            name = name.Trim();
            if (await db.TemplateFolders.SingleOrDefaultAsync(f => f.OwnerId == ownerId && f.Name == name) is { } folder)
                return folder;

            await db.TakeTurn();
            if (await db.TemplateFolders.SingleOrDefaultAsync(f => f.OwnerId == ownerId && f.Name == name) is { } opened)
                return opened; // created by another transaction before this one had its turn
            var last = await db.TemplateFolders.Where(f => f.OwnerId == ownerId).MaxAsync(f => (int?)f.Order) ?? 0;
            db.TemplateFolders.Add(folder = TemplateFolder.Open(ownerId, name, last + 1, now));
            return folder;
        }
    }
}
