using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Attachments;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Files;

/// <summary>A stored file opened for reading; the caller disposes the stream.</summary>
/// <param name="Name">Ending in what the bytes are, also where it was stored before that was seen to.</param>
/// <param name="IsShown">A picture, video or voice, which a page may show; all else is only saved.</param>
public sealed record OpenedFile(Stream Bytes, string ContentType, string Name, bool IsShown);

/// <summary>A document that a client is offered by a link.</summary>
/// <param name="Length">In bytes.</param>
public sealed record OfferedDocument(string Name, long Length, DateTimeOffset Until);

/// <summary>添付の窓口: pictures and files of conversations, for those who may see the conversation.</summary>
[DisplayName("添付")]
public sealed class FileDesk(DeskContext desk, FileStore store, LinkKeys keys)
{
    /// <summary>
    /// Opens a file of a conversation; who looked is recorded with the conversation, once a sitting. What
    /// is no picture, video or voice is only saved, which is recorded each time.
    /// </summary>
    /// <returns>Null if there is none, or none yet.</returns>
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
        return file is null ? null : Opened(file, preview); // not before the save, which may fail and be done again
    }

    /// <summary>Stores a picture or document that a member of staff attaches, with an unguessable address that works until it expires.</summary>
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

    /// <summary>A file that was attached and is not sent after all: nothing of it stays.</summary>
    [DisplayName("送らなかった添付を消す")]
    [Allowed(Casework = true)]
    public async Task Discard(Guid fileId)
    {
        desk.MayDo<FileDesk>();
        store.DeleteAll(await desk.Change(db => db.Discard(f => f.Id == fileId)));
    }

    /// <summary>リンクを止める: a document that was sent opens no more.</summary>
    [DisplayName("書類のリンクを止める")]
    [Allowed(Casework = true)]
    public async Task Withdraw(Guid fileId)
    {
        desk.MayDo<FileDesk>();
        await Change(fileId, f => f.Withdraw(desk.Now));
    }

    /// <summary>Undoes that: it opens again, for as long as a new link would.</summary>
    [DisplayName("書類のリンクをまた開けるようにする")]
    [Allowed(Casework = true)]
    public async Task Offer(Guid fileId)
    {
        desk.MayDo<FileDesk>();
        await Change(fileId, f => f.Offer(desk.Now));
    }

    /// <summary>What the page behind a document's link says before it is opened.</summary>
    /// <returns>Null where the link has expired or never was.</returns>
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

    /// <summary>What LINE fetches by the unguessable address; anybody who has it, until it expires.</summary>
    [DisplayName("送った画像をLINEに渡す")]
    [Allowed(Line = true)]
    public async Task<OpenedFile?> OpenPublic(string publicKey, bool preview)
    {
        desk.MayDo<FileDesk>();
        await using var db = await desk.Read();
        var file = await Published(db, publicKey);
        return file is null ? null : Opened(file, preview);
    }

    /// <summary>What a client opens behind a document's link. A picture is none, and is not opened here.</summary>
    /// <returns>Null where the link has expired or never was.</returns>
    [DisplayName("送った書類を利用者に渡す")]
    [Allowed(Line = true)]
    public async Task<OpenedFile?> OpenDocument(string publicKey)
    {
        desk.MayDo<FileDesk>();
        await using var db = await desk.Read();
        var file = await Published(db, publicKey);
        return file?.Contents is { IsMedia: false } ? Opened(file, preview: false) : null;
    }

    /// <summary>Keys of the time when they were drawn and stored find theirs until the last of them has expired.</summary>
    private Task<StoredFile?> Published(OneStopDb db, string publicKey)
    {
        var now = desk.Now;
        var published = db.StoredFiles.AsNoTracking().Where(f => f.PublicUntil > now);
        return keys.Read(publicKey) is { } id ? published.SingleOrDefaultAsync(f => f.Id == id) : published.SingleOrDefaultAsync(f => f.PublicKey == publicKey);
    }

    private Task Change(Guid fileId, Action<StoredFile> change) =>
        desk.Change(async db => change(await db.StoredFiles.SingleAsync(f => f.Id == fileId && f.Source == null)));

    private OpenedFile? Opened(StoredFile file, bool preview) =>
        (preview ? file.Preview ?? file.Contents : file.Contents) is { } contents && store.Open(contents.StorageName) is { } bytes
            ? new(bytes, contents.ContentType, FileName.Of(file.Name, contents.Kind), contents.IsMedia)
            : null;
}
