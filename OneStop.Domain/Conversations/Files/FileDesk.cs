using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Attachments;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Files;

/// <summary>A stored file opened for reading; the caller disposes the stream.</summary>
/// <param name="Name">With the extension of the detected type, also for files stored before that was checked.</param>
/// <param name="IsShown">Whether it is a picture, video or voice, which a page may show; other files are downloads only.</param>
public sealed record OpenedFile(Stream Bytes, string ContentType, string Name, bool IsShown);

/// <summary>A document that a client can open by a link.</summary>
/// <param name="Length">In bytes.</param>
public sealed record OfferedDocument(string Name, long Length, DateTimeOffset Until);

/// <summary>添付の窓口: pictures and files of conversations, for those who may see the conversation.</summary>
[DisplayName("添付")]
public sealed class FileDesk(DeskContext desk, FileStore store, LinkKeys keys)
{
    /// <summary>
    /// Opens a file of a conversation. The look is recorded with the conversation, once per session. Opening a file that is no picture, video or
    /// voice is a download, which is recorded each time.
    /// </summary>
    /// <returns>Null if there is no such file, or its bytes are not fetched yet.</returns>
    [DisplayName("添付を開く")]
    [Allowed(Casework = true)]
    public async Task<OpenedFile?> Open(Guid fileId, bool preview = false)
    {
        desk.MayDo<FileDesk>();
        var now = desk.Now;
        var file = await desk.Open(async db =>
        {
            var found = await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId);
            if (found?.Contents is { IsMedia: false })
                db.RecordExport(nameof(StoredFile), fileId.ToString(), await ShownPerson.Of(found.ConversationId).IdIn(db), now);
            return found;
        }, f => OpenedRecord.Conversation(f.ConversationId));
        return file is null ? null : await Opened(file, preview); // after the save, which may fail and be repeated
    }

    /// <summary>Stores a picture or document that a member of staff attaches, with an unguessable address that expires.</summary>
    [DisplayName("添付を保存する")]
    [Allowed(Casework = true)]
    public async Task<Guid> Attach(Guid conversationId, string? name, FileContents contents, FileContents? preview)
    {
        desk.MayDo<FileDesk>();
        var file = StoredFile.FromStaff(conversationId, name, contents, preview, desk.Now);
        await desk.Change(db =>
        {
            db.StoredFiles.Add(file);
            return Task.CompletedTask;
        });
        return file.Id;
    }

    /// <summary>Deletes a file that was attached and not sent.</summary>
    [DisplayName("送らなかった添付を消す")]
    [Allowed(Casework = true)]
    public async Task Discard(Guid fileId)
    {
        desk.MayDo<FileDesk>();
        store.DeleteAll(await desk.Change(db => db.Discard(f => f.Id == fileId)));
    }

    /// <summary>リンクを止める: disables the link of a sent document.</summary>
    [DisplayName("書類のリンクを止める")]
    [Allowed(Casework = true)]
    public async Task Withdraw(Guid fileId)
    {
        desk.MayDo<FileDesk>();
        await Change(fileId, f => f.Withdraw(desk.Now));
    }

    /// <summary>Enables the link again, for as long as a new one.</summary>
    [DisplayName("書類のリンクをまた開けるようにする")]
    [Allowed(Casework = true)]
    public async Task Offer(Guid fileId)
    {
        desk.MayDo<FileDesk>();
        await Change(fileId, f => f.Offer(desk.Now));
    }

    /// <summary>Returns what the page of a document's link shows before the document is opened.</summary>
    /// <returns>Null if the link has expired or does not exist.</returns>
    [DisplayName("送った書類を利用者に見せる")]
    [Allowed(Line = true)]
    public async Task<OfferedDocument?> Look(string publicKey)
    {
        desk.MayDo<FileDesk>();
        await using var db = await desk.Read();
        var file = await Published(db, publicKey);
        return file?.Contents is { IsMedia: false } contents
            ? new(FileName.Of(file.Name ?? "書類", contents.Kind), contents.Length, file.PublicUntil!.Value)
            : null;
    }

    /// <summary>Opens a file for LINE, by its unguessable address until it expires.</summary>
    [DisplayName("送った画像をLINEに渡す")]
    [Allowed(Line = true)]
    public async Task<OpenedFile?> OpenPublic(string publicKey, bool preview)
    {
        desk.MayDo<FileDesk>();
        await using var db = await desk.Read();
        var file = await Published(db, publicKey);
        return file is null ? null : await Opened(file, preview);
    }

    /// <summary>Opens a document for the client, by its link. Pictures are not opened here.</summary>
    /// <returns>Null if the link has expired or does not exist.</returns>
    [DisplayName("送った書類を利用者に渡す")]
    [Allowed(Line = true)]
    public async Task<OpenedFile?> OpenDocument(string publicKey)
    {
        desk.MayDo<FileDesk>();
        await using var db = await desk.Read();
        var file = await Published(db, publicKey);
        return file?.Contents is { IsMedia: false } ? await Opened(file, preview: false) : null;
    }

    /// <summary>Finds a published file by its key, also by a random key of former times until the last of those has expired.</summary>
    private Task<StoredFile?> Published(OneStopDb db, string publicKey)
    {
        var now = desk.Now;
        var published = db.StoredFiles.AsNoTracking().Where(f => f.PublicUntil > now);
        return keys.Read(publicKey) is { } id ? published.SingleOrDefaultAsync(f => f.Id == id) : published.SingleOrDefaultAsync(f => f.PublicKey == publicKey);
    }

    private Task Change(Guid fileId, Action<StoredFile> change) =>
        desk.Change(async db => change(await db.StoredFiles.SingleAsync(f => f.Id == fileId && f.Source == null)));

    private async Task<OpenedFile?> Opened(StoredFile file, bool preview) =>
        (preview ? file.Preview ?? file.Contents : file.Contents) is { } contents && await store.OpenNamed(contents.StorageName) is { } bytes
            ? new(bytes, contents.ContentType, FileName.Of(file.Name, contents.Kind), contents.IsMedia)
            : null;
}
