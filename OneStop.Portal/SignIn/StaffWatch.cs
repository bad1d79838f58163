using System.Security.Claims;
using OneStop.Domain;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>Whether the person of an open window still has access.</summary>
internal enum Standing
{
    /// <summary>The check failed. The actor is nobody, nothing is shown, and the check is repeated.</summary>
    Unknown,

    /// <summary>The sitting lasts, with the actor's present duties.</summary>
    Here,

    /// <summary>The sitting expired, the person left, or their account was changed so that they must sign in again.</summary>
    Gone,

    /// <summary>The person signed out, in any window.</summary>
    SignedOut,
}

/// <summary>
/// Checks the access of an open window's person: at once when this portal announces a change, and every few seconds for changes
/// made at another portal or by a command.
/// </summary>
internal sealed class StaffWatch(StaffDoor door, LiveUpdates live, TimeProvider clock, ILogger<StaffWatch> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Repeats the check until the person is gone or the window closes.</summary>
    /// <param name="tell">Called after each check.</param>
    public async Task Follow(ClaimsPrincipal principal, Func<Standing, Task> tell, CancellationToken closing)
    {
        var called = new Call();
        using var watch = live.On(TopicOf(principal), () => called.Ring());
        while (!closing.IsCancellationRequested)
        {
            called = new Call(); // created before the check, so that a change during it causes another check
            var standing = await Look(principal);
            await tell(standing);
            if (standing is Standing.Gone or Standing.SignedOut)
                return;
            await Task.WhenAny(called.Rung, Task.Delay(standing == Standing.Here ? Pause : AfterFailure, clock, closing));
        }
    }

    private async Task<Standing> Look(ClaimsPrincipal principal)
    {
        try
        {
            return await door.Enter(principal) ? Standing.Here : await door.HasSignedOut(principal) ? Standing.SignedOut : Standing.Gone;
        }
        catch (Exception exception)
        {
            logger.LogError("It could not be checked who sits at a window: {Failure}", exception.WithoutWords);
            return Standing.Unknown;
        }
    }

    private static string TopicOf(ClaimsPrincipal principal) =>
        StaffMember.TopicOf(Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : default);

    private sealed class Call
    {
        private readonly TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Rung => rung.Task;

        public void Ring() => rung.TrySetResult();
    }
}
