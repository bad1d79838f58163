namespace OneStop.Portal.Features.Conversations.Answers;

/// <summary>What the page is told of a text that it handed in.</summary>
/// <param name="Taken">It is no longer the page's to keep.</param>
/// <param name="Doubts">What the writer is asked before it goes out; none if there is nothing to ask.</param>
public sealed record Handed(bool Taken, IReadOnlyList<string> Doubts);
