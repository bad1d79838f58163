using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shell;

/// <summary>
/// The conversations for which the bell rings in one window: those in danger, and those just begun to wait that are assigned to nobody,
/// to this member or to an absent one; without those silenced.
/// </summary>
public sealed class DeskBell(InboxDesk inbox, SilencedBells silenced, StaffPresence present, Actor actor, TimeProvider clock) : IDisposable
{
    // Conversations that waited longer than this when the window was opened are in the list only: a bell at each sign-in would soon be
    // ignored. Danger rings nevertheless.
    private static readonly TimeSpan JustBegun = TimeSpan.FromHours(1);
    private IReadOnlyList<WaitingRow> untaken = [];
    private HashSet<(Guid, DateTimeOffset)>? known;
    private IDisposable? window;

    /// <summary>The conversations that ring.</summary>
    public IReadOnlyList<Guid> Ringing { get; private set; } = [];

    /// <summary>True if one of them contains a word of danger. It then rings for everybody, also for members who have switched the bell off.</summary>
    public bool RingsForDanger { get; private set; }

    /// <summary>Reads which conversations ring now.</summary>
    public async Task Look()
    {
        window ??= present.Enter(actor.StaffId);
        untaken = await inbox.Untaken();
        known ??= [.. untaken.Where(w => !w.InDanger && w.Since < clock.GetUtcNow() - JustBegun).Select(w => (w.Id, w.Since))];
        var ringing = silenced.Ringing(actor.StaffId, untaken).Where(w => !known.Contains((w.Id, w.Since))).ToList();
        (Ringing, RingsForDanger) = ([.. ringing.Select(w => w.Id)], ringing.Any(w => w.InDanger));
    }

    /// <summary>音を止める: silences all conversations that ring now, in all windows of this member.</summary>
    public void Mute() => Silence(Ringing);

    /// <summary>Silences a conversation that this member has open.</summary>
    public void Seen(Guid conversationId) => Silence([conversationId]);

    public void Dispose() => window?.Dispose();

    private void Silence(IReadOnlyList<Guid> conversations) => silenced.Silence(actor.StaffId, untaken.Where(w => conversations.Contains(w.Id)), untaken);
}
