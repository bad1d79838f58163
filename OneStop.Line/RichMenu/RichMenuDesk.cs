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
/// LINEメニューの表示の窓口: proposes menus that LINE would accept, and puts up approved ones. Every step can be repeated after a failure: a new
/// attempt creates its own menu at LINE, and the menus of earlier attempts are deleted once the new one is shown.
/// </summary>
[DisplayName("LINEメニューの表示")]
public sealed class RichMenuDesk(DeskContext desk, LineApi line)
{
    /// <summary>Proposes the present buttons with this picture.</summary>
    /// <returns>The edition's id.</returns>
    /// <exception cref="RuleException">LINE would not accept the picture, or a proposal is pending already.</exception>
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

    /// <summary>Asks LINE which menu is shown, and which others of ours it stores.</summary>
    [DisplayName("LINEでの表示を確かめる")]
    [Allowed(Duty.Manager, Duty.City)]
    public async Task<MenuAtLine> AtLine(CancellationToken stopping = default)
    {
        desk.MayDo<RichMenuDesk>();
        var (shown, kept) = (line.DefaultRichMenu(stopping), line.RichMenus(stopping)); // concurrently, so that a time-out is waited for only once
        return MenuAtLine.Of(await shown, await kept);
    }

    /// <summary>表示する: makes an edition the menu of all users.</summary>
    /// <returns>False if it is shown, but older menus could not be deleted.</returns>
    /// <exception cref="RuleException">The City has not approved exactly this content, somebody else is changing the menu, or LINE failed; the
    /// message names the step.</exception>
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

    /// <summary>表示をやめる: removes our menu for all users.</summary>
    /// <returns>False if it is not shown any more, but could not be deleted at LINE.</returns>
    /// <exception cref="RuleException">The edition is not up, somebody else is changing the menu, or LINE failed.</exception>
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

    /// <summary>片付ける: deletes our menus at LINE that are not shown.</summary>
    /// <exception cref="RuleException">Somebody else is changing the menu, or LINE failed.</exception>
    [DisplayName("使っていないメニューをLINEから消す")]
    [Allowed(Duty.Manager)]
    public async Task TidyUp(CancellationToken stopping = default)
    {
        desk.MayDo<RichMenuDesk>();
        await using var db = await desk.Read(stopping);
        var first = await db.MenuEditions.OrderBy(e => e.Number).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(stopping);
        if (first is { } id)
            await Begin(id, (_, _) => { }); // else a menu that is just being put up could be deleted
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

    /// <summary>Checks that an older edition can be put up again: only while its buttons equal the present ones.</summary>
    private static void UseApproval(MenuEdition edition, DateTimeOffset now)
    {
        edition.UseApproval(now);
        if (!edition.Buttons.SequenceEqual(MenuButtons.All))
            throw new RuleException("この版のあとで、ボタンの内容が変わりました。新しい版を提案してください。");
    }

    /// <summary>Checks that the edition is up, because the screen may be outdated.</summary>
    private static void RefuseUnlessUp(MenuEdition edition, DateTimeOffset now)
    {
        if (edition.State != MenuState.Up)
            throw new RuleException("この版は、いまは表示されていません。画面を読み込み直してください。");
    }

    /// <summary>
    /// Begins work on the menu, one at a time for all editions: the first edition's row is changed too, so that of two who begin concurrently one
    /// gets a conflict.
    /// </summary>
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

    /// <summary>Creates a menu at LINE, uploads its picture, and makes it the default.</summary>
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

    /// <summary>Deletes all of our menus at LINE but one, including those of attempts without a response.</summary>
    /// <returns>The failure; null if there was none.</returns>
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
