using OneStop.Domain;

namespace OneStop.Portal.Features.SupportPrograms;

/// <summary>
/// What was changed in this editor since its page was opened, to be undone and done again step by step. A form that saves itself makes many small edits;
/// those of one part that follow each other closely are one step, from what stood there before the first.
/// </summary>
public sealed class EditHistory(TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>A pause after which a person begins something else.</summary>
    private static readonly TimeSpan OneStep = TimeSpan.FromSeconds(20);

    private readonly List<Step> done = [], undone = [];

    /// <summary>The last change in words; null if there is nothing to undo.</summary>
    public string? Last => done is [.., var last] ? last.Words : null;

    /// <summary>The change that was undone last, in words; null if there is nothing to do again.</summary>
    public string? Next => undone is [.., var next] ? next.Words : null;

    /// <summary>The number of changes that can be undone.</summary>
    public int Count => done.Count;

    /// <summary>Remembers a change.</summary>
    /// <param name="words">What was done: 「目標」を書いた.</param>
    /// <returns>Undoes just this change, for a message that offers it; nothing happens if it is undone already.</returns>
    public Func<Task> Did(string words, Func<Task> undo, Func<Task> redo)
    {
        var step = new Step(words, null, undo, redo, null, null, clock.GetUtcNow());
        Add(step);
        return () => Move(step, done, undone, s => s.Undo());
    }

    /// <summary>Remembers an edit of a part.</summary>
    /// <param name="part">The part, so that its next edit continues this one.</param>
    /// <param name="edit">As it was stored: trimmed, so that the way back finds it.</param>
    /// <param name="save">Saves an edit of the part.</param>
    public void Edited<T>(string words, object part, Edit<T> edit, Func<Edit<T>, Task> save) where T : class, IEquatable<T>
    {
        var (was, now) = (edit.Was, clock.GetUtcNow());
        // what a colleague wrote between two edits is not part of the step: undoing it would take their words back too
        if (done is [.., { Begun: T begun, Reached: T reached } last] && Equals(last.Part, part) && reached.Equals(edit.Was) && now - last.At < OneStep)
        {
            done.RemoveAt(done.Count - 1);
            was = begun;
        }
        Add(new(words, part, () => save(new(edit.Wish, was)), () => save(new(was, edit.Wish)), was, edit.Wish, now));
    }

    /// <summary>Undoes the last change. A change that cannot be undone is forgotten.</summary>
    /// <exception cref="RuleException">A colleague has changed the part since.</exception>
    public Task Undo() => done is [.., var last] ? Move(last, done, undone, s => s.Undo()) : Task.CompletedTask;

    /// <summary>Does again what was undone last. A change that cannot be done again is forgotten.</summary>
    /// <exception cref="RuleException">A colleague has changed the part since.</exception>
    public Task Redo() => undone is [.., var next] ? Move(next, undone, done, s => s.Redo()) : Task.CompletedTask;

    private static async Task Move(Step step, List<Step> from, List<Step> to, Func<Step, Task> act)
    {
        if (!from.Remove(step)) // before it is awaited: a second press must not take it twice
            return;
        await act(step);
        to.Add(step);
    }

    private void Add(Step step)
    {
        undone.Clear(); // what was undone before stood on other words
        done.Add(step);
        if (done.Count > Most)
            done.RemoveAt(0);
    }

    private sealed class Step(string words, object? part, Func<Task> undo, Func<Task> redo, object? begun, object? reached, DateTimeOffset at)
    {
        public string Words => words;

        public object? Part => part;

        public Func<Task> Undo => undo;

        public Func<Task> Redo => redo;

        /// <summary>What stood in the part before; null if the change is no edit of one.</summary>
        public object? Begun => begun;

        public object? Reached => reached;

        public DateTimeOffset At => at;
    }
}
