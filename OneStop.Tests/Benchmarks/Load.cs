namespace OneStop.Tests.Benchmarks;

/// <summary>Webhooks to send: each friend sends one message after the other, the next when the one before was acknowledged; many friends at once.</summary>
/// <param name="Prefix">Begins the event ids, 10 characters, so that the rows of this load can be counted.</param>
/// <param name="PerSecond">How many are begun a second; 0 for as many as go.</param>
/// <param name="FirstFriend">The number of the first friend: friends of other numbers are other people.</param>
internal sealed record Load(Uri Address, string Prefix, int Friends, int Each, int PerSecond = 0, int FirstFriend = 0)
{
    public const int Connections = 64;

    public const string ChannelSecret = "0123456789abcdef0123456789abcdef";

    public int Events => Friends * Each;

    /// <summary>The friend's LINE id.</summary>
    public static string UserId(int friend) => $"U{friend:x32}";
}

/// <summary>What became of a load.</summary>
internal sealed record LoadResult(int Acknowledged, double Seconds, Latencies Latencies)
{
    public double PerSecond => Acknowledged / Seconds;
}

/// <summary>How long things took, in milliseconds.</summary>
internal sealed record Latencies(double P50, double P95, double P99, double Most)
{
    public static Latencies Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new(At(0.5), At(0.95), At(0.99), At(1));

        double At(double part) => sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
    }
}
