using OneStop.Domain;
using OneStop.Domain.Shifts.Absences;

namespace OneStop.Portal.Features.Shifts.Absences;

/// <summary>Who is away, for all names of a window: read once, and again after a change or with a new service day.</summary>
public sealed class AwayBoard : IDisposable
{
    private readonly AbsenceDesk desk;
    private readonly TimeProvider clock;
    private readonly IDisposable watch;
    private Task<AwayToday>? read;
    private ServiceDay day;

    /// <summary>Watches the absences.</summary>
    public AwayBoard(AbsenceDesk desk, LiveUpdates live, TimeProvider clock)
    {
        (this.desk, this.clock) = (desk, clock);
        watch = live.On(AbsenceDesk.Topic, Forget);
    }

    /// <summary>Raised when an absence has changed, on the announcer's thread; components use <c>InvokeAsync</c>.</summary>
    public event Action? Changed;

    /// <summary>Returns who is away.</summary>
    public Task<AwayToday> Now()
    {
        var today = ServiceDay.Of(clock.GetUtcNow());
        if (read is not { IsFaulted: false } kept || day != today)
            (read, day) = (kept = desk.Today(), today);
        return kept;
    }

    public void Dispose() => watch.Dispose();

    private void Forget()
    {
        read = null;
        Changed?.Invoke();
    }
}
