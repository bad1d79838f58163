using Microsoft.AspNetCore.Identity;

namespace OneStop.Domain.Staff;

/// <summary>従事者: anyone who works for the contractor, and the City's supervisors, with their duties. Sign-in is ASP.NET Core Identity's.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    private readonly List<Duty> duties = [];

    private StaffMember() { }

    /// <summary>Told when somebody signs out, leaves, or may do other things from now on, so that their open windows follow at once.</summary>
    public static string TopicOf(Guid staffId) => $"staff:{staffId}";

    /// <summary>A person who begins to work here.</summary>
    /// <param name="signInName">The name typed at sign-in.</param>
    /// <param name="name">The name that colleagues see.</param>
    public static StaffMember Welcome(string signInName, string name, IEnumerable<Duty> duties, DateTimeOffset now)
    {
        var member = new StaffMember { Id = Guid.CreateVersion7(now), UserName = signInName, Name = name, SecurityStamp = Guid.CreateVersion7(now).ToString("N"), LockoutEnabled = true };
        member.duties.AddRange(duties.Distinct());
        return member;
    }

    /// <summary>The name that colleagues see. Clients learn of it what its bearer writes to them, and no more than the family name by a template.</summary>
    public string Name { get; private set; } = "";

    /// <summary>青葉 of 青葉 みどり; the whole where there is one word.</summary>
    public static string FamilyNameOf(string name) => name.Split(' ', '　')[0];

    public IReadOnlyList<Duty> Duties => duties;

    /// <summary>When the person left; nobody who left signs in again.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The person leaves; every open session ends because the stamp changes.</summary>
    public void Leave(DateTimeOffset now)
    {
        LeftAt ??= now;
        SecurityStamp = Guid.CreateVersion7(now).ToString("N");
    }
}
