namespace OneStop.Domain.ReplyTemplates;

/// <summary>A template as lists show it: for choosing from and for looking after.</summary>
/// <param name="Preview">The beginning of the body.</param>
/// <param name="Uses">How often everybody has used it.</param>
/// <param name="MyUses">How often I have.</param>
public sealed record TemplateRow(
    Guid Id, string Title, string Reading, string Preview, Guid FolderId, string FolderName, int FolderOrder, bool IsShared,
    int Uses, int MyUses, DateTimeOffset ChangedAt, string ChangedBy)
{
    /// <summary>The beginning of the body. SQL Server counts halves of characters, and may have cut the last one in two.</summary>
    public string Preview { get; init; } = Preview.WithoutHalf;
}

/// <summary>A template, opened.</summary>
public sealed record TemplateView(Guid Id, string FolderName, bool IsShared, bool MayChange, string Title, string Reading, string Body, int Edition, bool IsRetired, IReadOnlyList<RevisionRow> History)
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
