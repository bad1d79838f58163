using OneStop.Domain;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.CaseFiles;

/// <summary>Reads a case file again when something in it has changed: the person's own rows, their talks, or what is announced for all clients together.</summary>
/// <param name="read">Reads and shows; a component wraps it in <c>InvokeAsync</c>.</param>
internal sealed class CaseWatch(LiveUpdates live, PageVisibility visibility, Func<Task> read) : IDisposable
{
    private readonly Dictionary<string, ThrottledReload> watched = [];
    private bool isLeft;

    /// <summary>Watches these topics from now on, and no others of a person: another telephone may have been linked meanwhile.</summary>
    public void On(IReadOnlyList<string> topics)
    {
        if (isLeft)
            return; // the page was left while it read
        string[] all = [.. topics, ClientDesk.Topic, BookingDialogueDesk.Topic];
        foreach (var gone in watched.Keys.Except(all).ToList())
        {
            watched[gone].Dispose();
            watched.Remove(gone);
        }
        foreach (var topic in all.Except(watched.Keys).ToList())
            watched.Add(topic, new(live, topic, read, visibility, ThrottledReload.Calm));
    }

    public void Dispose()
    {
        isLeft = true;
        foreach (var reload in watched.Values)
            reload.Dispose();
        watched.Clear();
    }
}
