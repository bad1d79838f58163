namespace OneStop.Portal.Features.SupportMeasures;

/// <summary>The conditions of the list of measures.</summary>
internal sealed record MeasureFilter
{
    /// <summary>The retired measures instead of those on offer.</summary>
    public bool IsRetired { get; init; }
}
