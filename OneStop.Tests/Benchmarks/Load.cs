namespace OneStop.Tests.Benchmarks;

/// <summary>A load of webhooks: each friend sends one message after another, each after the previous one was acknowledged; many friends at once.</summary>
/// <param name="Prefix">The first 10 characters of the event ids, by which the rows of this load are counted.</param>
/// <param name="PerSecond">The number begun per second; 0 for as many as possible.</param>
/// <param name="FirstFriend">The number of the first friend. Different numbers are different people.</param>
internal sealed record Load(Uri Address, string Prefix, int Friends, int Each, int PerSecond = 0, int FirstFriend = 0)
{
    public const int Connections = 64;

    public const string ChannelSecret = "0123456789abcdef0123456789abcdef";

    public int Events => Friends * Each;

    /// <summary>Returns the friend's LINE user id.</summary>
    public static string UserId(int friend) => $"U{friend:x32}";
}

/// <summary>The result of a load.</summary>
internal sealed record LoadResult(int Acknowledged, double Seconds, Latencies Latencies)
{
    public double PerSecond => Acknowledged / Seconds;
}

/// <summary>Durations in milliseconds.</summary>
internal sealed record Latencies(double P50, double P95, double P99, double Most)
{
    public static Latencies Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new(At(0.5), At(0.95), At(0.99), At(1));

        double At(double part) => sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
    }
}
