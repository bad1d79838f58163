using System.Collections.Concurrent;

namespace OneStop.Domain.Staff;

/// <summary>
/// Who has the portal open now: a client whose counselor is absent waits for everybody. It is in memory, for one host. With several, people at
/// another host count as absent, so that the bell rings too often rather than not at all.
/// </summary>
public sealed class StaffPresence(LiveUpdates live)
{
    private readonly ConcurrentDictionary<Guid, int> windows = new();

    /// <summary>
    /// Announced when somebody opened the first or closed the last window, which decides for whom the bell rings. The inbox is not read again for it.
    /// </summary>
    public const string Topic = "desks";

    /// <summary>Whether somebody has a window open.</summary>
    public bool Has(Guid staffId) => windows.GetValueOrDefault(staffId) > 0;

    /// <summary>Registers a window; disposing the result removes it.</summary>
    public IDisposable Enter(Guid staffId)
    {
        Count(staffId, 1);
        return new Window(this, staffId);
    }

    private void Count(Guid staffId, int by)
    {
        if (windows.AddOrUpdate(staffId, by, (_, open) => open + by) == (by > 0 ? 1 : 0))
            live.Announce(Topic);
    }

    private sealed class Window(StaffPresence desks, Guid staffId) : IDisposable
    {
        private int closed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref closed, 1) == 0)
                desks.Count(staffId, -1);
        }
    }
}
