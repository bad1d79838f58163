namespace OneStop.Domain.Conversations.Inbox;

/// <summary>A colleague who has the same talk open.</summary>
/// <param name="IsWriting">They are writing an answer just now.</param>
public sealed record PresentColleague(Guid Id, string Name, bool IsWriting);

/// <summary>
/// Who has a talk open now and who writes in it, so that two do not answer it unawares. It lasts for seconds, so it lies in memory, for
/// one host like <see cref="LiveUpdates"/>, and has a topic of its own: nobody reads a talk again because somebody looks at it.
/// </summary>
public sealed class Presence(LiveUpdates live, TimeProvider clock)
{
    /// <summary>So long after the last of it was saved somebody counts as writing.</summary>
    public static readonly TimeSpan WritesFor = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, List<Window>> talks = [];

    /// <summary>Somebody opened or left a talk, or began or ended writing in it.</summary>
    public static string TopicOf(Guid conversationId) => $"presence:{conversationId}";

    /// <summary>Opens a talk in a window; disposing the result closes it.</summary>
    public IDisposable Enter(Guid conversationId, Guid staffId, string name)
    {
        var window = new Window(this, conversationId, staffId, name);
        lock (gate)
        {
            if (!talks.TryGetValue(conversationId, out var windows))
                talks.Add(conversationId, windows = []);
            windows.Add(window);
        }
        live.Announce(TopicOf(conversationId));
        return window;
    }

    /// <summary>Somebody writes there now, or has emptied their box.</summary>
    public void Write(Guid conversationId, Guid staffId, bool isWriting)
    {
        var now = clock.GetUtcNow();
        bool changes;
        lock (gate)
        {
            var mine = talks.GetValueOrDefault(conversationId, []).Where(w => w.StaffId == staffId).ToList();
            changes = mine.Exists(w => w.IsWritingAt(now) != isWriting);
            mine.ForEach(w => w.WroteAt = isWriting ? now : null);
        }
        if (changes)
            live.Announce(TopicOf(conversationId));
    }

    /// <summary>The others in a talk, those who write first.</summary>
    public IReadOnlyList<PresentColleague> Others(Guid conversationId, Guid me)
    {
        var now = clock.GetUtcNow();
        lock (gate)
            return [.. talks.GetValueOrDefault(conversationId, []).Where(w => w.StaffId != me).GroupBy(w => w.StaffId)
                .Select(w => new PresentColleague(w.Key, w.First().Name, w.Any(x => x.IsWritingAt(now)))).OrderByDescending(c => c.IsWriting)];
    }

    private void Leave(Window window)
    {
        lock (gate)
        {
            if (!talks.TryGetValue(window.ConversationId, out var windows) || !windows.Remove(window))
                return;
            if (windows.Count == 0)
                talks.Remove(window.ConversationId);
        }
        live.Announce(TopicOf(window.ConversationId));
    }

    private sealed class Window(Presence presence, Guid conversationId, Guid staffId, string name) : IDisposable
    {
        public Guid ConversationId => conversationId;
        public Guid StaffId => staffId;
        public string Name => name;
        public DateTimeOffset? WroteAt { get; set; }

        public bool IsWritingAt(DateTimeOffset now) => now - WroteAt < WritesFor;

        public void Dispose() => presence.Leave(this);
    }
}
