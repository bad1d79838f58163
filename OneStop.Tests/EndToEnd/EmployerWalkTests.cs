using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OneStop.Domain.Employers;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.Employers;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Employers in the browser: entered, called, moved on the board by two people at once, and merged.</summary>
[Collection(BrowserGroups.Third)]
public sealed class EmployerWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task An_employer_is_entered_called_in_three_presses_and_the_call_taken_back()
    {
        var seeker = await oneStop.AMember("employer-walker", Duty.OutreachOfficer);
        var known = await Enter(seeker, "株式会社もう登録した商店（架空）");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("employer-walker");
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "求人事業者" }).ClickAsync();
        await page.Content().GetByRole(AriaRole.Link, new() { Name = "求人事業者を加える" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "求人事業者", Exact = true });
        await form.GetByLabel("名前（必須）").FillAsync("もう登録した商店（架空）");
        await Expect(form.GetByRole(AriaRole.Link, new() { Name = "株式会社もう登録した商店（架空）" })).ToHaveAttributeAsync("href", $"/employers/{known}");
        await form.GetByLabel("名前（必須）").FillAsync("あたらしい食堂（架空）");
        await Expect(form.GetByText("もう登録してあるかもしれません")).ToHaveCountAsync(0);
        await form.GetByLabel("法人番号").FillAsync("1234567890123");
        await form.GetByLabel("住所", new() { Exact = true }).FillAsync("福岡県福岡市中央区架空町1-1");
        await form.Choose("どこから知ったか（必須）", "自社リスト");
        await form.GetByLabel("名前（必須）").PressAsync("Control+Enter");
        await Expect(form.GetByText(new Regex("^法人番号は13けたの数字です"))).ToBeVisibleAsync();
        await page.AssertAccessible("a new employer with a fault");
        await form.GetByLabel("法人番号").FillAsync("");
        await form.GetByLabel("名前（必須）").PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "あたらしい食堂（架空）", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Content().GetByText("候補", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.AssertAccessible("an employer");

        await page.GetByRole(AriaRole.Button, new() { Name = "記録する", Exact = true }).ClickAsync(); // one
        var call = page.GetByRole(AriaRole.Form, new() { Name = "接触を記録する" });
        await call.GetByRole(AriaRole.Radio, new() { Name = "求人を検討してもらえる" }).CheckAsync(); // two
        await Expect(call.GetByLabel("次の日", new() { Exact = true })).ToHaveValueAsync("2026/10/12");
        await page.AssertAccessible("a contact");
        await call.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync(); // three
        await Expect(page.Content().GetByText("10月12日(月) 返事を待つ").First).ToBeVisibleAsync();
        await page.Undo("「求人を検討してもらえる」を記録しました");
        await Expect(page.Content().GetByText("10月12日(月) 電話する").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Cards_move_by_pointer_and_keys_and_a_colleague_sees_it_at_once()
    {
        var seeker = await oneStop.AMember("board-walker", Duty.OutreachOfficer);
        await oneStop.AMember("board-colleague", Duty.PlacementOfficer);
        var id = await Enter(seeker, "ボードの会社（架空）");
        var (mine, theirs) = (await browser.Open(oneStop.Address), await browser.Open(oneStop.Address));
        foreach (var (page, name) in new[] { (mine, "board-walker"), (theirs, "board-colleague") })
        {
            await page.SignIn(name);
            await page.GotoAsync($"/employers/board?inCharge={seeker.Id}");
            await page.BoardReady();
        }
        await Expect(Column(mine, "候補").GetByRole(AriaRole.Article, new() { Name = "ボードの会社（架空）" })).ToBeVisibleAsync();
        await mine.AssertAccessible("the board");

        await Drag(mine, "ボードの会社（架空）", "接触中");
        await Expect(Card(mine, "接触中")).ToBeVisibleAsync();
        await Expect(Card(theirs, "接触中")).ToBeVisibleAsync();
        await mine.Undo("「接触中」に移しました");
        await Expect(Card(theirs, "候補")).ToBeVisibleAsync();

        var handle = Card(theirs, "候補").GetByRole(AriaRole.Button, new() { Name = "ボードの会社（架空）を動かす" });
        await handle.FocusAsync();
        await theirs.Keyboard.PressAsync("Enter");
        await theirs.Keyboard.PressAsync("ArrowRight");
        await theirs.Keyboard.PressAsync("ArrowRight");
        await Expect(theirs.GetByRole(AriaRole.Status).Filter(new() { HasText = "面談" })).ToHaveCountAsync(1);
        await theirs.Keyboard.PressAsync("Enter");
        await Expect(Card(mine, "面談")).ToBeVisibleAsync();
        await Expect(Card(theirs, "面談").GetByRole(AriaRole.Button, new() { Name = "ボードの会社（架空）を動かす" })).ToBeFocusedAsync(); // the focus goes along
        await theirs.Keyboard.PressAsync("Alt+ArrowLeft");
        await Expect(Card(mine, "接触中")).ToBeVisibleAsync();

        await Drag(mine, "ボードの会社（架空）", "断り"); // needs a reason: the panel asks for it
        await Expect(mine.GetByRole(AriaRole.Complementary, new() { Name = "ボードの会社（架空）" })).ToBeVisibleAsync();
        await Expect(Card(mine, "接触中")).ToBeVisibleAsync();
        await mine.AssertAccessible("the board with a panel");
        Assert.Equal(EmployerStage.InContact, (await oneStop.At<EmployerDesk, EmployerView?>(seeker, d => d.Open(id)))!.Row.Stage);

        static ILocator Column(IPage page, string stage) => page.GetByRole(AriaRole.Region, new() { NameRegex = new($"^{stage} ") });
        static ILocator Card(IPage page, string stage) => Column(page, stage).GetByRole(AriaRole.Article, new() { Name = "ボードの会社（架空）" });

        static async Task Drag(IPage page, string name, string stage)
        {
            var handle = page.GetByRole(AriaRole.Button, new() { Name = $"{name}を動かす" });
            var (from, to) = (await handle.BoundingBoxAsync(), await Column(page, stage).BoundingBoxAsync());
            await page.Mouse.MoveAsync(from!.X + from.Width / 2, from.Y + from.Height / 2);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(to!.X + to.Width / 2, from.Y + 40, new() { Steps = 8 });
            await page.Mouse.UpAsync();
        }
    }

    /// <summary>Whoever only seeks openings sees that care is needed, and no client anywhere.</summary>
    [Fact]
    public async Task An_outreach_officer_sees_the_mark_and_no_client()
    {
        var (seeker, counselor) = (await oneStop.AMember("mark-walker", Duty.OutreachOfficer), await oneStop.AMember("mark-counselor", Duty.Counselor));
        var id = await Enter(seeker, "つながりのある会社（架空）");
        var client = await oneStop.AClient(counselor, "だれにも知られない人");
        var mine = await browser.Open(oneStop.Address);
        await mine.SignIn("mark-counselor");
        await mine.GotoAsync($"/clients/{client}");
        var panel = mine.GetByRole(AriaRole.Region, new() { Name = "求人事業者とのつながり" });
        await panel.GetByRole(AriaRole.Button, new() { Name = "つながりを書く" }).ClickAsync();
        await panel.GetByLabel("求人事業者をさがす").FillAsync("つながりのある");
        await panel.Choose("求人事業者（必須）", "つながりのある会社（架空） 中央区");
        await panel.Choose("つながり（必須）", "働いている");
        await mine.AssertAccessible("a tie");
        await panel.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Listitem)).ToContainTextAsync("働いている");

        var page = await browser.Open(oneStop.Address);
        await page.SignIn("mark-walker");
        await page.GotoAsync($"/employers/{id}");
        await Expect(page.Content().GetByText(EmployerCare.Mark).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "つながりのある利用者" })).ToHaveCountAsync(0);
        Assert.DoesNotContain("だれにも知られない人", await page.ContentAsync());
        Assert.DoesNotContain("働いている", await page.Content().InnerTextAsync());
        await mine.GotoAsync($"/employers/{id}");
        await Expect(mine.GetByRole(AriaRole.Region, new() { Name = "つながりのある利用者" })).ToContainTextAsync("だれにも知られない人");
    }

    private Task<Guid> Enter(StaffMember member, string name) => oneStop.At<EmployerDesk, Guid>(member, d =>
        d.Save(null, new(new(), EmployerTests.Wish with { Name = name, Kana = "", Phone = "" })));
}
