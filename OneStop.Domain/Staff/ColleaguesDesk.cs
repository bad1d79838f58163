using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

/// <summary>従事者の窓口: whom to ask for more permissions.</summary>
[DisplayName("従事者")]
public sealed class ColleaguesDesk(DeskContext desk)
{
    /// <summary>Returns who decides on more permissions: the managers, or for a manager the administrators.</summary>
    [DisplayName("相談先を見る")]
    [Allowed(AnyStaff = true)]
    public async Task<Deciders> WhoDecides()
    {
        desk.MayDo<ColleaguesDesk>();
        var duty = desk.Actor.Duties.Contains(Duty.Manager) ? Duty.Administrator : Duty.Manager;
        await using var db = await desk.Read();
        var staff = await db.Users.AsNoTracking().Where(s => s.LeftAt == null && s.Id != desk.Actor.StaffId).ToListAsync();
        return new(duty, [.. staff.Where(s => s.Duties.Contains(duty)).Select(s => s.Name).Order(StringComparer.Ordinal)]);
    }
}

/// <summary>The people who hold a duty, by name; may be empty.</summary>
public sealed record Deciders(Duty Duty, IReadOnlyList<string> Names);
