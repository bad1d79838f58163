using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations.Files;

namespace OneStop.Domain.Clients.Files;

/// <summary>How a page can show a file.</summary>
public enum ClientFileView
{
    /// <summary>Only by saving it.</summary>
    None,

    /// <summary>As a picture.</summary>
    Picture,

    /// <summary>In the browser's own viewer of PDF files.</summary>
    Pdf,
}

/// <summary>A file of the list.</summary>
public sealed record ClientFileRow
{
    public required Guid Id { get; init; }
    public required Guid SeriesId { get; init; }
    public required int Edition { get; init; }
    public required ClientFileWish Wish { get; init; }

    /// <summary>The name of the kind.</summary>
    public required string Kind { get; init; }

    public required bool IsForSupport { get; init; }

    /// <summary>The name of the detected type, as an extension in capitals; empty once it is erased.</summary>
    public required string Type { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    public required ClientFileView View { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required string AddedBy { get; init; }
    public required bool IsFromTalk { get; init; }

    /// <summary>Whether the client has unsent the message of which it is a copy.</summary>
    public required bool IsUnsent { get; init; }

    /// <summary>The removal, with the name of who did it in place of the id.</summary>
    public required ClientFileRemovalRow? Removal { get; init; }

    /// <summary>The editions before, the newest first.</summary>
    public IReadOnlyList<ClientFileRow> Earlier { get; init; } = [];

    /// <summary>The name on screen.</summary>
    public string Title => Wish.Title.Length > 0 ? Wish.Title : "（消去した書類）";
}

/// <summary>A removal as shown.</summary>
/// <param name="Until">The end of the time in which the file can be brought back; null once it is erased.</param>
public sealed record ClientFileRemovalRow(DateTimeOffset At, string By, string Reason, DateTimeOffset? Until);

/// <summary>Which files are shown.</summary>
/// <param name="KindId">Null for all kinds.</param>
/// <param name="Words">Words of the title or the note; empty for all files.</param>
/// <param name="IsRemoved">True for those that were removed.</param>
/// <param name="Take">The most rows.</param>
public sealed record ClientFileFilter(Guid? KindId, string Words, bool IsRemoved, int Take)
{
    /// <summary>The rows that are shown first.</summary>
    public const int Part = 10;

    /// <summary>How many more come when more are asked for.</summary>
    public const int More = 50;

    /// <summary>The newest files of all kinds.</summary>
    public static ClientFileFilter First { get; } = new(null, "", false, Part);
}

/// <summary>The files of a client.</summary>
/// <param name="Total">How many there are under the filter.</param>
/// <param name="All">How many there are, without removed ones and earlier editions.</param>
/// <param name="Kinds">The kinds that occur among the standing or the removed files, with their number; the chosen one is among them with none too.</param>
/// <param name="Removed">How many were removed.</param>
public sealed record ClientFileList(IReadOnlyList<ClientFileRow> Rows, int Total, int All, IReadOnlyList<ClientFileCount> Kinds, int Removed);

/// <summary>How many files of a kind there are.</summary>
public sealed record ClientFileCount(Guid KindId, string Kind, int Count);

/// <summary>A file of the talk that can be taken into the record.</summary>
/// <param name="Name">Null for a picture without a name.</param>
/// <param name="IsPicture">Whether it has a preview at the address of the talk's file.</param>
public sealed record TalkFileRow(Guid Id, string? Name, DateTimeOffset At, bool IsByClient, FileContents Contents, bool IsPicture);

/// <summary>How files are shown.</summary>
internal static class ClientFileViews
{
    extension(ClientFile file)
    {
        /// <summary>Returns how a page can show the file.</summary>
        public ClientFileView View => file switch
        {
            { Preview: not null } => ClientFileView.Picture,
            { Contents: { } contents } when contents.ContentType == FileKind.Pdf.ContentType => ClientFileView.Pdf,
            _ => ClientFileView.None,
        };
    }
}
