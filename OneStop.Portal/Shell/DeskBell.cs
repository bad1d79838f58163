using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shell;

/// <summary>
/// For whom the bell rings in one window: who waits, is in danger, nobody's or mine or of
/// somebody who is away, has just begun to, and is not silenced.
/// </summary>
public sealed class DeskBell(InboxDesk inbox, SilencedBells silenced, StaffPresence present, Actor actor, TimeProvider clock) : IDisposable
{
    // Who waited longer than this when the window was opened is in the list; a bell at each
    // sign-in would soon be one that nobody hears. Danger rings all the same.
    private static readonly TimeSpan JustBegun = TimeSpan.FromHours(1);
    private IReadOnlyList<WaitingRow> untaken = [];
    private HashSet<(Guid, DateTimeOffset)>? known;
    private IDisposable? window;

    /// <summary>The conversations of those who wait.</summary>
    public IReadOnlyList<Guid> Ringing { get; private set; } = [];

    /// <summary>A word of danger came to one of them: this rings for everybody, also for whom it is switched off.</summary>
    public bool RingsForDanger { get; private set; }

    /// <summary>Looks who waits now.</summary>
    public async Task Look()
    {
        window ??= present.Enter(actor.StaffId);
        untaken = await inbox.Untaken();
        known ??= [.. untaken.Where(w => !w.InDanger && w.Since < clock.GetUtcNow() - JustBegun).Select(w => (w.Id, w.Since))];
        var ringing = silenced.Ringing(actor.StaffId, untaken).Where(w => !known.Contains((w.Id, w.Since))).ToList();
        (Ringing, RingsForDanger) = ([.. ringing.Select(w => w.Id)], ringing.Any(w => w.InDanger));
    }

    /// <summary>音を止める: none of those who ring now does so any more, in any window of mine.</summary>
    public void Mute() => Silence(Ringing);

    /// <summary>I have it before me: for me it need not ring.</summary>
    public void Seen(Guid conversationId) => Silence([conversationId]);

    public void Dispose() => window?.Dispose();

    private void Silence(IReadOnlyList<Guid> conversations) => silenced.Silence(actor.StaffId, untaken.Where(w => conversations.Contains(w.Id)), untaken);
}
