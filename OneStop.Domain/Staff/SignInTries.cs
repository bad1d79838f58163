namespace OneStop.Domain.Staff;

/// <summary>A limit on failed sign-ins that are counted together, and the delays that follow.</summary>
/// <param name="ForgetsOneEach">After each such time without an attempt, counted from the end of the delay, one failure is forgotten; null keeps all
/// until a success.</param>
public sealed record TryLimit(int Free, TimeSpan Longest, TimeSpan? ForgetsOneEach = null)
{
    /// <summary>For one account, from any address. The name counts whether or not the account exists.</summary>
    public static TryLimit Account { get; } = new(5, TimeSpan.FromMinutes(15));

    /// <summary>
    /// For one address, with any name. A whole office may share it, so its typing errors of a day must not add up. It need not be lifted by hand: it
    /// grows only while guessing goes on, and ends by itself afterwards.
    /// </summary>
    public static TryLimit Address { get; } = new(20, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));

    /// <summary>
    /// For one account on a device on which its owner has signed in before. It replaces both others, so that attacks by strangers lock nobody out.
    /// </summary>
    public static TryLimit Device { get; } = new(5, TimeSpan.FromMinutes(1));

    /// <summary>Returns the delay after so many failures: none at first, then doubling up to the longest.</summary>
    public TimeSpan After(int failures) => failures < Free ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, failures - Free + 1)));
}

/// <summary>
/// The failed sign-ins of an account, address or device. An attempt is counted before the password is checked, so that concurrent attempts do not
/// evade the limit.
/// </summary>
public sealed class SignInTries
{
    /// <summary>How long after the last attempt the failures are forgotten.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private SignInTries() { }

    /// <summary>Creates a counter of zero.</summary>
    /// <param name="key">A keyed digest, because people sometimes type a password as the name.</param>
    public static SignInTries Of(string key) => new() { Key = key };

    public string Key { get; private set; } = "";
    public int Failures { get; private set; }
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>The earliest time of the next attempt.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>Counts an attempt as failed; a success takes it back.</summary>
    public void Count(TryLimit limit, DateTimeOffset now)
    {
        Failures = 1 + (LastAt < now - KeptFor ? 0 : Failures - ForgottenBy(limit, now));
        (LastAt, NextAt) = (now, now + limit.After(Failures));
    }

    /// <summary>Counted from the end of the delay, so that an attack that continues at each end forgets nothing.</summary>
    private int ForgottenBy(TryLimit limit, DateTimeOffset now) =>
        limit.ForgetsOneEach is { } each && now > NextAt ? (int)Math.Min(Failures, (now - NextAt) / each) : 0;

    /// <summary>Takes the count back, because the attempt succeeded.</summary>
    public void GiveBack(DateTimeOffset now) => (Failures, NextAt) = (Math.Max(0, Failures - 1), now);
}
