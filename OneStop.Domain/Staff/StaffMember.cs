using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace OneStop.Domain.Staff;

/// <summary>従事者: a person who works for the contractor, or a supervisor of the City, with their duties. Sign-in uses ASP.NET Core Identity.</summary>
public sealed partial class StaffMember : IdentityUser<Guid>
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 100;

    private readonly List<Duty> duties = [];

    private StaffMember() { }

    /// <summary>Announced when somebody was added, has left or was changed.</summary>
    public const string Topic = "staff";

    /// <summary>Returns the topic announced when a person signs out, leaves or gets other duties, so that their open windows follow at once.</summary>
    public static string TopicOf(Guid staffId) => $"{Topic}:{staffId}";

    /// <summary>Returns a sign-in name in the form that is compared: different spellings are the same account.</summary>
    public static string Normal(string signInName) => signInName.Trim().Composed.ToUpperInvariant();

    /// <summary>Creates an account.</summary>
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

    /// <summary>招待: creates an account without a password.</summary>
    /// <exception cref="RuleException">The sign-in name is not valid, or a name or a duty is missing.</exception>
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

    /// <summary>The name that colleagues see. A template shows clients the family name only.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Returns 青葉 of 青葉 みどり; the whole name if it is one word.</summary>
    public static string FamilyNameOf(string name) => name.Split(' ', '　')[0];

    public IReadOnlyList<Duty> Duties => duties;

    /// <summary>When the person left; null while they work here. Nobody who has left can sign in.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>When the present password was set; null if there is none.</summary>
    public DateTimeOffset? PasswordSetAt { get; private set; }

    /// <summary>When all sessions were last ended; null if never.</summary>
    public DateTimeOffset? SittingsEndedAt { get; private set; }

    /// <summary>Sets the duties.</summary>
    /// <exception cref="RuleException">There are none.</exception>
    public void ChangeDuties(IReadOnlyList<Duty> wished, DateTimeOffset now)
    {
        if (wished.Count == 0)
            throw new RuleException("担当業務を一つ以上選んでください。働かなくなった人は、退職の手続きをしてください。", nameof(Duties));
        duties.Clear();
        duties.AddRange(wished.Distinct().Order());
        SignOutEverywhere(now);
    }

    /// <summary>Sets a password that has been checked.</summary>
    public void TakePassword(string hash, DateTimeOffset now)
    {
        (PasswordHash, PasswordSetAt) = (hash, now);
        SignOutEverywhere(now);
    }

    /// <summary>Removes the password.</summary>
    public void ForgetPassword(DateTimeOffset now)
    {
        (PasswordHash, PasswordSetAt) = (null, null);
        SignOutEverywhere(now);
    }

    /// <summary>Ends every session on all devices, by changing the security stamp.</summary>
    public void SignOutEverywhere(DateTimeOffset now)
    {
        SecurityStamp = Guid.CreateVersion7(now).ToString("N");
        ConcurrencyStamp = Guid.CreateVersion7(now).ToString("N");
        SittingsEndedAt = now;
    }

    /// <summary>Closes the account, because the person leaves.</summary>
    public void Leave(DateTimeOffset now)
    {
        LeftAt ??= now;
        ForgetPassword(now);
    }

    [GeneratedRegex(@"^[A-Za-z0-9._@+-]{1,100}$")]
    private static partial Regex SignInNames();
}
