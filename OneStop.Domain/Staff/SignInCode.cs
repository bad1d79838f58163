using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Staff;

/// <summary>
/// 招待・再設定のリンク: lets one person set a password, once and until it ends. Whoever makes it sees it once; what is kept is a digest
/// that opens nothing.
/// </summary>
public sealed class SignInCode
{
    /// <summary>A new colleague may begin next week.</summary>
    public static readonly TimeSpan InvitationFor = TimeSpan.FromDays(7);

    /// <summary>Who cannot get in waits for it at the other end of the telephone.</summary>
    public static readonly TimeSpan ResetFor = TimeSpan.FromDays(1);

    private SignInCode() { }

    /// <summary>Makes one.</summary>
    /// <returns>What is kept, and what is shown once.</returns>
    public static (SignInCode Kept, string Shown) Make(Guid staffId, TimeSpan lasts, DateTimeOffset now)
    {
        var shown = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new() { Id = Guid.CreateVersion7(now), StaffId = staffId, Digest = DigestOf(shown), EndsAt = now + lasts }, shown);
    }

    public Guid Id { get; private set; }
    public Guid StaffId { get; private set; }
    public string Digest { get; private set; } = "";
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>When a password was set with it; looking at it uses nothing up.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Can it still be used?</summary>
    public bool Opens(DateTimeOffset now) => UsedAt is null && now < EndsAt;

    /// <summary>A password was set with it.</summary>
    /// <exception cref="RuleException">It was used before, or its time is over.</exception>
    public void Use(DateTimeOffset now)
    {
        if (!Opens(now))
            throw new RuleException("このリンクは、もう使えません。新しいリンクを、システム管理者か業務責任者に頼んでください。");
        UsedAt = now;
    }

    /// <summary>Another one took its place.</summary>
    public void End(DateTimeOffset now) => EndsAt = now < EndsAt ? now : EndsAt;

    /// <summary>256 random bits need no key: nobody can try them out.</summary>
    public static string DigestOf(string shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)));
}
