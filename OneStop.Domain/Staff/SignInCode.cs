using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Staff;

/// <summary>
/// 招待・再設定のリンク: lets one person set a password, once and until it expires. It is shown once to its maker; only a digest is stored, which
/// cannot be used to sign in.
/// </summary>
public sealed class SignInCode
{
    /// <summary>How long an invitation is valid; the new colleague may not start before the next week.</summary>
    public static readonly TimeSpan InvitationFor = TimeSpan.FromDays(7);

    /// <summary>How long a reset link is valid; the person is usually waiting on the telephone.</summary>
    public static readonly TimeSpan ResetFor = TimeSpan.FromDays(1);

    private SignInCode() { }

    /// <summary>Creates a link.</summary>
    /// <returns>The row to store, and the code to show once.</returns>
    public static (SignInCode Kept, string Shown) Make(Guid staffId, TimeSpan lasts, DateTimeOffset now)
    {
        var shown = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new() { Id = Guid.CreateVersion7(now), StaffId = staffId, Digest = DigestOf(shown), EndsAt = now + lasts }, shown);
    }

    public Guid Id { get; private set; }
    public Guid StaffId { get; private set; }
    public string Digest { get; private set; } = "";
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>When a password was set with it; null before. Opening the link does not use it up.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Whether it can still be used.</summary>
    public bool Opens(DateTimeOffset now) => UsedAt is null && now < EndsAt;

    /// <summary>Records that a password was set with it.</summary>
    /// <exception cref="RuleException">It was used already, or has expired.</exception>
    public void Use(DateTimeOffset now)
    {
        if (!Opens(now))
            throw new RuleException("このリンクは、もう使えません。新しいリンクを、システム管理者か業務責任者に頼んでください。");
        UsedAt = now;
    }

    /// <summary>Ends it, because another one was made.</summary>
    public void End(DateTimeOffset now) => EndsAt = now < EndsAt ? now : EndsAt;

    /// <summary>Computes the digest. 256 random bits cannot be guessed, so no key is needed.</summary>
    public static string DigestOf(string shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)));
}
