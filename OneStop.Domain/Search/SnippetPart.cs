namespace OneStop.Domain.Search;

/// <summary>A part of a snippet.</summary>
/// <param name="IsHit">Whether it is a match.</param>
public sealed record SnippetPart(string Text, bool IsHit);
