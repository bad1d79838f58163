using OneStop.Domain;

namespace OneStop.Portal.Shell;

/// <summary>
/// Reads again when a topic changes, at once for the first change and then at most every 100 ms, however many come; not while nobody can see it.
/// </summary>
internal sealed class ThrottledReload : IDisposable
{
    /// <summary>For lists that move as a whole: oftener, nobody could follow them. What comes alone is there at once all the same.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);
    private readonly LiveUpdates live;
    private readonly string topic;
    private readonly Func<Task> read;
    private readonly TimeSpan gap;
    private readonly PageVisibility? visibility;
    private readonly IDisposable watch;
    private readonly Lock gate = new();
    private bool running, again, disposed;

    /// <param name="read">Reads and shows; a component wraps it in <c>InvokeAsync</c>.</param>
    /// <param name="visibility">Of the window that shows it: what changes while it is hidden is read once when
    /// it is looked at again. Null for what is to be told in a hidden window too.</param>
    /// <param name="gap">The least time between two readings; 100 ms unless it is given.</param>
    public ThrottledReload(LiveUpdates live, string topic, Func<Task> read, PageVisibility? visibility = null, TimeSpan? gap = null)
    {
        (this.live, this.topic, this.read, this.visibility, this.gap) = (live, topic, read, visibility, gap ?? TimeSpan.FromMilliseconds(100));
        watch = live.On(topic, Changed);
        if (visibility is not null)
            visibility.Shown += Resume;
    }

    private void Changed()
    {
        lock (gate)
        {
            again = true;
        }
        Resume();
    }

    private void Resume()
    {
        lock (gate)
        {
            if (!again || running || disposed || IsHidden)
                return;
            running = true;
        }
        _ = Task.Run(Run); // off the announcer's thread: an idle circuit would read inline
    }

    private bool IsHidden => visibility is { IsHidden: true };

    private async Task Run()
    {
        while (Next())
        {
            try
            {
                await read();
            }
            catch (ObjectDisposedException)
            {
                return; // the screen was closed while it was read
            }
            catch (Exception exception)
            {
                live.Report(topic, exception);
                lock (gate)
                    again = true; // what hinders it may pass; a screen that stays behind unseen would be worse
                await Task.Delay(AfterFailure);
            }
            await Task.Delay(gap);
        }
    }

    private bool Next()
    {
        lock (gate)
        {
            running = again && !disposed && !IsHidden;
            again &= !running;
            return running;
        }
    }

    public void Dispose()
    {
        watch.Dispose();
        if (visibility is not null)
            visibility.Shown -= Resume;
        lock (gate)
            disposed = true;
    }
}
