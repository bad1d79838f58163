namespace OneStop.Domain.ReplyTemplates;

/// <summary>A template as lists show it: for choosing from and for looking after.</summary>
public sealed record TemplateRow
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Reading { get; init; }
    public required Guid FolderId { get; init; }
    public required string FolderName { get; init; }
    public required int FolderOrder { get; init; }
    public required bool IsShared { get; init; }

    /// <summary>How often everybody has used it.</summary>
    public required int Uses { get; init; }

    /// <summary>How often I have.</summary>
    public required int MyUses { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
    public required string ChangedBy { get; init; }

    /// <summary>The beginning of the body. SQL Server counts halves of characters, and may have cut the last one in two.</summary>
    public required string Preview { get; init => field = value.WithoutHalf; }
}

/// <summary>A template, opened.</summary>
public sealed record TemplateView(Guid Id, string FolderName, bool IsShared, bool MayChange, string Title, string Reading, string Body, int Edition,
    bool IsRetired, IReadOnlyList<RevisionRow> History)
{
    /// <summary>What can be changed of it.</summary>
    public TemplateWish Wish => new(IsShared, FolderName, Title, Reading, Body);
}

/// <summary>One wording in a template's history.</summary>
public sealed record RevisionRow(int Edition, DateTimeOffset At, string StaffName, string Title, string Body);

/// <summary>A folder that has something in it, or had.</summary>
public sealed record FolderRow(Guid Id, string Name, bool IsShared, bool MayChange);

/// <summary>What somebody wrote into the form.</summary>
/// <param name="IsShared">For everybody, not only for who wrote it.</param>
/// <param name="Folder">The folder's name; one that is not there yet is made.</param>
public sealed record TemplateWish(bool IsShared, string Folder, string Title, string Reading, string Body)
{
    /// <summary>Nothing is written yet.</summary>
    public static TemplateWish None { get; } = new(true, "", "", "", "");
}

/// <summary>A template with the variables of one conversation in their places, and the blanks that are still to be asked for.</summary>
public sealed record FilledTemplate(Guid Id, string Title, string Text, IReadOnlyList<string> Blanks);
