namespace OneStop.Domain.Search;

/// <summary>A part of a snippet.</summary>
/// <param name="IsHit">It is what was looked for.</param>
public sealed record SnippetPart(string Text, bool IsHit);
