using OneStop.Domain;

namespace OneStop.Portal.Shell;

/// <summary>
/// Reads again when a topic changes: at once for the first change, then at most every 100 ms however many changes come; not while the window is hidden.
/// </summary>
internal sealed class ThrottledReload : IDisposable
{
    /// <summary>The gap for whole lists: people could not follow more frequent changes. A single change is still shown at once.</summary>
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
    /// <param name="visibility">The visibility of the window: changes while it is hidden are read once, when it is
    /// visible again. Null to read while hidden too.</param>
    /// <param name="gap">The minimum time between two reads; 100 ms by default.</param>
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
                return; // the screen was closed during the read
            }
            catch (Exception exception)
            {
                live.Report(topic, exception);
                lock (gate)
                    again = true; // the cause may pass; a screen that stays outdated unnoticed would be worse
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
