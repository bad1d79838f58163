using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.RichMenus;

/// <summary>
/// LINEメニューの窓口: what the contractor proposes and the City approves. Nothing here is about a person who is supported. Putting it up is the channel's.
/// </summary>
[DisplayName("LINEメニュー")]
public sealed class MenuEditionDesk(DeskContext desk)
{
    /// <summary>Told when an edition changes.</summary>
    public const string Topic = "menu";

    /// <summary>All editions.</summary>
    [DisplayName("メニューの版を見る")]
    [Allowed(Duty.Manager, Duty.City)]
    public async Task<MenuBoard> Board()
    {
        desk.MayDo<MenuEditionDesk>();
        await using var db = await desk.Read();
        return new(await db.MenuEditions.ToRows().ToListAsync(), await db.Users.Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name));
    }

    /// <summary>The picture of an edition; null if there is none.</summary>
    [DisplayName("メニューの画像を見る")]
    [Allowed(Duty.Manager, Duty.City)]
    public async Task<MenuPicture?> Picture(Guid editionId)
    {
        desk.MayDo<MenuEditionDesk>();
        await using var db = await desk.Read();
        return await db.MenuEditions.Where(e => e.Id == editionId).Select(e => new MenuPicture(e.Picture, e.ContentType)).SingleOrDefaultAsync();
    }

    /// <summary>How an edition differs from the one that was approved last before it; null for the first.</summary>
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

    /// <summary>取り下げ: a proposal of which the City has not decided.</summary>
    /// <exception cref="RuleException">It has.</exception>
    [DisplayName("提案を取り下げる")]
    [Allowed(Duty.Manager)]
    public async Task Withdraw(Guid editionId)
    {
        desk.MayDo<MenuEditionDesk>();
        await Change(editionId, (edition, now) => edition.Approval.Withdraw(desk.Actor.StaffId, now));
    }

    /// <summary>Proposes again what was withdrawn.</summary>
    /// <exception cref="RuleException">Another proposal waits.</exception>
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

    /// <summary>承認: by the City, never by who proposed it.</summary>
    /// <param name="seen">The digest of what was looked at.</param>
    /// <exception cref="RuleException">It is not waiting, or not what was looked at, or the approver proposed it, or particulars are missing.</exception>
    [DisplayName("メニューを承認する")]
    [Allowed(Duty.City)]
    public async Task Approve(Guid editionId, string seen, string number, DateOnly on, string by)
    {
        desk.MayDo<MenuEditionDesk>();
        var letter = ApprovalLetter.Of(number, on, by, desk.Now.JapaneseDate);
        await Change(editionId, (edition, now) => edition.Approve(seen, letter, desk.Actor.StaffId, now));
    }

    /// <summary>差し戻し: by the City, with a reason; also after an approval, while it is not up.</summary>
    /// <exception cref="RuleException">It is up, or there is no reason.</exception>
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

/// <summary>What holds among editions.</summary>
public static class MenuEditions
{
    extension(OneStopDb db)
    {
        /// <exception cref="RuleException">A proposal waits already: the City decides of one at a time.</exception>
        public async Task RefuseSecondProposal()
        {
            if (await db.MenuEditions.Waiting().AnyAsync())
                throw new RuleException("承認待ちの提案があります。福岡市の判断を待つか、取り下げてから提案してください。");
        }
    }
}
