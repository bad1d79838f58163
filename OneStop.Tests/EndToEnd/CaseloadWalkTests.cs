using Microsoft.Playwright;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>担当一覧: from the number to the cases, several transferred by keyboard, confirmed with one press; an absence, and a board of 200.</summary>
[Collection(BrowserGroups.Second)]
public sealed class CaseloadWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Three_are_transferred_confirmed_with_one_press_and_those_of_a_second_act_come_back()
    {
        var giver = await oneStop.OnShift("load-giver");
        await oneStop.OnShift("load-taker");
        foreach (var name in (string[])["いちばん", "にばん", "さんばん"])
            await oneStop.At<CaseFileDesk, Guid>(giver, async d => await d.Assign(await oneStop.AClient(giver, name), giver.Id, ""));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("load-giver", "/caseload");
        await page.GetByRole(AriaRole.Link, new() { Name = "load-giver さん・登録 3人" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("すべて選ぶ") }).First.PressAsync("Space");
        await Transfer(page, "load-taker さん（0人・勤務中）", "夜に電話できます", "3人の担当を替える");
        await Expect(page.Toasts("3人をload-taker さんさんに引き継ぎました")).ToBeVisibleAsync();
        await Expect(page.Content()).ToContainTextAsync("この条件に合うものはありません"); // the list of the giver's cases, without a reload

        var taker = await browser.Open(oneStop.Address);
        await taker.SignIn("load-taker");
        await taker.GetByRole(AriaRole.Region, new() { Name = "期限のあること" }).GetByRole(AriaRole.Link, new() { Name = "引き継ぎを確かめる" }).ClickAsync();
        await Expect(taker.GetByRole(AriaRole.Heading, new() { Name = "引き継ぎを確かめる" })).ToBeVisibleAsync();
        await Expect(taker.GetByText("夜に電話できます").First).ToBeVisibleAsync();
        await taker.AssertAccessible("cases to confirm");
        await taker.GetByRole(AriaRole.Button, new() { Name = "3人とも確かめた" }).PressAsync("Enter");
        await Expect(taker.GetByText("確かめる引き継ぎはありません")).ToBeVisibleAsync();

        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await taker.GotoAsync("/caseload");
        await taker.GetByRole(AriaRole.Link, new() { Name = "load-taker さん", Exact = true }).ClickAsync();
        await taker.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("いちばん を選ぶ$") }).PressAsync("Space");
        await Transfer(taker, "load-giver さん（0人・勤務中）", "", "1人の担当を替える");
        await Expect(taker.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        await taker.Undo("1人をload-giver さんさんに引き継ぎました");
        await Expect(taker.GetByRole(AriaRole.Article)).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task An_absence_is_entered_shown_beside_the_name_and_undone()
    {
        var away = await oneStop.OnShift("load-away");
        var client = await oneStop.AClient(away, "休みの人の利用者");
        await oneStop.At<CaseFileDesk, Guid>(away, d => d.Assign(client, away.Id, ""));
        await oneStop.OnShift("load-stand-in");
        var page = await browser.Open(oneStop.Address);
        var other = await browser.Open(oneStop.Address, 360, 780); // before the toast whose time runs
        await other.SignIn("load-stand-in");
        await page.SignIn("load-away", "/shifts/absences");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "始まりの日（必須）" }).FillAsync("2026/10/05");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "終わりの日" }).FillAsync("2026/10/09");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "load-stand-in さん" }).CheckAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("いま不在")).ToBeVisibleAsync();
        await other.GotoAsync("/");
        await Expect(other.GetByText("あなたが代わりです")).ToBeVisibleAsync();
        await other.GotoAsync($"/clients/{client}");
        await Expect(other.GetByText("load-away さん（不在〜10月9日(金)、代わり load-stand-in さん）").First).ToBeVisibleAsync();
        await other.AssertFits("a file of somebody who is away");
        await page.AssertAccessible("absences");
        await page.Undo("不在を入れました");
        await Expect(other.GetByText("load-away さん（不在")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_board_of_two_hundred_with_long_names_fits_a_telephone_and_shows_one_stage_at_a_time()
    {
        var member = await oneStop.AMember("load-many", Duty.Counselor);
        await oneStop.Read(async db =>
        {
            for (var i = 0; i < 200; i++)
            {
                var client = Client.Of(4000 + i, null, null, oneStop.Clock.GetUtcNow());
                client.Identify(new() { FullName = $"{new string('長', 40)}{i}" }, oneStop.Clock.GetUtcNow());
                db.AddRange(client, CaseAssignment.Of(client.Id, member.Id, member.Id, "", oneStop.Clock.GetUtcNow()));
            }
            return await db.SaveChangesAsync();
        });
        var page = await browser.Open(oneStop.Address, 360, 780);
        await page.SignIn("load-many", $"/caseload/{member.Id}");
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(20);
        await page.GetByRole(AriaRole.Button, new() { Name = "登録のほか 180人を表示する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(40);
        await page.AssertFits("a board of 200");
        await page.AssertAccessible("a board of 200");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "表示する段階" }).GetByRole(AriaRole.Button, new() { Name = "相談 0人" }).ClickAsync();
        await Expect(page.GetByText("この段階の人はいません。").Filter(new() { Visible = true })).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Article).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await page.GotoAsync("/caseload");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "load-many さん・登録 200人" })).ToBeVisibleAsync();
        await page.AssertFits("the caseload");
    }

    private static async Task Transfer(IPage page, string to, string note, string save)
    {
        var bulk = page.GetByRole(AriaRole.Region, new() { Name = "選んだもの" });
        await bulk.GetByRole(AriaRole.Button, new() { Name = "担当を替える", Exact = true }).PressAsync("Enter");
        await page.Content().Choose("だれに", to);
        await bulk.GetByLabel("全員についてのメモ").FillAsync(note);
        await page.AssertAccessible("transferring several");
        await bulk.GetByRole(AriaRole.Button, new() { Name = save }).PressAsync("Enter");
    }
}
