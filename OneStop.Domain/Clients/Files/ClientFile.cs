using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations.Files;

namespace OneStop.Domain.Clients.Files;

/// <summary>
/// 書類: one edition of a document in a client's case file. A newer edition replaces the one before (<see cref="SeriesId"/>), which is kept. The type
/// is detected from the bytes; they lie outside the web root under a random name and are never executed.
/// </summary>
public sealed class ClientFile
{
    /// <summary>The most characters of a title, of a note, and of the reason of a removal.</summary>
    public const int LongestTitle = 200, LongestNote = 500, LongestReason = 200;

    /// <summary>How long a removed file can be brought back; then its bytes and words are erased, and what is left says that it was there.</summary>
    public static readonly TimeSpan KeptAfterRemoval = TimeSpan.FromDays(7);

    private ClientFile() { }

    /// <summary>Creates the first edition of a document.</summary>
    /// <exception cref="RuleException">The title is missing, the note is too long, or the date is in the future.</exception>
    public static ClientFile Of(Guid clientId, ClientFileKind kind, ClientFileWish wish, NewClientFile added, Guid by, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var file = new ClientFile
        {
            Id = id,
            ClientId = clientId,
            SeriesId = id,
            Edition = 1,
            Contents = added.Contents,
            Preview = added.Preview,
            TakenFromId = added.TakenFromId,
            AddedBy = by,
            AddedAt = now,
        };
        file.Change(wish, kind, now);
        return file;
    }

    /// <summary>差し替え: creates the edition after this one.</summary>
    /// <param name="edition">The number after the highest of the series.</param>
    /// <exception cref="RuleException">As for the first edition.</exception>
    public ClientFile Next(ClientFileKind kind, ClientFileWish wish, NewClientFile added, int edition, Guid by, DateTimeOffset now)
    {
        var next = Of(ClientId, kind, wish, added, by, now);
        (next.SeriesId, next.Edition) = (SeriesId, edition);
        return next;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>The id of the first edition, shared by all.</summary>
    public Guid SeriesId { get; private set; }

    /// <summary>The number of the edition, from 1; the highest that was not removed is the present one.</summary>
    public int Edition { get; private set; }

    public Guid KindId { get; private set; }

    /// <summary>Whether only support sees it, as its kind says; a column of its own, because the query filter reads no other table.</summary>
    public bool IsForSupport { get; private set; }

    /// <summary>The name on screen and when saving, with the extension of the detected type; empty once it is erased.</summary>
    public string Title { get; private set; } = "";

    public string Note { get; private set; } = "";

    /// <summary>書類の日付: the date that is on the document; null if it has none.</summary>
    public DateOnly? DatedOn { get; private set; }

    /// <summary>The bytes as they came; null once they are erased.</summary>
    public FileContents? Contents { get; private set; }

    /// <summary>A small picture of a picture, drawn anew; null for everything else.</summary>
    public FileContents? Preview { get; private set; }

    /// <summary>The file of the talk of which this is a copy; null if staff added it.</summary>
    public Guid? TakenFromId { get; private set; }

    public Guid AddedBy { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public ClientFileRemoval? Removal { get; private set; }

    /// <summary>The file as its form shows it.</summary>
    public ClientFileWish Wish => new(Title, KindId, DatedOn, Note);

    /// <summary>Changes what is said of the file.</summary>
    /// <exception cref="RuleException">The title is missing, the note is too long, or the date is in the future.</exception>
    public void Change(ClientFileWish wish, ClientFileKind kind, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(wish.Title))
            throw new RuleException("書類の名前を入力してください。", nameof(wish.Title));
        if (wish.Note.Trim() is not { Length: <= LongestNote } note)
            throw new RuleException($"メモは{LongestNote}文字までです。", nameof(wish.Note));
        if (wish.DatedOn > now.JapaneseDate)
            throw new RuleException("書類の日付を、今日までの日で入力してください。", nameof(wish.DatedOn));
        (Title, Note, DatedOn) = (FileName.Of(wish.Title, FileKind.OfType(Contents!.ContentType)), note, wish.DatedOn);
        Sort(kind);
    }

    /// <summary>Files it under a kind, and with it among what only support sees, or not.</summary>
    public void Sort(ClientFileKind kind) => (KindId, IsForSupport) = (kind.Id, kind.IsForSupport);

    /// <summary>削除: takes the file out of the record; it can be brought back for <see cref="KeptAfterRemoval"/>.</summary>
    /// <exception cref="RuleException">The reason is missing or too long.</exception>
    public void Remove(string reason, Guid by, DateTimeOffset now)
    {
        if (reason.Trim() is not { Length: > 0 and <= LongestReason } words)
            throw new RuleException($"削除する理由を{LongestReason}文字までで入力してください。", nameof(ClientFileRemoval.Reason));
        Removal ??= new(now, by, words);
    }

    /// <summary>Whether it was removed and can still be brought back.</summary>
    public bool CanBeBroughtBack(DateTimeOffset now) => Removal is { } removal && Contents is not null && now < removal.At + KeptAfterRemoval;

    /// <summary>Brings a removed file back.</summary>
    /// <exception cref="RuleException">Its time has run out.</exception>
    public void BringBack(DateTimeOffset now)
    {
        if (Removal is not null && !CanBeBroughtBack(now))
            throw new RuleException($"削除から{KeptAfterRemoval.Days}日が過ぎ、書類は消去されました。元に戻せません。");
        Removal = null;
    }

    /// <summary>Erases what a removed file says; the caller has deleted the bytes.</summary>
    public void Wipe() => (Title, Note, DatedOn, Contents, Preview) = ("", "", null, null, null);
}

/// <summary>A removal: when, by whom, why.</summary>
public sealed record ClientFileRemoval(DateTimeOffset At, Guid StaffId, string Reason);

/// <summary>What a member of staff says of a file.</summary>
/// <param name="DatedOn">The date on the document; null if it has none.</param>
public sealed record ClientFileWish(string Title, Guid KindId, DateOnly? DatedOn, string Note);

/// <summary>Bytes that were judged and stored, for a new file.</summary>
/// <param name="Preview">A small picture, if they are one.</param>
/// <param name="TakenFromId">The file of the talk of which they are a copy.</param>
public sealed record NewClientFile(FileContents Contents, FileContents? Preview, Guid? TakenFromId = null);
