namespace OneStop.Portal.Shell;

/// <summary>
/// Shows what a page reads in the order in which it was asked for. Several reads may be under way: a live change, a press, another parameter. One that
/// ends late would otherwise replace what was asked for after it.
/// </summary>
internal sealed class OrderedReads
{
    private int asked, shown;

    /// <summary>Reads, and shows the answer unless one that was asked for later is shown already.</summary>
    public async Task Show<T>(Func<Task<T>> read, Action<T> show)
    {
        var mine = ++asked;
        var answer = await read();
        if (mine < shown)
            return;
        shown = mine;
        show(answer);
    }

    /// <summary>Shows none of the answers that are still under way: the page is about something else from now on.</summary>
    public void Forget() => shown = ++asked;
}
