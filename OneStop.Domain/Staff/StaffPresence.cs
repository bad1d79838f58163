using System.Collections.Concurrent;

namespace OneStop.Domain.Staff;

/// <summary>
/// Who has the portal open now: a client whose counselor has gone home waits for everybody. In memory, for one host: with several, those
/// at another host count as away, and the bell rings for one too many rather than for nobody.
/// </summary>
public sealed class StaffPresence(LiveUpdates live)
{
    private readonly ConcurrentDictionary<Guid, int> windows = new();

    /// <summary>Somebody came or went: for others it rings no more, or now. No list of the inbox is read again for that.</summary>
    public const string Topic = "desks";

    /// <summary>Somebody has a window open.</summary>
    public bool Has(Guid staffId) => windows.GetValueOrDefault(staffId) > 0;

    /// <summary>Opens a window; disposing the result closes it.</summary>
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
