namespace OneStop.Portal.Features.ReplyTemplates;

/// <summary>The filter of the list of templates.</summary>
public sealed record TemplateFilter
{
    public Guid? Folder { get; init; }

    /// <summary>True for retired templates instead of those offered.</summary>
    public bool IsRetired { get; init; }
}
