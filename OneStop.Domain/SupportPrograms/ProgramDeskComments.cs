using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Comments;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms;

/// <content>Comments at places, for who reviews and who writes.</content>
public sealed partial class ProgramDesk
{
    /// <summary>コメントを書く at a place of the newest version.</summary>
    /// <param name="key">The key of the form: a form that is saved twice writes one comment.</param>
    /// <exception cref="RuleException">The text is missing or too long.</exception>
    [DisplayName("プログラムにコメントを書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<Guid> Comment(Guid programId, ProgramPlace place, string text, Guid? key = null)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Create(key, async db =>
            db.Add(ProgramComment.On(await db.SupportPrograms.SingleAsync(p => p.Id == programId), place, text, desk.Actor.StaffId, desk.Now)).Entity.Id);
    }

    /// <summary>コメントを対応ずみにする, or opens it again.</summary>
    [DisplayName("コメントを対応ずみにする・戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SettleComment(Guid commentId, bool isSettled)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
            (await db.ProgramComments.SingleAsync(c => c.Id == commentId)).Settle(isSettled, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Takes a comment back, or undoes that.</summary>
    /// <exception cref="RuleException">Somebody else wrote it.</exception>
    [DisplayName("プログラムのコメントを取り消す・戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task TakeCommentBack(Guid commentId, bool isTakenBack)
    {
        desk.MayDo<ProgramDesk>();
        return desk.Change(async db =>
            (await db.ProgramComments.SingleAsync(c => c.Id == commentId)).TakeBack(isTakenBack, desk.Actor.StaffId, desk.Now));
    }

    private static async Task<IReadOnlyList<ProgramCommentRow>> CommentsOf(OneStopDb db, Guid programId, Dictionary<Guid, string> names) =>
        [.. (await db.ProgramComments.AsNoTracking().Where(c => c.ProgramId == programId && c.TakenBackAt == null).OrderBy(c => c.At).ToListAsync())
            .Select(c => new ProgramCommentRow(c.Id, c.Edition, c.Place, c.Text, c.At, c.By, names[c.By], c.SettledAt,
                c.SettledBy is { } by ? names[by] : null))];
}
