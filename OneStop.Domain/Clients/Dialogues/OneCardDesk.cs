using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>An approval as the screens show it.</summary>
/// <param name="EnteredBy">Who entered it, by name; as <paramref name="EndedBy"/>.</param>
/// <param name="EndedAt">Null while it holds.</param>
public sealed record OneCardRow(Guid Id, string Number, DateOnly ApprovedOn, string ApprovedBy, string EnteredBy, DateTimeOffset EnteredAt, string? EndedBy, DateTimeOffset? EndedAt);

/// <summary>はじめのカードの窓口: the City's approval to ask for eligibility and consent on one card. Off until it is entered.</summary>
[DisplayName("はじめのカード")]
public sealed class OneCardDesk(DeskContext desk)
{
    /// <summary>Announced when an approval was entered or ended.</summary>
    public const string Topic = "one-card";

    /// <summary>All approvals that were entered, the newest first; at most that one holds.</summary>
    [DisplayName("はじめのカードの承認を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<OneCardRow>> List()
    {
        desk.MayDo<OneCardDesk>();
        await using var db = await desk.Read();
        return await (from approval in db.OneCardApprovals
                      orderby approval.Sequence descending
                      select new OneCardRow(approval.Id, approval.Number, approval.ApprovedOn, approval.ApprovedBy,
                          db.Users.Where(u => u.Id == approval.EnteredBy).Select(u => u.Name).Single(), approval.EnteredAt,
                          db.Users.Where(u => u.Id == approval.EndedBy).Select(u => u.Name).SingleOrDefault(), approval.EndedAt)).ToListAsync();
    }

    /// <summary>始める: first bookings meet the one card from now on.</summary>
    /// <param name="number">文書番号</param>
    /// <param name="on">承認日</param>
    /// <param name="by">承認者の職・氏名</param>
    /// <exception cref="RuleException">Something of the approval is missing, or one holds already.</exception>
    [DisplayName("はじめのカードを1枚にする")]
    [Allowed(Duty.Manager)]
    public async Task<Guid> Begin(string number, DateOnly on, string by)
    {
        desk.MayDo<OneCardDesk>();
        var now = desk.Now;
        var letter = ApprovalLetter.Of(number, on, by, now.JapaneseDate);
        var id = await desk.Change(async db =>
        {
            if (await db.AsksOnOneCard())
                throw new RuleException("承認は、すでに入っています。入れ直すときは、先に「やめる」を押してください。");
            var last = await db.OneCardApprovals.MaxAsync(a => (int?)a.Sequence) ?? 0;
            var approval = OneCardApproval.By(letter, last + 1, desk.Actor.StaffId, now);
            db.OneCardApprovals.Add(approval);
            return approval.Id;
        });
        desk.Live.Announce(Topic);
        return id;
    }

    /// <summary>やめる: both questions are asked one after the other again. What was answered on the card stays.</summary>
    [DisplayName("はじめのカードを2枚に戻す")]
    [Allowed(Duty.Manager)]
    public async Task End(Guid approvalId)
    {
        desk.MayDo<OneCardDesk>();
        await desk.Change(async db => (await db.OneCardApprovals.SingleAsync(a => a.Id == approvalId)).End(desk.Actor.StaffId, desk.Now));
        desk.Live.Announce(Topic);
    }
}
