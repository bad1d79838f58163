namespace OneStop.Portal.Shared.Lists;

/// <summary>A choice of a <c>ListTabs</c> filter.</summary>
/// <param name="Filter">The filter that it applies.</param>
/// <param name="Count">The number of its rows; null if not counted.</param>
public sealed record ListTab<TFilter>(string Words, TFilter Filter, int? Count = null);
