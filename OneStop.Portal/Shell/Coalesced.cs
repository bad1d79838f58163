using OneStop.Domain;

namespace OneStop.Portal.Shell;

/// <summary>Reads again when a topic changes, at once for the first change and then at most every 100 ms, however many come.</summary>
internal sealed class Coalesced : IDisposable
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);
    private readonly Func<Task> read;
    private readonly IDisposable watch;
    private readonly Lock gate = new();
    private bool running, again, disposed;

    /// <param name="read">Reads and shows; a component wraps it in <c>InvokeAsync</c>.</param>
    public Coalesced(LiveUpdates live, string topic, Func<Task> read)
    {
        this.read = read;
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
        _ = Run();
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
