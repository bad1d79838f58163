namespace OneStop.Domain.Staff;

/// <summary>Whose failed sign-ins are counted together, and how they slow the next one down.</summary>
/// <param name="ForgetsOneEach">So long without a try, after the pause was over, takes one failure away; null keeps them all until somebody succeeds.</param>
public sealed record TryLimit(int Free, TimeSpan Longest, TimeSpan? ForgetsOneEach = null)
{
    /// <summary>One account, from wherever it is tried. The name counts whether or not it exists.</summary>
    public static TryLimit Account { get; } = new(5, TimeSpan.FromMinutes(15));

    /// <summary>
    /// One address, whatever name is tried: a whole office may stand behind it, whose typing errors of a day never come together. Nobody need
    /// lift it: whoever goes on guessing as soon as they may wait longer each time, and once they stop it ends by itself.
    /// </summary>
    public static TryLimit Address { get; } = new(20, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));

    /// <summary>
    /// One account on one device from which its own person has signed in. It stands in the place
    /// of both others, so that nobody is shut out by what strangers try.
    /// </summary>
    public static TryLimit Device { get; } = new(5, TimeSpan.FromMinutes(1));

    /// <summary>So long the next try waits after so many failures: nothing at first, then twice as long each time.</summary>
    public TimeSpan After(int failures) => failures < Free ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, failures - Free + 1)));
}

/// <summary>
/// The failed sign-ins of one account, address or device. Counted before the password is looked at: of many at the same instant none slips through.
/// </summary>
public sealed class SignInTries
{
    /// <summary>After so long without a failure they are forgotten.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private SignInTries() { }

    /// <summary>Of somebody who has not tried yet.</summary>
    /// <param name="key">A keyed digest: what is typed as a name is a password now and then.</param>
    public static SignInTries Of(string key) => new() { Key = key };

    public string Key { get; private set; } = "";
    public int Failures { get; private set; }
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>Before this nothing is tried.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>Counts one more as failed; whoever succeeds gives it back.</summary>
    public void Count(TryLimit limit, DateTimeOffset now)
    {
        Failures = 1 + (LastAt < now - KeptFor ? 0 : Failures - ForgottenBy(limit, now));
        (LastAt, NextAt) = (now, now + limit.After(Failures));
    }

    /// <summary>Counted from the end of the pause: an attack that comes again at each end forgets nothing.</summary>
    private int ForgottenBy(TryLimit limit, DateTimeOffset now) =>
        limit.ForgetsOneEach is { } each && now > NextAt ? (int)Math.Min(Failures, (now - NextAt) / each) : 0;

    /// <summary>The try was a good one.</summary>
    public void GiveBack(DateTimeOffset now) => (Failures, NextAt) = (Math.Max(0, Failures - 1), now);
}
