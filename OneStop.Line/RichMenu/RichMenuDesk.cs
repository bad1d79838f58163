using System.ComponentModel;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.RichMenus;
using OneStop.Domain.Staff;
using OneStop.Line.Api;

namespace OneStop.Line.RichMenu;

/// <summary>
/// LINEメニューの表示の窓口: proposes what LINE would take, and puts up what the City approved. Every step can be repeated after a
/// failure: a new try makes a menu of its own, and whatever earlier tries left at LINE is cleared away once the new one is seen.
/// </summary>
[DisplayName("LINEメニューの表示")]
public sealed class RichMenuDesk(DeskContext desk, LineApi line)
{
    /// <summary>Proposes the menu of now, with this picture.</summary>
    /// <returns>The edition's id.</returns>
    /// <exception cref="RuleException">LINE would not take the picture, or a proposal waits already.</exception>
    [DisplayName("メニューを提案する")]
    [Allowed(Duty.Manager)]
    public async Task<Guid> Propose(byte[] picture, string remark)
    {
        desk.MayDo<RichMenuDesk>();
        var taken = Checked(picture);
        return await desk.Change(async db =>
        {
            var number = await db.NextNumber<MenuEdition>(nameof(MenuEdition.Number));
            await db.RefuseSecondProposal();
            var edition = MenuEdition.Propose(number, taken, MenuButtons.All, MenuButtons.ChatBarText, remark, desk.Actor.StaffId, desk.Now);
            db.MenuEditions.Add(edition);
            return edition.Id;
        });
    }

    /// <summary>Asks LINE what everybody sees, and what else of ours it still keeps.</summary>
    [DisplayName("LINEでの表示を確かめる")]
    [Allowed(Duty.Manager, Duty.City)]
    public async Task<MenuAtLine> AtLine(CancellationToken stopping = default)
    {
        desk.MayDo<RichMenuDesk>();
        var (shown, kept) = (line.DefaultRichMenu(stopping), line.RichMenus(stopping)); // side by side: where LINE is silent, its silence is waited for once
        return MenuAtLine.Of(await shown, await kept);
    }

    /// <summary>表示する: everybody sees it below the talk.</summary>
    /// <returns>False if it is seen, but older menus could not be cleared away.</returns>
    /// <exception cref="RuleException">The City has not approved exactly this, or somebody else is at it, or LINE failed; the sentence says where.</exception>
    [DisplayName("メニューを表示する")]
    [Allowed(Duty.Manager)]
    public async Task<bool> PutUp(Guid editionId, CancellationToken stopping = default)
    {
        desk.MayDo<RichMenuDesk>();
        var edition = await Begin(editionId, UseApproval);
        try
        {
            var lineId = await Bring(edition, stopping);
            await desk.Change(async db =>
            {
                var now = desk.Now;
                foreach (var older in await db.MenuEditions.Up().Where(e => e.Id != editionId).ToListAsync())
                    older.TakeDown(desk.Actor.StaffId, now);
                (await db.MenuEditions.SingleAsync(e => e.Id == editionId)).PutUp(lineId, desk.Actor.StaffId, now);
            });
            return await ClearAway(keep: lineId, stopping) is null;
        }
        finally
        {
            await Rest(editionId);
        }
    }

    /// <summary>表示をやめる: nobody sees a menu of ours any more.</summary>
    /// <returns>False if nobody sees it, but LINE could not be cleared of it.</returns>
    /// <exception cref="RuleException">Somebody else is at it, or LINE failed.</exception>
    [DisplayName("メニューの表示をやめる")]
    [Allowed(Duty.Manager)]
    public async Task<bool> TakeDown(Guid editionId, CancellationToken stopping = default)
    {
        desk.MayDo<RichMenuDesk>();
        await Begin(editionId, RefuseUnlessUp);
        try
        {
            var answer = await line.CancelDefaultRichMenu(stopping);
            if (answer.Status != HttpStatusCode.NotFound)
                MenuTrouble.RefuseUnlessAccepted(answer, "表示をやめるところ");
            await desk.Change(async db => (await db.MenuEditions.SingleAsync(e => e.Id == editionId)).TakeDown(desk.Actor.StaffId, desk.Now));
            return await ClearAway(keep: null, stopping) is null;
        }
        finally
        {
            await Rest(editionId);
        }
    }

    /// <summary>片付ける: deletes our menus at LINE that nobody sees.</summary>
    /// <exception cref="RuleException">LINE failed.</exception>
    [DisplayName("使っていないメニューをLINEから消す")]
    [Allowed(Duty.Manager)]
    public async Task TidyUp(CancellationToken stopping = default)
    {
        desk.MayDo<RichMenuDesk>();
        await using var db = await desk.Read(stopping);
        var first = await db.MenuEditions.OrderBy(e => e.Number).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(stopping);
        if (first is { } id)
            await Begin(id, (_, _) => { }); // or what is just being put up would be cleared away
        try
        {
            var shown = await line.DefaultRichMenu(stopping);
            if (shown.Status is not (HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
                throw MenuTrouble.Sentence(shown.Status, "いまの表示を確かめるところ");
            if (await ClearAway(shown.Value?.RichMenuId, stopping) is { } trouble)
                throw trouble;
        }
        finally
        {
            if (first is { } begun)
                await Rest(begun);
        }
    }

    private static MenuPicture Checked(byte[] picture)
    {
        if (PixelSize.Of(picture) is not { } size || new RichMenuSize(size.Width, size.Height) != MenuObject.Size)
            throw new RuleException($"メニューの画像は {MenuObject.Size.Width}×{MenuObject.Size.Height} のPNGかJPEGです。");
        if (picture.Length > RichMenuRequest.LargestPicture)
            throw new RuleException("メニューの画像が1MBを超えています。");
        return new(picture, size.ContentType);
    }

    /// <summary>An older edition may be put up again, but only while the portal still answers all its buttons.</summary>
    private static void UseApproval(MenuEdition edition, DateTimeOffset now)
    {
        edition.UseApproval(now);
        if (!edition.Buttons.SequenceEqual(MenuButtons.All))
            throw new RuleException("この版のあとで、ボタンの内容が変わりました。新しい版を提案してください。");
    }

    /// <summary>What somebody sees on a screen that is behind is not what everybody sees.</summary>
    private static void RefuseUnlessUp(MenuEdition edition, DateTimeOffset now)
    {
        if (edition.State != MenuState.Up)
            throw new RuleException("この版は、いまは表示されていません。画面を読み込み直してください。");
    }

    /// <summary>One at a time, whichever edition it is about: the first edition's row is what two who begin at once collide on.</summary>
    private Task<MenuEdition> Begin(Guid editionId, Action<MenuEdition, DateTimeOffset> check) => desk.Change(async db =>
    {
        var now = desk.Now;
        var edition = await db.MenuEditions.SingleAsync(e => e.Id == editionId);
        check(edition, now);
        if (await db.MenuEditions.AnyAsync(e => e.BusyUntil > now))
            throw new RuleException("ほかの人が、いま表示を変えています。終わってから、もう一度押してください。");
        edition.Begin(now);
        (await db.MenuEditions.OrderBy(e => e.Number).FirstAsync()).Begin(now);
        return edition;
    });

    private Task Rest(Guid editionId) => desk.Change(async db =>
    {
        (await db.MenuEditions.SingleAsync(e => e.Id == editionId)).Rest();
        (await db.MenuEditions.OrderBy(e => e.Number).FirstAsync()).Rest();
    });

    /// <summary>Makes a menu at LINE, gives it its picture, and lets everybody see it.</summary>
    private async Task<string> Bring(MenuEdition edition, CancellationToken stopping)
    {
        var menu = MenuObject.Of(edition);
        MenuTrouble.RefuseUnlessAccepted(await line.ValidateRichMenu(menu, stopping), "メニューの確認");
        var made = await line.CreateRichMenu(menu, stopping);
        if (made.Value?.RichMenuId is not { Length: > 0 } lineId)
            throw MenuTrouble.Sentence(made.Status, "メニューの作成");
        MenuTrouble.RefuseUnlessAccepted(await line.UploadRichMenuPicture(lineId, edition.Picture, edition.ContentType, stopping), "画像の送信");
        MenuTrouble.RefuseUnlessAccepted(await line.SetDefaultRichMenu(lineId, stopping), "表示の切り替え");
        return lineId;
    }

    /// <summary>Deletes all menus of ours but one, also those that were made by a try of which no answer came.</summary>
    /// <returns>What went wrong; null if nothing.</returns>
    private async Task<RuleException?> ClearAway(string? keep, CancellationToken stopping)
    {
        var listed = await line.RichMenus(stopping);
        if (listed.Value?.Richmenus is not { } menus)
            return MenuTrouble.Sentence(listed.Status, "メニューの一覧");
        foreach (var menu in menus.Where(m => m.RichMenuId != keep && MenuObject.EditionOf(m) is not null))
        {
            var answer = await line.DeleteRichMenu(menu.RichMenuId, stopping);
            if (!answer.IsAccepted && answer.Status != HttpStatusCode.NotFound)
                return MenuTrouble.Sentence(answer.Status, "古いメニューの削除");
        }
        return null;
    }
}
