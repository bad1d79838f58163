using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

/// <summary>従事者の窓口: whom one turns to here.</summary>
[DisplayName("従事者")]
public sealed class ColleaguesDesk(DeskContext desk)
{
    /// <summary>Who decides whether this person may do more: the manager; for the manager, who looks after the accounts.</summary>
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

/// <summary>Those who hold a duty here, by name; nobody may.</summary>
public sealed record Deciders(Duty Duty, IReadOnlyList<string> Names);
