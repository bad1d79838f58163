namespace OneStop.Domain.Channels;

/// <summary>
/// 今月の送信数, as LINE told it last, for whoever is about to send: a push counts against it, a reply within a minute does not.
/// Nothing is guessed: until LINE has told, nothing is known and nothing is said to be spent.
/// </summary>
public sealed class MonthQuota(LiveUpdates live, TimeProvider clock)
{
    /// <summary>Announced when sending became impossible, or possible again.</summary>
    public const string Topic = "quota";

    private readonly Lock gate = new();
    private Figures told = new(null, null, false, null);

    /// <summary>How many were pushed this month, about; null if LINE has not told.</summary>
    public long? Used => Volatile.Read(ref told).Used;

    /// <summary>How many may be; null if there is no limit, or LINE has not told.</summary>
    public long? Limit => Volatile.Read(ref told).Limit;

    /// <summary>Nothing can be pushed any more this month.</summary>
    public bool IsSpent => Volatile.Read(ref told).IsSpent;

    /// <summary>
    /// LINE told the figures. They say about how many: a refusal outlasts figures below the limit, until the limit grows or the month is over.
    /// </summary>
    public void Note(long used, long? limit) => Keep(before =>
    {
        var refusal = before.Refusal is { } known && known.Month == ThisMonth && limit is not null && !(limit > known.Limit)
            ? known with { Limit = limit }
            : null;
        return new(used, limit, used >= limit || refusal is not null, refusal);
    });

    /// <summary>LINE refused a push because of it: it knows better than its figures.</summary>
    public void Spend() => Keep(before => before with { IsSpent = true, Refusal = new(ThisMonth, before.Limit) });

    /// <summary>LINE took a push: the quota is not spent, or not any more.</summary>
    public void Pass() => Keep(before => before.Refusal is null ? before : before with { IsSpent = before.Used >= before.Limit, Refusal = null });

    private (int Year, int Month) ThisMonth
    {
        get
        {
            var today = clock.GetUtcNow().JapaneseDate;
            return (today.Year, today.Month);
        }
    }

    private void Keep(Func<Figures, Figures> change)
    {
        bool isNews;
        lock (gate)
        {
            var before = told;
            told = change(before);
            isNews = told.IsSpent != before.IsSpent;
        }
        if (isNews)
            live.Announce(Topic);
    }

    private sealed record Figures(long? Used, long? Limit, bool IsSpent, Refusal? Refusal);

    /// <summary>A push that LINE refused: in which month, by its calendar in Japan, and at which limit.</summary>
    private sealed record Refusal((int Year, int Month) Month, long? Limit);
}
