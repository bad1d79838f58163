using System.Security.Claims;
using OneStop.Domain;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>Whether the person of an open window may still be there.</summary>
internal enum Standing
{
    /// <summary>It could not be found out. Nobody acts, nothing is shown, and it is tried again.</summary>
    Unknown,

    /// <summary>The sitting goes on, with the duties that the actor has now.</summary>
    Here,

    /// <summary>Their time ran out, they left, or they were changed so that one signs in again.</summary>
    Gone,

    /// <summary>They ended the sitting themselves, in whichever window.</summary>
    SignedOut,
}

/// <summary>
/// Looks whether an open window's person still may: at once when this portal is told of a change, and every few seconds for what was
/// changed at another portal or by a command.
/// </summary>
internal sealed class StaffWatch(StaffDoor door, LiveUpdates live, TimeProvider clock, ILogger<StaffWatch> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Goes on until the person is gone or the window closes.</summary>
    /// <param name="tell">Is told after each look.</param>
    public async Task Follow(ClaimsPrincipal principal, Func<Standing, Task> tell, CancellationToken closing)
    {
        var called = new Call();
        using var watch = live.On(TopicOf(principal), () => called.Ring());
        while (!closing.IsCancellationRequested)
        {
            called = new Call(); // before the look: what changes during it is looked at again
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
