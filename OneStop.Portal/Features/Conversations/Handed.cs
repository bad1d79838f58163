namespace OneStop.Portal.Features.Conversations;

/// <summary>What the page is told of a text that it handed in.</summary>
/// <param name="Taken">It is no longer the page's to keep.</param>
/// <param name="Doubts">What the writer is asked before it goes out; none if there is nothing to ask.</param>
public sealed record Handed(bool Taken, IReadOnlyList<string> Doubts);

/// <summary>Small words for tasks.</summary>
internal static class Tasks
{
    extension(Task? task)
    {
        /// <summary>The task, or one that is done where there is none.</summary>
        public Task OrDone() => task ?? Task.CompletedTask;
    }
}
