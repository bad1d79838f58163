namespace OneStop.Portal.Shared.Lists;

/// <summary>A choice that narrows a list.</summary>
/// <param name="Filter">The filter that it leads to.</param>
/// <param name="Count">How many rows it has; null where that is not counted.</param>
public sealed record ListTab<TFilter>(string Words, TFilter Filter, int? Count = null);
