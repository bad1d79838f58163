using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>A fictitious colleague.</summary>
internal sealed record DemoMember(string SignInName, string Name, IReadOnlyList<Duty> Duties);

/// <summary>The fictitious staff of the demo; empty when the demo is off.</summary>
internal sealed class DemoStaff(bool isDemo)
{
    /// <summary>The same for everybody; shown on the demo's sign-in page.</summary>
    public const string Password = "onestop-demo-2026";

    private static readonly DemoMember[] Everybody =
    [
        new("counselor", "青葉 みどり", [Duty.Counselor]),
        new("counselor2", "若松 そら", [Duty.Counselor]),
        new("planner", "朝倉 ひかり", [Duty.Planner]),
        new("placement", "海野 いずみ", [Duty.PlacementOfficer, Duty.OutreachOfficer]),
        new("outreach", "汐見 わたる", [Duty.OutreachOfficer]),
        new("retention", "森田 こずえ", [Duty.RetentionOfficer]),
        new("manager", "大空 つばさ", [Duty.Manager]),
        new("manager2", "星野 はるか", [Duty.Manager, Duty.Counselor]),
        new("city", "福岡市 監督員", [Duty.City]),
        new("admin", "管理 たかし", [Duty.Administrator]),
    ];

    /// <summary>The accounts offered on the sign-in page.</summary>
    public IReadOnlyList<DemoMember> Members => isDemo ? Everybody : [];

    /// <summary>Registers the members who do not exist yet.</summary>
    public async Task Register(UserManager<StaffMember> staff, DateTimeOffset now)
    {
        foreach (var member in Members)
        {
            if (!await staff.Users.AnyAsync(s => s.UserName == member.SignInName))
                await Register(staff, StaffMember.Create(member.SignInName, member.Name, member.Duties, now));
        }
    }

    /// <summary>Adds an invited account that has not signed in yet and an account that has left, to show both in the list of accounts.</summary>
    public async Task Register(OneStopDb db, DateTimeOffset now)
    {
        if (!isDemo || await db.Users.AnyAsync(u => u.UserName == "city2"))
            return;
        var invited = StaffMember.Invite("city2", "福岡市 監督員（後任）", [Duty.City], now);
        var left = StaffMember.Invite("former", "柳 あゆむ", [Duty.OutreachOfficer], now);
        left.Leave(now);
        db.AddRange(invited, left, SignInCode.Make(invited.Id, SignInCode.InvitationFor, now).Kept);
        await db.SaveChangesAsync();
    }

    /// <summary>Bypasses the password rules: this password is shown on the sign-in page.</summary>
    private static Task<IdentityResult> Register(UserManager<StaffMember> staff, StaffMember member)
    {
        member.PasswordHash = staff.PasswordHasher.HashPassword(member, Password);
        return staff.CreateAsync(member);
    }
}
