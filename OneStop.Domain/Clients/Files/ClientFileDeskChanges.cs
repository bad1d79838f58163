using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Files;

public sealed partial class ClientFileDesk
{
    /// <summary>Adds a file whose bytes were judged and stored.</summary>
    /// <param name="key">The key of the upload: added twice, it is there once.</param>
    /// <returns>The id, for undoing.</returns>
    /// <exception cref="RuleException">There is no such client, the kind cannot be used, or the title, note or date is wrong.</exception>
    [DisplayName("書類を加える")]
    [Allowed(Casework = true)]
    public Task<Guid> Add(Guid clientId, ClientFileWish wish, NewClientFile added, Guid? key = null)
    {
        desk.MayDo<ClientFileDesk>();
        return desk.Create(key, async db =>
        {
            var owner = await db.Clients.Where(c => c.Id == clientId).Select(c => (Guid?)(c.MergedIntoId ?? c.Id)).SingleOrDefaultAsync()
                ?? throw new RuleException("この利用者は見つかりません。");
            return db.Add(ClientFile.Of(owner, await KindOf(db, wish.KindId), wish, added, desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    /// <summary>差し替え: adds a newer edition of a document, under the same kind. The one before is kept.</summary>
    /// <param name="key">The key of the upload.</param>
    /// <returns>The id, for undoing.</returns>
    /// <exception cref="RuleException">The document was removed, or the title, note or date is wrong.</exception>
    [DisplayName("書類を差し替える")]
    [Allowed(Casework = true)]
    public Task<Guid> Replace(Guid fileId, ClientFileWish wish, NewClientFile added, Guid? key = null)
    {
        desk.MayDo<ClientFileDesk>();
        return desk.Create(key, async db =>
        {
            await db.TakeTurn(); // as in Change
            var present = await Existing(db, fileId);
            var kind = await db.ClientFileKinds.SingleAsync(k => k.Id == present.KindId);
            var highest = await db.ClientFiles.Where(f => f.SeriesId == present.SeriesId).MaxAsync(f => f.Edition);
            return db.Add(present.Next(kind, wish, added, highest + 1, desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    /// <summary>Changes title, kind, date and note. The kind is that of all editions.</summary>
    /// <returns>What was saved: the title with the extension of the detected type.</returns>
    /// <exception cref="RuleException">The kind cannot be used, or the title, note or date is wrong.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("書類の名前や種類を変える")]
    [Allowed(Casework = true)]
    public Task<ClientFileWish> Change(Guid fileId, Edit<ClientFileWish> edit)
    {
        desk.MayDo<ClientFileDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // an edition added meanwhile would stay under the kind before, and so visible to others
            var file = await Existing(db, fileId);
            var wish = db.Accept(edit, file, f => f.Wish);
            var kind = await KindOf(db, wish.KindId, file.KindId);
            if (await db.Consents.AnyAsync(c => (!kind.IsConsent || (c.ObjectId != null && !kind.IsForSupport))
                && db.ClientFiles.Any(f => f.Id == c.ScanId && f.SeriesId == file.SeriesId)))
                throw new RuleException("この書類は同意のスキャンなので、この種類には変えられません。", nameof(ClientFileWish.KindId));
            file.Change(wish, kind, desk.Now);
            foreach (var edition in await db.ClientFiles.Where(f => f.SeriesId == file.SeriesId && f.Id != fileId).ToListAsync())
                edition.Sort(kind);
            return file.Wish;
        });
    }

    /// <summary>削除: takes a file out of the record, for a reason. Of several editions, the one before is the present one again.</summary>
    /// <exception cref="RuleException">The reason is missing, or a consent rests on the scan.</exception>
    [DisplayName("書類を削除する")]
    [Allowed(Casework = true)]
    public Task Remove(Guid fileId, string reason)
    {
        desk.MayDo<ClientFileDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // a colleague may attach it to a consent
            if (await db.Consents.AnyAsync(c => c.ScanId == fileId))
                throw new RuleException("この書類は同意のスキャンです。同意からはずしてから、削除してください。");
            foreach (var holder in holders)
                if (await holder.WhyKept(db, fileId) is { } why)
                    throw new RuleException(why);
            (await Existing(db, fileId)).Remove(reason, desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>Brings a removed file back.</summary>
    /// <exception cref="RuleException">Its time has run out.</exception>
    [DisplayName("削除した書類を元に戻す")]
    [Allowed(Casework = true)]
    public Task BringBack(Guid fileId)
    {
        desk.MayDo<ClientFileDesk>();
        return desk.Change(async db => (await db.ClientFiles.SingleOrDefaultAsync(f => f.Id == fileId)
            ?? throw new RuleException("この書類は見つかりません。")).BringBack(desk.Now));
    }

    /// <summary>
    /// 記録に入れる: copies a file of the client's talk into the record. The copy has bytes of its own: when the client unsends the message, the
    /// message's file is erased, and the record says so beside the copy, which staff then remove or keep.
    /// </summary>
    /// <returns>The id, for undoing.</returns>
    /// <exception cref="RuleException">The file is not there any more, or the kind, title, note or date is wrong.</exception>
    [DisplayName("トークのファイルを記録に入れる")]
    [Allowed(Casework = true)]
    public async Task<Guid> TakeFromTalk(Guid clientId, Guid storedFileId, Edit<ClientFileWish> edit)
    {
        desk.MayDo<ClientFileDesk>();
        await using var db = await desk.Read();
        var talks = await TalksOf(db, clientId);
        var source = await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == storedFileId && talks.Contains(f.ConversationId));
        await using var contents = await Copy(source?.Contents) ?? throw new RuleException("このファイルは、もうありません。送信が取り消されたのかもしれません。");
        await using var preview = await Copy(source!.Preview);
        var added = new NewClientFile(source.Contents! with { StorageName = contents.Flush() },
            preview is null ? null : source.Preview! with { StorageName = preview.Flush() }, storedFileId);
        try
        {
            var id = await Add(clientId, edit.Wish, added, edit.Key);
            if (!await db.ClientFiles.AnyAsync(f => f.Id == id && f.Contents!.StorageName == added.Contents.StorageName))
                return id; // pressed twice: the row has a copy of its own, and no row would ever name this one
            await contents.Keep();
            await (preview?.Keep() ?? Task.CompletedTask);
            return id;
        }
        catch (Exception unknown) when (unknown is not (RuleException or NotAllowedException))
        {
            await contents.LetGo(); // the row may be there
            await (preview?.LetGo() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>Erases removed files that can no longer be brought back.</summary>
    [DisplayName("削除した書類を消去する")]
    [Allowed(Clock = true)]
    public async Task Sweep()
    {
        desk.MayDo<ClientFileDesk>();
        var last = desk.Now - ClientFile.KeptAfterRemoval;
        await desk.Change(async db =>
        {
            foreach (var file in await db.ClientFiles.Where(f => f.Removal != null && f.Removal!.At <= last && f.Contents != null).Take(100).ToListAsync())
            {
                // The bytes first: if the save fails, this is repeated.
                store.DeleteAll(new[] { file.Contents, file.Preview }.OfType<FileContents>().Select(c => c.StorageName));
                file.Wipe();
            }
        });
    }

    private static async Task<ClientFile> Existing(OneStopDb db, Guid fileId) => await db.ClientFiles.Standing.SingleOrDefaultAsync(f => f.Id == fileId)
        ?? throw new RuleException("この書類は、もう削除されています。");

    /// <param name="present">The kind that the file has; it may be retired.</param>
    private async Task<ClientFileKind> KindOf(OneStopDb db, Guid kindId, Guid? present = null) =>
        await db.ClientFileKinds.SingleOrDefaultAsync(k => k.Id == kindId) is { } kind
        && (kind.RetiredAt is null || kind.Id == present) && (!kind.IsForSupport || desk.Actor.SeesSupport)
            ? kind : throw new RuleException("書類の種類を選んでください。", nameof(ClientFileWish.KindId));

    private async Task<NewFile?> Copy(FileContents? of)
    {
        await using var from = of is null ? null : await store.OpenNamed(of.StorageName);
        if (from is null)
            return null;
        var copy = store.Begin();
        await from.CopyToAsync(copy.Bytes);
        return copy;
    }
}
