using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.RichMenus;

/// <summary>
/// LINEメニューの窓口: the contractor proposes menus, and the City approves them. It contains no data of clients. Putting a menu up belongs to the
/// channel.
/// </summary>
[DisplayName("LINEメニュー")]
public sealed class MenuEditionDesk(DeskContext desk)
{
    /// <summary>Announced when an edition has changed.</summary>
    public const string Topic = "menu";

    /// <summary>Returns all editions.</summary>
    [DisplayName("メニューの版を見る")]
    [Allowed(Duty.Manager, Duty.City)]
    public async Task<MenuBoard> Board()
    {
        desk.MayDo<MenuEditionDesk>();
        await using var db = await desk.Read();
        return new(await db.MenuEditions.ToRows().ToListAsync(), await db.Users.Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name));
    }

    /// <summary>Returns the picture of an edition; null if there is none.</summary>
    [DisplayName("メニューの画像を見る")]
    [Allowed(Duty.Manager, Duty.City)]
    public async Task<MenuPicture?> Picture(Guid editionId)
    {
        desk.MayDo<MenuEditionDesk>();
        await using var db = await desk.Read();
        return await db.MenuEditions.Where(e => e.Id == editionId).Select(e => new MenuPicture(e.Picture, e.ContentType)).SingleOrDefaultAsync();
    }

    /// <summary>Returns how an edition differs from the last one approved before it; null for the first.</summary>
    [DisplayName("前の版とのちがいを見る")]
    [Allowed(Duty.Manager, Duty.City)]
    public async Task<EditionDifference?> Difference(Guid editionId)
    {
        desk.MayDo<MenuEditionDesk>();
        await using var db = await desk.Read();
        var after = await db.MenuEditions.AsNoTracking().SingleAsync(e => e.Id == editionId);
        var before = await db.MenuEditions.AsNoTracking().ApprovedBefore(after.Number).FirstOrDefaultAsync();
        return before is null ? null : EditionDifference.Between(before, after);
    }

    /// <summary>取り下げ: withdraws a proposal that the City has not decided.</summary>
    /// <exception cref="RuleException">It was decided or withdrawn already.</exception>
    [DisplayName("提案を取り下げる")]
    [Allowed(Duty.Manager)]
    public async Task Withdraw(Guid editionId)
    {
        desk.MayDo<MenuEditionDesk>();
        await Change(editionId, (edition, now) => edition.Approval.Withdraw(desk.Actor.StaffId, now));
    }

    /// <summary>Takes the withdrawal of a proposal back.</summary>
    /// <exception cref="RuleException">Another proposal is pending.</exception>
    [DisplayName("取り下げた提案を戻す")]
    [Allowed(Duty.Manager)]
    public async Task BringBack(Guid editionId)
    {
        desk.MayDo<MenuEditionDesk>();
        await desk.Change(async db =>
        {
            await db.RefuseSecondProposal();
            (await db.MenuEditions.SingleAsync(e => e.Id == editionId)).Approval.BringBack();
        });
    }

    /// <summary>承認: by the City, never by the person who proposed it.</summary>
    /// <param name="seen">The digest on the screen.</param>
    /// <exception cref="RuleException">It is not pending, differs from what was seen, was proposed by the approver, or a part of the letter is
    /// missing.</exception>
    [DisplayName("メニューを承認する")]
    [Allowed(Duty.City)]
    public async Task Approve(Guid editionId, string seen, string number, DateOnly on, string by)
    {
        desk.MayDo<MenuEditionDesk>();
        var letter = ApprovalLetter.Of(number, on, by, desk.Now.JapaneseDate);
        await Change(editionId, (edition, now) => edition.Approve(seen, letter, desk.Actor.StaffId, now));
    }

    /// <summary>差し戻し: by the City, with a reason; possible after an approval too, while it is not up.</summary>
    /// <exception cref="RuleException">It is up or being put up, cannot be sent back any more, or the reason is missing or too long.</exception>
    [DisplayName("メニューを差し戻す")]
    [Allowed(Duty.City)]
    public async Task SendBack(Guid editionId, string reason)
    {
        desk.MayDo<MenuEditionDesk>();
        await Change(editionId, (edition, now) => edition.SendBack(reason, desk.Actor.StaffId, now));
    }

    private Task Change(Guid editionId, Action<MenuEdition, DateTimeOffset> change) =>
        desk.Change(async db => change(await db.MenuEditions.SingleAsync(e => e.Id == editionId), desk.Now));
}

/// <summary>Rules over all editions.</summary>
public static class MenuEditions
{
    extension(OneStopDb db)
    {
        /// <exception cref="RuleException">A proposal is pending already: the City decides one at a time.</exception>
        public async Task RefuseSecondProposal()
        {
            if (await db.MenuEditions.Waiting().AnyAsync())
                throw new RuleException("承認待ちの提案があります。福岡市の判断を待つか、取り下げてから提案してください。");
        }
    }
}
