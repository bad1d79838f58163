using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>
/// Who does what is due of programs: the planner, or any planner or manager if the planner has left or has neither duty any more. Whoever has neither has
/// nothing to do there.
/// </summary>
/// <param name="MayDo">Whether who reads can do any of it.</param>
/// <param name="Gone">The planners of programs who answer for them no more.</param>
internal sealed record ProgramDoers(bool MayDo, IReadOnlyList<Guid> Gone)
{
    /// <summary>Who does it instead.</summary>
    public const string Planners = "策定員・業務責任者";

    /// <inheritdoc cref="Of(OneStopDb, Guid?)"/>
    public static Task<ProgramDoers> Of(OneStopDb db, DueQuery query) => Of(db, query.StaffId);

    /// <summary>Reads them.</summary>
    /// <param name="reader">The member of staff who reads; null for everybody.</param>
    public static async Task<ProgramDoers> Of(OneStopDb db, Guid? reader)
    {
        var people = await db.Users.AsNoTracking().Where(u => u.Id == reader || db.SupportPrograms.Any(p => p.PlannerId == u.Id)).ToListAsync();
        return new(reader is null || people.Exists(u => u.Id == reader && Plans(u)),
            [.. people.Where(u => u.LeftAt is not null || !Plans(u)).Select(u => u.Id)]);
    }

    private static bool Plans(StaffMember member) => member.Duties.Any(d => d is Duty.Planner or Duty.Manager);
}
