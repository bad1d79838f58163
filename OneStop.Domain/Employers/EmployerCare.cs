using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Employers.Ties;

namespace OneStop.Domain.Employers;

/// <summary>
/// 「連絡の前に業務責任者へ」: says of employers whether a client of ours is tied to them. The mark is the same for every reason and every number, so that
/// who may not see people learns no more than to ask first.
/// </summary>
public sealed class EmployerCare(DeskContext desk)
{
    /// <summary>The mark on screen.</summary>
    public const string Mark = "連絡の前に業務責任者へ";

    /// <summary>Returns the rows with the mark set where it is due.</summary>
    internal async Task<IReadOnlyList<EmployerRow>> Marked(IReadOnlyList<EmployerRow> rows)
    {
        if (rows.Count == 0)
            return rows;
        var ids = rows.Select(r => r.Id).ToList();
        await using var db = await desk.Read();
        db.SeeEverybody("that an employer needs care is told, the same for every reason, and nothing of who, of how many, or why");
        var tied = await db.EmployerTies.Lasting().Where(t => ids.Contains(t.EmployerId)).Select(t => t.EmployerId).Distinct().ToListAsync();
        return [.. rows.Select(r => tied.Contains(r.Id) ? r with { NeedsCare = true } : r)];
    }
}
