using Microsoft.Extensions.Logging;

namespace OneStop.Domain.Workers;

/// <summary>
/// The loop of every background worker: it processes what waits, then sleeps until its signal is raised or the pause is over. If a round fails, it is
/// logged, and the next round tries again.
/// </summary>
public sealed class WorkerLoop(Heartbeats heartbeats, LiveUpdates live, TimeProvider clock, ILogger<WorkerLoop> logger)
{
    /// <param name="worker">The worker's name in the log and the health check.</param>
    /// <param name="round">Processes what waits and returns the longest pause.</param>
    public async Task Run(string worker, WorkSignal signal, Func<CancellationToken, Task<TimeSpan>> round, CancellationToken stopping)
    {
        using var woken = live.On(WorkSignal.TopicOf(signal.GetType()), signal.Raise); // subscribed before the first round, so that no save is missed
        await Task.Yield(); // the first round must not delay the host's start
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
            heartbeats.Beat(worker, pause);
            await signal.Wait(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
