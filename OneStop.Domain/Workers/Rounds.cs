using Microsoft.Extensions.Logging;

namespace OneStop.Domain.Workers;

/// <summary>The course of every background worker: do what waits, then sleep until the bell rings or the pause is over. A failed round is logged and the next one tries again.</summary>
public sealed class Rounds(Heartbeats heartbeats, TimeProvider clock, ILogger<Rounds> logger)
{
    /// <param name="worker">The worker's name, for the log and the health check.</param>
    /// <param name="round">Does what waits; returns how long to sleep at most.</param>
    public async Task Go(string worker, WorkBell bell, Func<CancellationToken, Task<TimeSpan>> round, CancellationToken stopping)
    {
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
            await bell.Wait(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
