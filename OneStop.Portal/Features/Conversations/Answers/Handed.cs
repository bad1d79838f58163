namespace OneStop.Portal.Features.Conversations.Answers;

/// <summary>The result of a text that the page submitted.</summary>
/// <param name="Taken">True if the text was taken in, so that the page no longer keeps it.</param>
/// <param name="Doubts">The doubts to confirm before sending; empty if there are none.</param>
public sealed record Handed(bool Taken, IReadOnlyList<string> Doubts);
