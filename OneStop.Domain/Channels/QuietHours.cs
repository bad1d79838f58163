namespace OneStop.Domain.Channels;

/// <summary>
/// From 21:00 until 8:00 in Japan a message arrives without a sound, so that no telephone rings beside a sleeping child, unless the
/// client has just written and waits for it. What the bot says unasked nobody waits for.
/// </summary>
public static class QuietHours
{
    /// <summary>So long after the client's last words a talk is running.</summary>
    public static readonly TimeSpan TalkRunsFor = TimeSpan.FromHours(1);

    private static readonly TimeOnly Begin = new(21, 0);
    private static readonly TimeOnly End = new(8, 0);

    /// <summary>Is a message that goes out now to make no sound?</summary>
    /// <param name="clientSpokeAt">When the client last wrote.</param>
    public static bool AreKept(DateTimeOffset now, DateTimeOffset? clientSpokeAt)
    {
        var time = TimeOnly.FromTimeSpan(now.InJapan.TimeOfDay);
        return (time >= Begin || time < End) && !(now - clientSpokeAt < TalkRunsFor);
    }
}
