using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Approvals;

/// <summary>A request that waits for a decision.</summary>
/// <param name="Kind">The code by which the screen finds the page where it is decided.</param>
public sealed record WaitingApproval(Guid Id, string Kind, string Title, DateTimeOffset AskedAt, string Remark);

/// <summary>承認の窓口: the list of pending requests. Each feature has its own desk for the decision, where the content is shown.</summary>
[DisplayName("承認")]
public sealed class ApprovalDesk(DeskContext desk)
{
    /// <summary>Announced when an approval was asked for or decided.</summary>
    public const string Topic = "approvals";

    /// <summary>承認待ち: returns the requests that this person may decide, the oldest first.</summary>
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
