using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Files;

/// <summary>書類の窓口: the files of a client's case file. What only support may see does not exist for others (query filter).</summary>
[DisplayName("書類")]
public sealed partial class ClientFileDesk(DeskContext desk, FileStore store, IEnumerable<IHoldsFiles> holders)
{
    private const int MostOfTalk = 30;

    /// <summary>Returns the files of a client under a filter, and records the look at the client.</summary>
    [DisplayName("書類の一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<ClientFileList> Of(Guid clientId, ClientFileFilter filter)
    {
        desk.MayDo<ClientFileDesk>();
        return (await desk.Open(async db => (await db.FilesOf(clientId)).Under(filter), _ => OpenedRecord.Client(clientId)))!;
    }

    /// <summary>Returns one file, also an earlier edition; null if there is none, or it was removed.</summary>
    [DisplayName("書類を1つ見る")]
    [Allowed(Casework = true)]
    public async Task<ClientFileRow?> Find(Guid clientId, Guid fileId)
    {
        desk.MayDo<ClientFileDesk>();
        return await desk.Open(async db => (await db.FilesOf(clientId)).FirstOrDefault(f => f.Id == fileId && f.Removal is null),
            _ => OpenedRecord.Client(clientId));
    }

    /// <summary>Returns the kinds under which the actor can file something.</summary>
    [DisplayName("選べる書類の種類を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ClientFileKindRow>> Kinds()
    {
        desk.MayDo<ClientFileDesk>();
        var isSupport = desk.Actor.SeesSupport;
        await using var db = await desk.Read();
        return await db.ClientFileKinds.Where(k => k.RetiredAt == null && (isSupport || !k.IsForSupport)).OrderBy(k => k.Place).ThenBy(k => k.Name)
            .Select(k => new ClientFileKindRow(k.Id, k.Name, k.IsForSupport, k.IsConsent, k.RetiredAt)).ToListAsync();
    }

    /// <summary>Returns the newest files of the client's talk that are not in the record.</summary>
    [DisplayName("トークのファイルを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<TalkFileRow>> OfTalk(Guid clientId)
    {
        desk.MayDo<ClientFileDesk>();
        return await desk.Open(async db => await db.TalkFilesOf(clientId, await TalksOf(db, clientId), MostOfTalk), _ => OpenedRecord.Client(clientId)) ?? [];
    }

    /// <summary>Opens the small picture of a picture, for lists. The look at the client is recorded, once per session.</summary>
    /// <returns>Null if there is no such file, or none for this actor.</returns>
    [DisplayName("書類の小さな画像を見る")]
    [Allowed(Casework = true)]
    public async Task<OpenedFile?> OpenPreview(Guid fileId)
    {
        desk.MayDo<ClientFileDesk>();
        var file = await desk.Open(db => Standing(db, fileId), f => OpenedRecord.Client(f.ClientId));
        return file?.Preview is { } preview ? await Opened(file, preview) : null;
    }

    /// <summary>Opens a picture or a PDF to be shown, and records the look at the file, once per session.</summary>
    /// <returns>Null if there is no such file, or none for this actor, or a page cannot show it in this way.</returns>
    [DisplayName("書類を開く")]
    [Allowed(Casework = true)]
    public async Task<OpenedFile?> Open(Guid fileId, ClientFileView view)
    {
        desk.MayDo<ClientFileDesk>();
        var file = await desk.Open(async db => await Standing(db, fileId) is { } found && found.View == view && view != ClientFileView.None ? found : null,
            f => new OpenedRecord(nameof(ClientFile), f.Id, ShownPerson.Of(null, f.ClientId)));
        return file is null ? null : await Opened(file, file.Contents!);
    }

    /// <summary>Opens a file to be saved; recorded as an export each time.</summary>
    /// <returns>Null if there is no such file, or none for this actor.</returns>
    [DisplayName("書類を保存する")]
    [Allowed(Casework = true)]
    public async Task<OpenedFile?> Take(Guid fileId)
    {
        desk.MayDo<ClientFileDesk>();
        var now = desk.Now;
        var file = await desk.Open(async db =>
        {
            var found = await Standing(db, fileId);
            if (found is not null)
                db.RecordExport(nameof(ClientFile), fileId.ToString(), found.ClientId, now);
            return found;
        }, f => new OpenedRecord(nameof(ClientFile), f.Id, ShownPerson.Of(null, f.ClientId)));
        return file is null ? null : await Opened(file, file.Contents!); // after the save, which may fail and be repeated
    }

    private static Task<ClientFile?> Standing(OneStopDb db, Guid fileId) => db.ClientFiles.AsNoTracking().Standing.SingleOrDefaultAsync(f => f.Id == fileId);

    private async Task<OpenedFile?> Opened(ClientFile file, FileContents contents) =>
        await store.OpenNamed(contents.StorageName) is { } bytes ? new(bytes, contents.ContentType, file.Title, contents.Shown == Shown.Picture) : null;

    private static Task<List<Guid>> TalksOf(OneStopDb db, Guid clientId) => db.Conversations.Where(t =>
        db.Clients.Any(c => c.Id == clientId && c.FriendId == t.FriendId) || db.FormerFriends.Any(f => f.ClientId == clientId && f.FriendId == t.FriendId))
        .Select(t => t.Id).ToListAsync();
}
