using OneStop.Domain;
using OneStop.Domain.RichMenus;
using OneStop.Domain.Staff;
using OneStop.Line.RichMenu;
using OneStop.Portal.Documents;
using OneStop.Portal.Features.RichMenus;

namespace OneStop.Portal.Demo;

/// <summary>
/// The rich menu of the demo: an edition proposed by the manager, approved by the City and displayed, and a next edition that waits for the City.
/// </summary>
internal sealed class MenuChapter(Screenshotter screenshotter) : IDemoChapter
{
    private const string LineId = "richmenu-00000000000000000000000000000001";

    /// <summary>Draws the menu as the portal's page does. Without a browser to draw with, the demo starts without a menu.</summary>
    public async Task Write(DemoBook book)
    {
        var now = book.Now;
        byte[] picture;
        try
        {
            picture = await screenshotter.Take<MenuDrawing>(MenuObject.Size.Width, MenuObject.Size.Height,
                new() { [nameof(MenuDrawing.Buttons)] = MenuButtons.All });
        }
        catch (RuleException)
        {
            return; // the page LINEメニュー says what is missing
        }
        var first = MenuButtons.All.Select(b => b.Data == MenuButtons.Ask
            ? b with { Does = "質問の送り方を答えます。担当者が24時間以内に返事をします。", OpensKeyboard = false }
            : b).ToList();
        var (manager, city) = (book.With(Duty.Manager)[0], book.With(Duty.City)[0]);
        var edition = MenuEdition.Propose(1, new(picture, "image/png"), first, MenuButtons.ChatBarText, "サービス開始に合わせて表示します。", manager, now.AddDays(-34));
        edition.Approve(edition.Approval.Digest, ApprovalLetter.Of("見本第1号", now.AddDays(-33).JapaneseDate, "見本課長", now.JapaneseDate), city, now.AddDays(-33));
        edition.PutUp(LineId, manager, now.AddDays(-32));
        book.Add(edition);
        book.Add(MenuEdition.Propose(2, new(picture, "image/png"), MenuButtons.All, MenuButtons.ChatBarText, "「質問する」を押すと、すぐに文字を打てるようにしました。", manager,
            now.AddHours(-20)));
    }
}
