namespace OneStop.Domain.ReplyTemplates;

/// <summary>A template as a row of a list.</summary>
public sealed record TemplateRow
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Reading { get; init; }
    public required Guid FolderId { get; init; }
    public required string FolderName { get; init; }
    public required int FolderOrder { get; init; }
    public required bool IsShared { get; init; }

    /// <summary>How often it was used by everybody.</summary>
    public required int Uses { get; init; }

    /// <summary>How often I have used it.</summary>
    public required int MyUses { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
    public required string ChangedBy { get; init; }

    /// <summary>The beginning of the body. SQL Server counts UTF-16 code units and may have cut a surrogate pair.</summary>
    public required string Preview { get; init => field = value.WithoutHalf; }
}

/// <summary>An opened template.</summary>
public sealed record TemplateView(Guid Id, string FolderName, bool IsShared, bool MayChange, string Title, string Reading, string Body, int Edition,
    bool IsRetired, IReadOnlyList<RevisionRow> History)
{
    /// <summary>The template as the form shows it.</summary>
    public TemplateWish Wish => new(IsShared, FolderName, Title, Reading, Body);
}

/// <summary>A wording in a template's history.</summary>
public sealed record RevisionRow(int Edition, DateTimeOffset At, string StaffName, string Title, string Body);

/// <summary>A folder; it remains when its last template is moved.</summary>
public sealed record FolderRow(Guid Id, string Name, bool IsShared, bool MayChange);

/// <summary>The form for a template.</summary>
/// <param name="IsShared">Whether it is for everybody, not only for its writer.</param>
/// <param name="Folder">The folder's name; a new folder is created if there is none.</param>
public sealed record TemplateWish(bool IsShared, string Folder, string Title, string Reading, string Body)
{
    /// <summary>An empty form.</summary>
    public static TemplateWish None { get; } = new(true, "", "", "", "");
}

/// <summary>A template with the variables of one conversation filled in, and the names of the remaining blanks.</summary>
public sealed record FilledTemplate(Guid Id, string Title, string Text, IReadOnlyList<string> Blanks);
