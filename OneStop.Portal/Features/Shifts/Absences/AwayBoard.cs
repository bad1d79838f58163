using OneStop.Domain;
using OneStop.Domain.Shifts.Absences;

namespace OneStop.Portal.Features.Shifts.Absences;

/// <summary>Who is away, for all names of a window: read once, and again after a change or with a new service day.</summary>
public sealed class AwayBoard : IDisposable
{
    private readonly AbsenceDesk desk;
    private readonly LiveUpdates live;
    private readonly TimeProvider clock;
    private readonly IDisposable watch;
    private Task<AwayToday>? read;
    private (ServiceDay, long) of;

    /// <summary>Watches the absences.</summary>
    public AwayBoard(AbsenceDesk desk, LiveUpdates live, TimeProvider clock)
    {
        (this.desk, this.live, this.clock) = (desk, live, clock);
        watch = live.On(AbsenceDesk.Topic, () => Changed?.Invoke());
    }

    /// <summary>Raised when an absence has changed, on the announcer's thread; components use <c>InvokeAsync</c>.</summary>
    public event Action? Changed;

    /// <summary>Returns who is away.</summary>
    public Task<AwayToday> Now()
    {
        var now = (ServiceDay.Of(clock.GetUtcNow()), live.VersionOf(AbsenceDesk.Topic)); // before the read: a change during it is read again
        if (read is not { IsFaulted: false } kept || of != now)
            (read, of) = (kept = desk.Today(), now);
        return kept;
    }

    public void Dispose() => watch.Dispose();
}
