using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Erasures;

/// <summary>Asking for the approval of a second manager, giving it, and ordering the deletion.</summary>
public sealed partial class ErasureDesk
{
    /// <summary>承認を頼む: for exactly what would be deleted now.</summary>
    /// <param name="seen">The digest of the preview on the screen.</param>
    /// <exception cref="RuleException">Something has changed since, or it waits already.</exception>
    [DisplayName("消去の承認を頼む")]
    [Allowed(Duty.Manager)]
    public Task Ask(Guid id, string seen)
    {
        desk.MayDo<ErasureDesk>();
        return Change(id, async (db, erasure) =>
        {
            var content = (await db.PreviewOf(erasure)).Digest;
            if (content != seen)
                throw new RuleException("見ているあいだに記録が変わりました。画面を読み込み直して、もう一度確かめてください。");
            var number = 1 + (await db.Approvals.Where(a => a.Kind == Erasure.ApprovalKind).MaxAsync(a => (int?)a.Number) ?? 0);
            erasure.AskApproval(number, content, desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>Takes the request for approval, or the approval, back.</summary>
    [DisplayName("消去の承認の依頼を取り消す")]
    [Allowed(Duty.Manager)]
    public Task TakeBack(Guid id)
    {
        desk.MayDo<ErasureDesk>();
        return Change(id, (_, erasure) => erasure.TakeApprovalBack(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>承認する: a second manager approves what they see.</summary>
    /// <param name="seen">The digest of the preview on their screen.</param>
    /// <exception cref="RuleException">They asked for it themselves, or it is not what was asked for any more.</exception>
    [DisplayName("消去を承認する")]
    [Allowed(Duty.Manager)]
    public Task Approve(Guid id, string seen)
    {
        desk.MayDo<ErasureDesk>();
        return Change(id, async (db, erasure) => (erasure.Approval ?? throw new RuleException("承認を頼まれていません。"))
            .Grant(seen, (await db.PreviewOf(erasure)).Digest, null, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>差し戻す with a reason; possible after the approval too.</summary>
    /// <exception cref="RuleException">There is nothing to send back, or the reason is missing.</exception>
    [DisplayName("消去を差し戻す")]
    [Allowed(Duty.Manager)]
    public Task SendBack(Guid id, string reason)
    {
        desk.MayDo<ErasureDesk>();
        return Change(id, (_, erasure) => (erasure.Approval ?? throw new RuleException("承認を頼まれていません。")).SendBack(reason, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>実行する: orders the deletion. It begins at once, goes on whatever happens to the portal, and cannot be taken back.</summary>
    /// <param name="typed">The number of the client, typed by hand.</param>
    /// <exception cref="RuleException">The number is wrong, something stands against it, or what would be deleted is not what was approved.</exception>
    [DisplayName("消去を実行する")]
    [Allowed(Duty.Manager)]
    public Task Carry(Guid id, string typed)
    {
        desk.MayDo<ErasureDesk>();
        return Change(id, async (db, erasure) =>
        {
            await db.TakeTurn(); // nobody books or writes between this look and the save
            var person = await db.ErasedPersonOf(erasure.ClientId);
            if ((await db.ObstaclesOf(person, desk.Now)).FirstOrDefault(o => o.Stops) is { } obstacle)
                throw new RuleException(obstacle.Words);
            var number = await db.Clients.Where(c => c.Id == erasure.ClientId).Select(c => c.Number).SingleAsync();
            erasure.Carry(typed, number, (await db.PreviewOf(erasure)).Digest, person, desk.Actor.StaffId, desk.Now);
            await db.CloseToStaff(person, desk.Now);
        });
    }
}
