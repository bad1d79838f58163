using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Approvals;

/// <summary>Something that waits for a decision.</summary>
/// <param name="Kind">By which the screen knows where it is looked at and decided.</param>
public sealed record WaitingApproval(Guid Id, string Kind, string Title, DateTimeOffset AskedAt, string Remark);

/// <summary>承認の窓口: what waits. Each feature decides at its own desk, where the content is looked at.</summary>
[DisplayName("承認")]
public sealed class ApprovalDesk(DeskContext desk)
{
    /// <summary>Announced when something was asked for or decided.</summary>
    public const string Topic = "approvals";

    /// <summary>承認待ち: of what this person may decide, the oldest first.</summary>
    [DisplayName("承認待ちを見る")]
    [Allowed(Duty.City)]
    public async Task<IReadOnlyList<WaitingApproval>> Waiting()
    {
        desk.MayDo<ApprovalDesk>();
        var (own, duties) = (desk.Actor.StaffId, desk.Actor.Duties);
        await using var db = await desk.Read();
        return await db.Approvals.Waiting(desk.Now).Where(a => a.AskedBy != own && duties.Contains(a.Decides)).OrderBy(a => a.AskedAt)
            .Select(a => new WaitingApproval(a.Id, a.Kind, a.Title, a.AskedAt, a.Remark)).ToListAsync();
    }
}
