namespace OneStop.Portal.Features.ReplyTemplates;

/// <summary>Which templates the list shows.</summary>
public sealed record TemplateFilter
{
    public Guid? Folder { get; init; }

    /// <summary>Those that are offered no more, instead of those that are.</summary>
    public bool IsRetired { get; init; }
}
