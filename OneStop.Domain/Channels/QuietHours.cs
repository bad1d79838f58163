namespace OneStop.Domain.Channels;

/// <summary>
/// From 21:00 to 8:00 in Japan messages arrive without a sound, to wake no sleeping child, unless the client has just written and waits. Messages
/// that the bot sends unasked are always silent then, except what concerns a booking in its own hour: the client waits for it.
/// </summary>
public static class QuietHours
{
    /// <summary>How long after the client's last message a conversation counts as running.</summary>
    public static readonly TimeSpan TalkRunsFor = TimeSpan.FromHours(1);

    private static readonly TimeOnly Begin = new(21, 0);
    private static readonly TimeOnly End = new(8, 0);

    /// <summary>Whether a message sent now is to be silent.</summary>
    /// <param name="clientSpokeAt">When the client last wrote; null if nobody waits.</param>
    public static bool AreKept(DateTimeOffset now, DateTimeOffset? clientSpokeAt)
    {
        var time = TimeOnly.FromTimeSpan(now.InJapan.TimeOfDay);
        return (time >= Begin || time < End) && !(now - clientSpokeAt < TalkRunsFor);
    }
}
