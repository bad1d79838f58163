using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace OneStop.Domain.Staff;

/// <summary>従事者: anyone who works for the contractor, and the City's supervisors, with their duties. Sign-in is ASP.NET Core Identity's.</summary>
public sealed partial class StaffMember : IdentityUser<Guid>
{
    /// <summary>Of names, typed and shown.</summary>
    public const int LongestName = 100;

    private readonly List<Duty> duties = [];

    private StaffMember() { }

    /// <summary>Announced when somebody comes, leaves or is changed.</summary>
    public const string Topic = "staff";

    /// <summary>Told when somebody signs out, leaves, or may do other things from now on, so that their open windows follow at once.</summary>
    public static string TopicOf(Guid staffId) => $"{Topic}:{staffId}";

    /// <summary>A sign-in name as names are compared: however it is typed, it is one account's.</summary>
    public static string Normal(string signInName) => signInName.Trim().Composed.ToUpperInvariant();

    /// <summary>A person who begins to work here.</summary>
    /// <param name="signInName">The name typed at sign-in.</param>
    /// <param name="name">The name that colleagues see.</param>
    public static StaffMember Create(string signInName, string name, IEnumerable<Duty> duties, DateTimeOffset now)
    {
        var member = new StaffMember
        {
            Id = Guid.CreateVersion7(now),
            UserName = signInName,
            Name = name,
            SecurityStamp = Guid.CreateVersion7(now).ToString("N"),
            LockoutEnabled = true
        };
        member.duties.AddRange(duties.Distinct());
        return member;
    }

    /// <summary>招待: a colleague who has no password yet.</summary>
    /// <exception cref="RuleException">The sign-in name is odd, or a name or a duty is missing.</exception>
    public static StaffMember Invite(string signInName, string name, IReadOnlyList<Duty> duties, DateTimeOffset now)
    {
        if (!SignInNames().IsMatch(signInName.Trim()))
            throw new RuleException("ログイン名は、半角の英数字と . _ - @ で、100文字までにしてください。", "SignInName");
        if (name.Trim() is not { Length: > 0 and <= LongestName })
            throw new RuleException("名前を、100文字までで入力してください。", nameof(Name));
        var member = Create(signInName.Trim(), name.Trim(), [], now);
        member.NormalizedUserName = Normal(member.UserName!);
        member.ChangeDuties(duties, now);
        return member;
    }

    /// <summary>The name that colleagues see. Clients learn of it what its bearer writes to them, and no more than the family name by a template.</summary>
    public string Name { get; private set; } = "";

    /// <summary>青葉 of 青葉 みどり; the whole where there is one word.</summary>
    public static string FamilyNameOf(string name) => name.Split(' ', '　')[0];

    public IReadOnlyList<Duty> Duties => duties;

    /// <summary>When the person left; nobody who left signs in again.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>When the password was set that holds now.</summary>
    public DateTimeOffset? PasswordSetAt { get; private set; }

    /// <summary>When all sittings were ended for the last time.</summary>
    public DateTimeOffset? SittingsEndedAt { get; private set; }

    /// <summary>Other duties from now on.</summary>
    /// <exception cref="RuleException">None.</exception>
    public void ChangeDuties(IReadOnlyList<Duty> wished, DateTimeOffset now)
    {
        if (wished.Count == 0)
            throw new RuleException("担当業務を一つ以上選んでください。働かなくなった人は、退職の手続きをしてください。", nameof(Duties));
        duties.Clear();
        duties.AddRange(wished.Distinct().Order());
        SignOutEverywhere(now);
    }

    /// <summary>A new password, which was found to be in order.</summary>
    public void TakePassword(string hash, DateTimeOffset now)
    {
        (PasswordHash, PasswordSetAt) = (hash, now);
        SignOutEverywhere(now);
    }

    /// <summary>The password opens nothing any more.</summary>
    public void ForgetPassword(DateTimeOffset now)
    {
        (PasswordHash, PasswordSetAt) = (null, null);
        SignOutEverywhere(now);
    }

    /// <summary>Every sitting ends, wherever it is open, because the stamp changes.</summary>
    public void SignOutEverywhere(DateTimeOffset now)
    {
        SecurityStamp = Guid.CreateVersion7(now).ToString("N");
        ConcurrencyStamp = Guid.CreateVersion7(now).ToString("N");
        SittingsEndedAt = now;
    }

    /// <summary>The person leaves.</summary>
    public void Leave(DateTimeOffset now)
    {
        LeftAt ??= now;
        ForgetPassword(now);
    }

    [GeneratedRegex(@"^[A-Za-z0-9._@+-]{1,100}$")]
    private static partial Regex SignInNames();
}
