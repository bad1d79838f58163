using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Consultations;

/// <summary>
/// 助言: comments of a senior (SV). Seniors are the managers: they answer for all records, and no duty of its own exists for supervision. Whoever
/// answers for the record acknowledges the comment.
/// </summary>
public sealed partial class ConsultationDesk
{
    /// <summary>助言を書く.</summary>
    /// <param name="key">The key of the form: a form that is saved twice writes one comment.</param>
    /// <exception cref="RuleException">The record is not confirmed, or the text is missing or too long.</exception>
    [DisplayName("助言を書く")]
    [Allowed(Duty.Manager)]
    public Task<Guid> Comment(Guid consultationId, string text, Guid? key = null)
    {
        desk.MayDo<ConsultationDesk>();
        return desk.Create(key, async db => db.Add(ConsultationComment.On(await Find(db, consultationId), text, desk.Actor.StaffId, desk.Now)).Entity.Id);
    }

    /// <summary>Takes a comment back, or undoes that.</summary>
    /// <exception cref="RuleException">Somebody else wrote it, or it was acknowledged.</exception>
    [DisplayName("助言を取り消す・戻す")]
    [Allowed(Duty.Manager)]
    public Task TakeCommentBack(Guid commentId, bool isTakenBack = true)
    {
        desk.MayDo<ConsultationDesk>();
        return desk.Change(async db =>
        {
            var comment = await db.ConsultationComments.SingleAsync(c => c.Id == commentId);
            if (isTakenBack)
                comment.TakeBack(desk.Actor.StaffId, desk.Now);
            else
                comment.BringBack();
        });
    }

    /// <summary>助言を確認した.</summary>
    /// <exception cref="RuleException">The person does not answer for the record.</exception>
    [DisplayName("助言を確認する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Acknowledge(Guid commentId)
    {
        desk.MayDo<ConsultationDesk>();
        return desk.Change(async db =>
        {
            var comment = await db.ConsultationComments.SingleAsync(c => c.Id == commentId);
            comment.Acknowledge(await Find(db, comment.ConsultationId), desk.Actor.StaffId, desk.Now);
        });
    }
}
