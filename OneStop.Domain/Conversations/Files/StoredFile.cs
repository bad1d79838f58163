using OneStop.Domain.Attachments;

namespace OneStop.Domain.Conversations.Files;

/// <summary>Where a file of a client's message is fetched from: LINE's content store under a message id.</summary>
/// <param name="IsElsewhere">It lies at an address that the client's device gave; that one is not fetched.</param>
public sealed record FileSource(string LineMessageId, bool IsElsewhere);

/// <summary>How far a file came.</summary>
public enum FileState
{
    /// <summary>取り込み中</summary>
    Waiting,

    /// <summary>It is in the file store.</summary>
    Stored,

    /// <summary>受け取れない種類・大きさ; <see cref="StoredFile.Reason"/> says why.</summary>
    Refused,

    /// <summary>LINE no longer has it.</summary>
    Gone,

    /// <summary>送信取消: the bytes and the name have been deleted.</summary>
    Wiped,
}

/// <summary>
/// A picture or file of a conversation. It lies outside the web root under a random name,
/// is told by its contents and not by its name, and is never run.
/// </summary>
public sealed class StoredFile
{
    /// <summary>The address given to LINE works this long: telephones fetch pictures late, and again.</summary>
    public static readonly TimeSpan PublicFor = TimeSpan.FromDays(30);

    /// <summary>A document's link works this long, and to the end of that day, which the client is told; whoever needs it longer asks again.</summary>
    public static readonly TimeSpan DocumentFor = TimeSpan.FromDays(7);

    /// <summary>Below the service's address: where a client opens a document by its unguessable key.</summary>
    public const string DocumentPath = "d";

    private StoredFile() { }

    /// <summary>A client's file that is still at LINE.</summary>
    public static StoredFile ToFetch(Guid conversationId, string? name, FileSource from, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ConversationId = conversationId,
        Name = name is null ? null : FileName.Clean(name),
        Source = from,
        CreatedAt = now,
        NextTryAt = now,
    };

    /// <summary>A file that staff attach; it is stored already and gets an unguessable address for LINE.</summary>
    public static StoredFile FromStaff(Guid conversationId, string? name, FileContents contents, FileContents? preview, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ConversationId = conversationId,
        Name = name is null ? null : FileName.Of(name, contents.Kind),
        CreatedAt = now,
        Contents = contents,
        Preview = preview,
        State = FileState.Stored,
        PublicUntil = contents.IsMedia ? now + PublicFor : EndOfLastDay(now),
    };

    public Guid Id { get; private set; }
    public Guid ConversationId { get; private set; }

    /// <summary>The name that the sender gave, ending in what the bytes are as soon as they are known; only ever shown, never used as a path.</summary>
    public string? Name { get; private set; }

    public FileState State { get; private set; }
    public FileContents? Contents { get; private set; }

    /// <summary>A smaller picture, for LINE's preview and for lists.</summary>
    public FileContents? Preview { get; private set; }

    public FileSource? Source { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>
    /// The random part of the address of one from the time when keys were drawn; now they are made from the id (<see cref="Safeguards.LinkKeys"/>).
    /// </summary>
    public string? PublicKey { get; private set; }

    public DateTimeOffset? PublicUntil { get; private set; }

    /// <summary>It has been fetched, for pictures and videos with LINE's smaller picture of it where there is one.</summary>
    public void Keep(FileContents contents, FileContents? preview) =>
        (State, Name, Contents, Preview, NextTryAt) = (FileState.Stored, IsFileName(contents) ? FileName.Of(Name!, contents.Kind) : Name, contents,
            preview, null);

    /// <summary>A video that LINE recorded has no name: its length stands there.</summary>
    private bool IsFileName(FileContents contents) => Name is not null && (!contents.IsMedia || Name.Contains('.', StringComparison.Ordinal));

    /// <summary>It is not taken.</summary>
    public void Refuse(string reason) => (State, Reason, NextTryAt) = (FileState.Refused, reason, null);

    /// <summary>LINE no longer has it.</summary>
    public void Vanish() => (State, Reason, NextTryAt) = (FileState.Gone, "LINEから取り込めませんでした（削除されたか、LINEの外にある画像です）。", null);

    /// <summary>送信取消: its name and where its bytes lay are forgotten; the caller has deleted the bytes.</summary>
    public void Wipe() => (State, Name, Contents, Preview, Source, NextTryAt, PublicKey) = (FileState.Wiped, null, null, null, null, null, null);

    /// <summary>Its link works no more.</summary>
    public void Withdraw(DateTimeOffset now) => PublicUntil = now;

    /// <summary>Its link works again, for as long as a new one would.</summary>
    public void Offer(DateTimeOffset now) => PublicUntil = EndOfLastDay(now);

    private static DateTimeOffset EndOfLastDay(DateTimeOffset now) => JapanTime.At((now + DocumentFor).JapaneseDate, new(23, 59, 59));

    /// <summary>It could not be fetched now.</summary>
    public void TryLater(DateTimeOffset at) => (Attempts, NextTryAt) = (Attempts + 1, at);
}

/// <summary>Bytes in the file store: under which random name, of which type (told from the bytes), how long.</summary>
public sealed record FileContents(string StorageName, string ContentType, long Length)
{
    /// <summary>The kind that the content type stands for.</summary>
    internal FileKind? Kind => FileKind.OfType(ContentType);

    /// <summary>As what a page may show it.</summary>
    public Shown Shown => Kind?.Shown ?? Shown.No;

    /// <summary>A picture, video or voice that a page may show.</summary>
    public bool IsMedia => Shown != Shown.No;
}
