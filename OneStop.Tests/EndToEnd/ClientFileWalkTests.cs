using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.Clients.Files;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The files of a case file, from the drop to the removal.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ClientFileWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Two_files_are_chosen_sorted_shown_removed_and_brought_back()
    {
        var page = await Panel("file-walker", "書類の人");
        var panel = PanelOf(page);
        await panel.GetByLabel("書類を選ぶ").SetInputFilesAsync([File("山田さんの履歴書.pdf", SomeFile.Pdf), File("証明.png", SomeFile.Png()), File("電卓.exe", "MZ\0\0"u8.ToArray())]);
        var staged = panel.GetByRole(AriaRole.List, new() { Name = "これから加える書類" });
        await Expect(staged.GetByRole(AriaRole.Alert)).ToContainTextAsync("安全のため");
        await Expect(staged.GetByLabel("「山田さんの履歴書.pdf」の種類")).ToHaveValueAsync($"{Domain.Clients.Files.StandardFileKinds.IdOf("履歴書")}"); // by its name
        await page.AssertAccessible("files that wait for their kind");
        await panel.GetByRole(AriaRole.Button, new() { Name = "加える（2件）" }).ClickAsync();
        await Expect(panel.GetByText("「証明.png」の種類を選んでください。")).ToBeVisibleAsync();
        await staged.GetByLabel("「証明.png」の種類").SelectOptionAsync(new SelectOptionValue { Label = "給付金の書類（支援の担当だけ）" });
        await panel.GetByRole(AriaRole.Button, new() { Name = "加える（2件）" }).PressAsync("Enter");
        await Expect(Rows(panel)).ToHaveCountAsync(2);
        await staged.GetByRole(AriaRole.Button, new() { Name = "「電卓.exe」を加えない" }).ClickAsync();
        await Expect(staged).ToHaveCountAsync(0);

        await panel.GetByRole(AriaRole.Button, new() { Name = "証明.png", Exact = true }).PressAsync("Enter");
        var viewer = page.GetByRole(AriaRole.Dialog, new() { Name = "証明.png" });
        await Expect(viewer.GetByRole(AriaRole.Img, new() { Name = "証明.png" })).ToHaveJSPropertyAsync("naturalWidth", 60);
        await page.AssertAccessible("a picture that is shown");
        await page.Keyboard.PressAsync("Escape");
        await Expect(viewer).ToHaveCountAsync(0);

        var row = Rows(panel).Filter(new() { HasText = "証明.png" });
        await row.GetByRole(AriaRole.Button, new() { Name = "「証明.png」を削除" }).ClickAsync();
        await row.GetByLabel("削除する理由").FillAsync("別の人の書類だった");
        await row.GetByLabel("削除する理由").PressAsync("Control+Enter");
        await Expect(Rows(panel)).ToHaveCountAsync(1);
        await page.Undo("「証明.png」を削除しました");
        await Expect(Rows(panel)).ToHaveCountAsync(2);
        await page.AssertAccessible("the files of a client");
    }

    [Fact]
    public async Task A_file_that_is_dropped_anywhere_on_the_panel_is_taken_and_beside_it_the_page_stays()
    {
        var page = await Panel("file-dropper", "落とす人");
        var panel = PanelOf(page);
        var carried = await page.EvaluateHandleAsync("() => { const carried = new DataTransfer(); carried.items.add(new File(['%PDF-1.4 '], '履歴書.pdf', { type: 'application/pdf' })); return carried; }");
        await page.WaitForFunctionAsync("""
            carried => {
              const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: carried });
              document.getElementById('cf-title').dispatchEvent(over);
              return over.defaultPrevented;
            }
            """, carried); // the panel's script is there
        await page.Content().GetByRole(AriaRole.Heading, new() { Name = "経過", Exact = true }).DispatchEventAsync("drop", new { dataTransfer = carried });
        await panel.GetByRole(AriaRole.Heading, new() { Name = "書類", Exact = true }).DispatchEventAsync("drop", new { dataTransfer = carried });
        await panel.GetByRole(AriaRole.Button, new() { Name = "加える（1件）" }).ClickAsync();
        await Expect(Rows(panel)).ToHaveCountAsync(1);

        await panel.GetByRole(AriaRole.Button, new() { Name = "「履歴書.pdf」を差し替え" }).ClickAsync();
        await panel.GetByLabel("新しい版を選ぶ").SetInputFilesAsync(File("履歴書2.pdf", SomeFile.Pdf));
        await Expect(Rows(panel).First).ToContainTextAsync("前の版（1件）");
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "履歴書2.pdf", Exact = true })).ToBeVisibleAsync();
    }

    private async Task<IPage> Panel(string who, string called)
    {
        var member = await oneStop.AMember(who, Duty.Counselor);
        var client = await oneStop.AClient(member, called);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(who);
        await page.GotoAsync($"/clients/{client}");
        await Expect(PanelOf(page).GetByText("書類はまだありません")).ToBeVisibleAsync();
        return page;
    }

    private static ILocator PanelOf(IPage page) => page.GetByRole(AriaRole.Region, new() { NameRegex = new("^書類(（|$)") });

    private static ILocator Rows(ILocator panel) => panel.GetByRole(AriaRole.List, new() { Name = "書類", Exact = true }).GetByRole(AriaRole.Listitem);

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };
}
