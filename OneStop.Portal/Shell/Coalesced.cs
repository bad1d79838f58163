using OneStop.Domain;

namespace OneStop.Portal.Shell;

/// <summary>Reads again when a topic changes, at once for the first change and then at most every 100 ms, however many come.</summary>
internal sealed class Coalesced : IDisposable
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);
    private readonly LiveUpdates live;
    private readonly string topic;
    private readonly Func<Task> read;
    private readonly IDisposable watch;
    private readonly Lock gate = new();
    private bool running, again, disposed;

    /// <param name="read">Reads and shows; a component wraps it in <c>InvokeAsync</c>.</param>
    public Coalesced(LiveUpdates live, string topic, Func<Task> read)
    {
        (this.live, this.topic, this.read) = (live, topic, read);
        watch = live.On(topic, Changed);
    }

    private void Changed()
    {
        lock (gate)
        {
            again = true;
            if (running || disposed)
                return;
            running = true;
        }
        _ = Task.Run(Run); // off the announcer's thread: an idle circuit would read inline
    }

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
            await Task.Delay(Gap);
        }
    }

    private bool Next()
    {
        lock (gate)
        {
            running = again && !disposed;
            again = false;
            return running;
        }
    }

    public void Dispose()
    {
        watch.Dispose();
        lock (gate)
            disposed = true;
    }
}
