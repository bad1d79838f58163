using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.Kit;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A form that saves itself, as somebody types in it, and two at once.</summary>
[Collection(BrowserGroups.First)]
public sealed class SavingFormWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new() { Registers = SamplePage.Register };

    private SampleDesk Desk => oneStop.Services.GetRequiredService<SampleDesk>();

    public async ValueTask InitializeAsync() => await oneStop.InitializeAsync();

    [Fact]
    public async Task What_is_typed_is_saved_by_a_pause_by_leaving_a_field_and_by_leaving_the_page()
    {
        var page = await Opened("alone");
        var status = page.GetByText("保存しました");
        var aim = AimOf(page);
        await aim.PressAsync("End");
        await page.Keyboard.TypeAsync("、事務の");
        await Expect(status).ToBeVisibleAsync();
        await Expect(aim).ToBeFocusedAsync();
        await TestOneStop.Until(() => Task.FromResult(Desk.Now.Aim == "正社員になる、事務の"), "all of it to be saved");
        await page.AssertAccessible("a form that has saved itself");

        await page.GetByLabel("進め方").FillAsync("焦点を移して保存");
        await page.GetByRole(AriaRole.Button, new() { Name = "面談を動かす" }).FocusAsync();
        await TestOneStop.Until(() => Task.FromResult(Desk.Now.Way == "焦点を移して保存"), "the form to be saved as the focus left it");
        await aim.FillAsync("すぐに保存");
        await aim.PressAsync("Control+Enter");
        await TestOneStop.Until(() => Task.FromResult(Desk.Now.Aim == "すぐに保存"), "the form to be saved by its keys");

        await aim.FillAsync("");
        await Expect(page.GetByText("「目標」を入力してください。")).ToBeVisibleAsync();
        await Expect(page.GetByText("まだ保存していません（「目標」を確かめてください）")).ToHaveCountAsync(2); // seen, and read out
        await Expect(aim).ToBeFocusedAsync();
        await page.AssertAccessible("a form that could not save itself");
        await page.TurnColours(dark: true);
        await page.SetViewportSizeAsync(360, 800);
        await page.AssertFits("a form that could not save itself");
        await page.AssertAccessible("a form that could not save itself, dark", ofColoursOnly: true);
        await page.ReloadAsync();
        await Expect(page.GetByText("書きかけを戻しました（")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "書きかけを捨てる" }).ClickAsync();
        await Expect(aim).ToHaveValueAsync("すぐに保存");
        await page.SetViewportSizeAsync(1440, 900);

        await aim.FillAsync("離れるときに保存");
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "利用者", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "利用者", Exact = true })).ToBeVisibleAsync();
        Assert.Equal("離れるときに保存", Desk.Now.Aim);
    }

    [Fact]
    public async Task Two_who_write_different_fields_meet_in_one_record_and_in_one_field_are_asked_by_a_button()
    {
        var (mine, theirs) = (await Opened("mine"), await Opened("theirs"));
        await AimOf(mine).FillAsync("わたしの目標");
        await theirs.GetByLabel("進め方").FillAsync("同僚の進め方");
        foreach (var page in new[] { mine, theirs })
        {
            await Expect(AimOf(page)).ToHaveValueAsync("わたしの目標");
            await Expect(page.GetByLabel("進め方")).ToHaveValueAsync("同僚の進め方");
        }
        Assert.Equal(("わたしの目標", "同僚の進め方"), (Desk.Now.Aim, Desk.Now.Way));

        var answer = new TaskCompletionSource();
        Desk.Waits = answer.Task;
        await AimOf(mine).FillAsync("一方の目標");
        await Expect(mine.GetByText("保存しています…")).ToBeVisibleAsync();
        await AimOf(theirs).FillAsync("他方の目標");
        await Expect(theirs.GetByText("保存しています…")).ToBeVisibleAsync();
        answer.SetResult();
        var second = await TurnedOut(mine, theirs);
        await Expect(second.GetByText("書いている間に、ほかの人が同じところを変えました。")).ToBeVisibleAsync();
        await Expect(second.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(AimOf(second)).ToBeFocusedAsync();
        await second.AssertAccessible("a field that two changed");
        await second.GetByRole(AriaRole.Button, new() { Name = "どちらにするかを選ぶ" }).ClickAsync();
        var dialog = second.GetByRole(AriaRole.Dialog, new() { Name = "ほかの人が先に変更しました" });
        var (kept, lost) = second == mine ? ("一方の目標", "他方の目標") : ("他方の目標", "一方の目標");
        await Expect(dialog.GetByRole(AriaRole.Row, new() { Name = $"目標 わたしの目標 {lost} {kept}" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "選んだ内容で保存" }).ClickAsync();
        foreach (var page in new[] { mine, theirs })
            await Expect(AimOf(page)).ToHaveValueAsync(kept);
        Assert.Equal(kept, Desk.Now.Aim);
        await TestOneStop.Until(() => oneStop.Read(async db => !await db.FormDrafts.AnyAsync()), "no draft to be left");
    }

    [Fact]
    public async Task What_was_typed_while_the_line_was_broken_is_saved_once_there_is_one_again()
    {
        var (page, circuit) = await OpenedSlowly("broken");
        await AimOf(page).FillAsync("その前の目標");
        await Expect(page.GetByText("保存しました")).ToBeVisibleAsync(); // its script is there
        await circuit.Break();
        await Expect(page.Reconnecting()).ToBeVisibleAsync();
        await AimOf(page).FillAsync("切れている間の目標");
        circuit.Mend();
        await TestOneStop.Until(() => Task.FromResult(Desk.Now.Aim == "切れている間の目標"), "what was typed to be heard");
    }

    /// <summary>The words were on their way when the colleague's were merged: they would have been saved over them unasked.</summary>
    [Fact]
    public async Task What_was_typed_before_a_merged_field_was_seen_is_not_written_over_the_colleague_s()
    {
        var (page, circuit) = await OpenedSlowly("slow");
        var answer = new TaskCompletionSource();
        Desk.Waits = answer.Task;
        await AimOf(page).FillAsync("わたしの目標");
        await Expect(page.GetByText("保存しています…")).ToBeVisibleAsync();
        circuit.Hold();
        await page.GetByLabel("進め方").FillAsync("わたしの進め方");
        Desk.Waits = Task.CompletedTask;
        await Desk.Save(new(Desk.Now, Desk.Now with { Way = "同僚の進め方" }));
        answer.SetResult();
        await TestOneStop.Until(() => Task.FromResult(Desk.Now.Aim == "わたしの目標"), "the other field to be merged and saved");
        await Expect(page.GetByLabel("進め方")).ToHaveValueAsync("同僚の進め方");
        circuit.LetGo();
        await Expect(page.GetByText("書いている間に、ほかの人が同じところを変えました。")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("進め方")).ToHaveValueAsync("わたしの進め方");
        Assert.Equal("同僚の進め方", Desk.Now.Way);
    }

    [Fact]
    public async Task Words_that_could_not_be_typed_again_stay_until_they_are_let_go()
    {
        var page = await browser.Open(oneStop.Address);
        var who = await oneStop.AMember("kept", Duty.Manager);
        await SignedInAs("kept", page);
        var aim = await AimOf(page).GetAttributeAsync("id");
        var form = await AimOf(page).EvaluateAsync<string>("box => box.form.id");
        await page.GotoAsync("/today"); // where no such form still reads, and then tidies, what the tab keeps
        await page.EvaluateAsync("([key, words]) => sessionStorage.setItem(key, words)", new[]
        {
            $"form.{who.Id:N}.sample",
            $$"""[{ "name": "{{aim![form.Length..]}}", "was": ["前の前の目標"], "now": "切れている間の目標" }]""",
        });
        var notice = page.GetByText("つながらない間に書いた言葉です。");
        foreach (var words in (string[])["続き", "その続き"])
        {
            await page.GotoAsync("/settings/kinds");
            await Expect(notice).ToBeVisibleAsync();
            await Expect(page.GetByText("切れている間の目標")).ToBeVisibleAsync();
            await AimOf(page).FillAsync(words);
            await Expect(page.GetByText("保存しました")).ToBeVisibleAsync();
        }
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "利用者", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "利用者", Exact = true })).ToBeVisibleAsync();
        await page.GotoAsync("/settings/kinds");
        await Expect(notice).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "閉じる", Exact = true }).ClickAsync();
        await Expect(notice).ToHaveCountAsync(0);
        await AimOf(page).FillAsync("もう一度書く");
        await Expect(page.GetByText("保存しました")).ToBeVisibleAsync(); // the script has heard it
        await page.ReloadAsync();
        await Expect(AimOf(page)).ToHaveValueAsync("もう一度書く");
        await page.GetByLabel("進め方").FillAsync("その先");
        await Expect(page.GetByText("保存しました")).ToBeVisibleAsync(); // what the tab had kept would have been shown by now
        await Expect(notice).ToHaveCountAsync(0);
    }

    private static ILocator AimOf(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "目標（必須）" });

    /// <summary>Which of the two was second.</summary>
    private static async Task<IPage> TurnedOut(IPage one, IPage other)
    {
        var isOne = false;
        await TestOneStop.Until(async () => (isOne = await Asks(one)) || await Asks(other), "one of them to be asked");
        return isOne ? one : other;

        static async Task<bool> Asks(IPage page) => await page.GetByRole(AriaRole.Button, new() { Name = "どちらにするかを選ぶ" }).CountAsync() > 0;
    }

    private async Task<IPage> Opened(string name) => await SignedIn(await browser.Open(oneStop.Address), name);

    private async Task<(IPage Page, SlowCircuit Circuit)> OpenedSlowly(string name)
    {
        var page = await browser.Open(oneStop.Address);
        var circuit = await SlowCircuit.Under(page);
        return (await SignedIn(page, name), circuit);
    }

    private async Task<IPage> SignedIn(IPage page, string name)
    {
        await oneStop.AMember(name, Duty.Manager);
        await SignedInAs(name, page);
        return page;
    }

    private static async Task SignedInAs(string name, IPage page)
    {
        await page.SignIn(name, "/settings/kinds");
        await AimOf(page).WaitForAsync();
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();
}
