namespace OneStop.Domain.Channels;

/// <summary>
/// 今月の送信数, as LINE told it last, for whoever is about to send: a push counts against it, a reply within a minute does not.
/// Nothing is guessed: until LINE has told, nothing is known and nothing is said to be spent.
/// </summary>
public sealed class MonthQuota(LiveUpdates live)
{
    /// <summary>Announced when sending became impossible, or possible again.</summary>
    public const string Topic = "quota";

    private Figures told = new(null, null, false);

    /// <summary>How many were pushed this month, about; null if LINE has not told.</summary>
    public long? Used => Volatile.Read(ref told).Used;

    /// <summary>How many may be; null if there is no limit, or LINE has not told.</summary>
    public long? Limit => Volatile.Read(ref told).Limit;

    /// <summary>Nothing can be pushed any more this month.</summary>
    public bool IsSpent => Volatile.Read(ref told).IsSpent;

    /// <summary>LINE told the figures.</summary>
    public void Note(long used, long? limit) => Keep(new(used, limit, used >= limit));

    /// <summary>LINE refused a push because of it: it knows better than its figures, which it counts about.</summary>
    public void Spend() => Keep(Volatile.Read(ref told) with { IsSpent = true });

    private void Keep(Figures now)
    {
        if (Interlocked.Exchange(ref told, now).IsSpent != now.IsSpent)
            live.Announce(Topic);
    }

    private sealed record Figures(long? Used, long? Limit, bool IsSpent);
}
