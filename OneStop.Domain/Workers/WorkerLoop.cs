using Microsoft.Extensions.Logging;

namespace OneStop.Domain.Workers;

/// <summary>
/// Runs every background worker: it does what waits, then sleeps until its signal is raised or the pause is over. A round that fails
/// is logged, and the next round tries again.
/// </summary>
public sealed class WorkerLoop(Heartbeats heartbeats, LiveUpdates live, TimeProvider clock, ILogger<WorkerLoop> logger)
{
    /// <param name="worker">The worker's name, for the log and the health check.</param>
    /// <param name="round">Does what waits; returns how long to sleep at most.</param>
    public async Task Run(string worker, WorkSignal signal, Func<CancellationToken, Task<TimeSpan>> round, CancellationToken stopping)
    {
        using var woken = live.On(WorkSignal.TopicOf(signal.GetType()), signal.Raise); // before the first round, or what is saved meanwhile is missed
        await Task.Yield(); // the host's start is not held up by the first round
        while (!stopping.IsCancellationRequested)
        {
            var pause = TimeSpan.FromSeconds(5);
            heartbeats.Beat(worker);
            try
            {
                pause = await round(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError("A round of {Worker} failed; the next one tries again: {Failure}", worker, exception.WithoutWords);
            }
            await signal.Wait(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
