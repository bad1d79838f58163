using OneStop.Domain.Attachments;

namespace OneStop.Domain.Conversations.Files;

/// <summary>Where a file of a client's message is fetched from: LINE's content API, by message id.</summary>
/// <param name="IsElsewhere">Whether it lies at an address given by the client's device; such a file is not fetched.</param>
public sealed record FileSource(string LineMessageId, bool IsElsewhere);

/// <summary>The state of a file.</summary>
public enum FileState
{
    /// <summary>取り込み中</summary>
    Waiting,

    /// <summary>The bytes are in the file store.</summary>
    Stored,

    /// <summary>受け取れない種類・大きさ; the reason is in <see cref="StoredFile.Reason"/>.</summary>
    Refused,

    /// <summary>LINE no longer has it.</summary>
    Gone,

    /// <summary>送信取消: the bytes and the name have been deleted.</summary>
    Wiped,
}

/// <summary>
/// A picture or file of a conversation. It is stored outside the web root under a random name; its type is detected from its bytes, not from its
/// name; it is never executed.
/// </summary>
public sealed class StoredFile
{
    /// <summary>How long the address given to LINE works: telephones fetch pictures late, and repeatedly.</summary>
    public static readonly TimeSpan PublicFor = TimeSpan.FromDays(30);

    /// <summary>How long a document's link works; it ends with that day, and the client is told the date.</summary>
    public static readonly TimeSpan DocumentFor = TimeSpan.FromDays(7);

    /// <summary>The path, below the service's address, of documents by their unguessable key.</summary>
    public const string DocumentPath = "d";

    private StoredFile() { }

    /// <summary>Creates a client's file that has to be fetched from LINE.</summary>
    public static StoredFile ToFetch(Guid conversationId, string? name, FileSource from, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ConversationId = conversationId,
        Name = name is null ? null : FileName.Clean(name),
        Source = from,
        CreatedAt = now,
        NextTryAt = now,
    };

    /// <summary>Creates a file attached by staff: its bytes are stored already, and it gets an unguessable address.</summary>
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

    /// <summary>The sender's file name, with the extension of the detected type once it is known. For display only, never used as a path.</summary>
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
    /// The random key of a file from the time when keys were stored; now they are computed from the id (<see cref="Safeguards.LinkKeys"/>).
    /// </summary>
    public string? PublicKey { get; private set; }

    public DateTimeOffset? PublicUntil { get; private set; }

    /// <summary>Records that the file was fetched, with LINE's preview of a picture or video if there is one.</summary>
    public void Keep(FileContents contents, FileContents? preview) =>
        (State, Name, Contents, Preview, NextTryAt) = (FileState.Stored, IsFileName(contents) ? FileName.Of(Name!, contents.Kind) : Name, contents,
            preview, null);

    /// <summary>Whether the name is a file name. For a video recorded in LINE it is the duration.</summary>
    private bool IsFileName(FileContents contents) => Name is not null && (!contents.IsMedia || Name.Contains('.', StringComparison.Ordinal));

    /// <summary>Records that the file is not accepted.</summary>
    public void Refuse(string reason) => (State, Reason, NextTryAt) = (FileState.Refused, reason, null);

    /// <summary>Records that LINE no longer has the file.</summary>
    public void Vanish() => (State, Reason, NextTryAt) = (FileState.Gone, "LINEから取り込めませんでした（削除されたか、LINEの外にある画像です）。", null);

    /// <summary>送信取消: clears the name and the storage names; the caller has deleted the bytes.</summary>
    public void Wipe() => (State, Name, Contents, Preview, Source, NextTryAt, PublicKey) = (FileState.Wiped, null, null, null, null, null, null);

    /// <summary>Ends the link.</summary>
    public void Withdraw(DateTimeOffset now) => PublicUntil = now;

    /// <summary>Renews the link, for as long as a new one.</summary>
    public void Offer(DateTimeOffset now) => PublicUntil = EndOfLastDay(now);

    private static DateTimeOffset EndOfLastDay(DateTimeOffset now) => JapanTime.At((now + DocumentFor).JapaneseDate, new(23, 59, 59));

    /// <summary>Schedules another attempt, because fetching failed.</summary>
    public void TryLater(DateTimeOffset at) => (Attempts, NextTryAt) = (Attempts + 1, at);
}

/// <summary>Bytes in the file store: their random name, the type detected from the bytes, and the length in bytes.</summary>
public sealed record FileContents(string StorageName, string ContentType, long Length)
{
    /// <summary>The kind of the content type; null if it is unknown.</summary>
    internal FileKind? Kind => FileKind.OfType(ContentType);

    /// <summary>How a page may show it.</summary>
    public Shown Shown => Kind?.Shown ?? Shown.No;

    /// <summary>Whether it is a picture, video or voice that a page may show.</summary>
    public bool IsMedia => Shown != Shown.No;
}
