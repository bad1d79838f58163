using Microsoft.Playwright;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The case file: from the talk to it, taking over and transferring a case, the timeline by keyboard, on a telephone.</summary>
[Collection(BrowserGroups.Second)]
public sealed class CaseFileWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_case_is_taken_over_from_the_talk_transferred_with_a_note_and_confirmed_from_today()
    {
        var (_, talk) = await AClient("file-giver", "引き継がれる人です");
        await oneStop.AMember("file-taker", Duty.Counselor);
        var giver = await browser.Open(oneStop.Address);
        await giver.SignIn("file-giver", $"/inbox/{talk}?list=all");
        await giver.GetByRole(AriaRole.Link, new() { Name = "ケースファイルを開く" }).ClickAsync();
        await giver.GetByRole(AriaRole.Button, new() { Name = "自分が担当する" }).ClickAsync();
        var charge = giver.GetByRole(AriaRole.Region, new() { Name = "主担当" });
        await Expect(charge).ToContainTextAsync("file-giver さん");

        await charge.GetByRole(AriaRole.Button, new() { Name = "引き継ぐ", Exact = true }).ClickAsync();
        await giver.Content().Choose("主担当", "file-taker さん（0人・今日は休み）");
        await giver.GetByLabel("引き継ぎのメモ").FillAsync("金曜の夜に電話の約束があります");
        await giver.AssertAccessible("transferring a case");
        await giver.Keyboard.PressAsync("Control+Enter");
        await Expect(charge).ToContainTextAsync("引き継ぎを確かめていません");

        var taker = await browser.Open(oneStop.Address);
        await taker.SignIn("file-taker");
        var due = taker.GetByRole(AriaRole.Region, new() { Name = "期限のあること" });
        await due.GetByRole(AriaRole.Link, new() { Name = "引き継ぎを確かめる" }).ClickAsync();
        var taken = taker.GetByRole(AriaRole.Region, new() { Name = "主担当" });
        await Expect(taken).ToContainTextAsync("金曜の夜に電話の約束があります");
        await taken.GetByRole(AriaRole.Button, new() { Name = "引き継ぎを確かめた" }).ClickAsync();
        await Expect(charge).Not.ToContainTextAsync("引き継ぎを確かめていません"); // the giver sees it at once
    }

    [Fact]
    public async Task The_timeline_is_narrowed_searched_and_pinned_by_keyboard()
    {
        var (client, talk) = await AClient("file-reader", "資格の話です");
        var member = await oneStop.AMember("file-reader", Duty.Counselor);
        for (var i = 0; i < TimelineDesk.PageSize + 10; i++)
        {
            oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
            await Note(member, talk, $"メモ{i}番");
        }
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("file-reader", $"/clients/{client}");
        var rows = page.GetByRole(AriaRole.List, new() { Name = "経過", Exact = true });
        await Expect(rows).ToContainTextAsync($"メモ{TimelineDesk.PageSize + 9}番");
        await page.GetByRole(AriaRole.Button, new() { Name = "前の経過を表示する" }).ScrollIntoViewIfNeededAsync(); // the rest is read as the end comes near
        await Expect(rows).ToContainTextAsync("メモ0番");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "経過の言葉でさがす" }).FillAsync("資格");
        await page.Keyboard.PressAsync("Enter");
        await Expect(rows.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2); // the day and the talk
        await rows.GetByRole(AriaRole.Button, new() { NameRegex = new("^ピンでとめる: .*トーク") }).PressAsync("Enter");
        var pinned = page.GetByRole(AriaRole.Region, new() { Name = "ピンでとめた記録" });
        await Expect(pinned).ToContainTextAsync("資格の話です");
        await page.Undo("ピンでとめました");
        await Expect(pinned).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "種類で絞る" }).SelectOptionAsync("note");
        await Expect(page.GetByText("あてはまる経過はありません")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "絞り込みをやめる" }).PressAsync("Enter");
        await Expect(rows).ToContainTextAsync($"メモ{TimelineDesk.PageSize + 9}番");
        await Note(member, talk, "いま書いたメモ");
        await Expect(rows).ToContainTextAsync("いま書いたメモ"); // an open file follows the talk
    }

    [Fact]
    public async Task On_a_telephone_one_part_is_shown_at_a_time()
    {
        var (client, _) = await AClient("file-phone", "電話で見る人です");
        var page = await browser.Open(oneStop.Address, 360, 780);
        await page.SignIn("file-phone", $"/clients/{client}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "経過" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "本人のこと" })).ToBeHiddenAsync();
        var parts = page.GetByRole(AriaRole.Navigation, new() { Name = "表示するところ" });
        await parts.GetByRole(AriaRole.Button, new() { Name = "本人のこと" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "本人のこと" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "経過" })).ToBeHiddenAsync();
        await page.AssertFits("a case file");
        await page.AssertAccessible("a case file on a telephone");
    }

    private async Task<(Guid Client, Guid Talk)> AClient(string member, string says)
    {
        var staff = await oneStop.AMember(member, Duty.Counselor);
        var talk = await oneStop.AsksSomething(says);
        return (await oneStop.At<ClientDesk, Guid>(staff, d => d.Register(talk, null, null)), talk);
    }

    private Task Note(StaffMember member, Guid talk, string text) =>
        oneStop.At<NoteDesk>(member, d => d.Write(talk, text, Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
}
