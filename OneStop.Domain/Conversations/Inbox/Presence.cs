namespace OneStop.Domain.Conversations.Inbox;

/// <summary>A colleague who has the same conversation open.</summary>
/// <param name="IsWriting">Whether they are writing an answer now.</param>
public sealed record PresentColleague(Guid Id, string Name, bool IsWriting);

/// <summary>
/// Who has a conversation open and who is writing in it, so that two members of staff do not answer without knowing of each other. It is valid for
/// seconds and kept in memory, for one host like <see cref="LiveUpdates"/>. It has its own topic, so that a look does not make others reload the
/// conversation.
/// </summary>
public sealed class Presence(LiveUpdates live, TimeProvider clock)
{
    /// <summary>How long after the last saved draft somebody counts as writing.</summary>
    public static readonly TimeSpan WritesFor = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, List<Window>> talks = [];

    /// <summary>Announced when somebody opens or leaves a conversation, or begins or stops writing in it.</summary>
    public static string TopicOf(Guid conversationId) => $"presence:{conversationId}";

    /// <summary>Registers an open window; disposing the result removes it.</summary>
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

    /// <summary>Records that somebody is writing, or has emptied their draft.</summary>
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

    /// <summary>Returns the others in a conversation, those who are writing first.</summary>
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
