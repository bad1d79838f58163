namespace OneStop.Domain.Channels;

/// <summary>
/// 今月の送信数, as LINE last reported it: a push counts, a reply within a minute does not. Until LINE has reported, the values are null and the
/// quota counts as not spent.
/// </summary>
public sealed class MonthQuota(LiveUpdates live, TimeProvider clock)
{
    /// <summary>Announced when pushing became impossible, or possible again.</summary>
    public const string Topic = "quota";

    private readonly Lock gate = new();
    private Figures told = new(null, null, false, null);

    /// <summary>The approximate number of pushes this month; null if LINE has not reported it.</summary>
    public long? Used => Volatile.Read(ref told).Used;

    /// <summary>The limit of pushes per month; null if there is none, or LINE has not reported it.</summary>
    public long? Limit => Volatile.Read(ref told).Limit;

    /// <summary>Whether nothing can be pushed any more this month.</summary>
    public bool IsSpent => Volatile.Read(ref told).IsSpent;

    /// <summary>
    /// Records figures reported by LINE. They are approximate: after a refusal the quota stays spent, even if the figures are below the limit, until
    /// the limit grows or the month ends.
    /// </summary>
    public void Note(long used, long? limit) => Keep(before =>
    {
        var refusal = before.Refusal is { } known && known.Month == ThisMonth && limit is not null && !(limit > known.Limit)
            ? known with { Limit = limit }
            : null;
        return new(used, limit, used >= limit || refusal is not null, refusal);
    });

    /// <summary>Records that LINE refused a push because of the quota, which is more reliable than its figures.</summary>
    public void Spend() => Keep(before => before with { IsSpent = true, Refusal = new(ThisMonth, before.Limit) });

    /// <summary>Records that LINE accepted a push: the quota is not spent.</summary>
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

    /// <summary>A push refused by LINE: the month (in Japan) and the limit at that time.</summary>
    private sealed record Refusal((int Year, int Month) Month, long? Limit);
}
