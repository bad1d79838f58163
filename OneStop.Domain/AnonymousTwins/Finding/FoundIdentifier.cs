namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>A place in a text that could tell who the person is, and what could stand there instead.</summary>
/// <param name="Start">From 0.</param>
/// <param name="Suggestion">The suggested replacement.</param>
public sealed record FoundIdentifier(IdentifierKind Kind, int Start, string Text, string Suggestion)
{
    /// <summary>The position after the last character.</summary>
    public int End => Start + Text.Length;

    /// <summary>Whether two finds share a character.</summary>
    public bool Overlaps(FoundIdentifier other) => Start < other.End && other.Start < End;
}
