using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>What an open window does when its person may no longer be there.</summary>
[Collection(BrowserGroups.Third)]
public sealed class SittingScreenTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task An_error_of_the_database_leaves_nothing_on_the_screen_and_nobody_at_it_until_it_is_over()
    {
        var page = await Reading("erring", "誰にも見せない言葉");
        await using (await oneStop.WithoutStaffTable())
        {
            oneStop.Clock.Advance(AtMost);
            await Expect(page.GetByText("ログインの状態を確かめています")).ToBeVisibleAsync();
            await Expect(page.GetByText("誰にも見せない言葉")).ToHaveCountAsync(0);
        }
        await SoonShows(page.ClientsMessages().GetByText("誰にも見せない言葉").First);
    }

    [Fact]
    public async Task Who_leaves_during_an_error_is_led_to_the_sign_in_when_it_is_over()
    {
        var page = await Reading("left-erring", "あとに残らない言葉");
        await using (await oneStop.WithoutStaffTable())
        {
            oneStop.Clock.Advance(AtMost);
            await Expect(page.GetByText("ログインの状態を確かめています")).ToBeVisibleAsync();
            await ChangePast($"UPDATE \"{BrokenTable.Away}\" SET \"LeftAt\" = '2026-10-05 00:00:00' WHERE \"UserName\" = 'left-erring'");
        }
        await SoonShows(SignInHeading(page));
        await SignInShows(page, "あとに残らない言葉");
    }

    [Fact]
    public async Task Signing_out_in_one_window_takes_all_of_the_sitting_to_the_sign_in()
    {
        var page = await Reading("two-tabs", "二つの窓の言葉");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/inbox");
        await page.EvaluateAsync("() => sessionStorage.setItem('onestop.draft.somebody.talk', '未送信の言葉')");
        await other.GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync();
        await SignInShows(page, "二つの窓の言葉");
        await TestOneStop.Until(async () => await page.EvaluateAsync<int>("() => sessionStorage.length") == 0, "the other window to be emptied");
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_in_the_tab_and_whoever_comes_next_finds_nothing_of_others()
    {
        const string kept = "() => Object.keys(sessionStorage).filter(k => sessionStorage.getItem(k).includes('未送信'))";
        var page = await Reading("tab-first", "タブに残らない言葉");
        await page.EvaluateAsync("() => sessionStorage.setItem('onestop.draft.somebody.talk', '未送信の言葉')");
        await page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "ログイン", Exact = true })).ToBeVisibleAsync();
        await TestOneStop.Until(async () => await page.EvaluateAsync<int>("() => sessionStorage.length") == 0, "the tab to be emptied");

        await page.GotoAsync("/inbox"); // whose time had run out may still need the words, nobody else does
        await page.EvaluateAsync("() => sessionStorage.setItem('onestop.draft.somebody.talk', '未送信の言葉')");
        await page.ReloadAsync();
        Assert.NotEmpty(await page.EvaluateAsync<string[]>(kept));
        await page.GetByLabel("ログイン名").FillAsync("tab-first");
        await page.GetByLabel("パスワード").FillAsync(TestOneStop.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "ログイン", Exact = true }).ClickAsync();
        await page.ShortcutsReady();
        await TestOneStop.Until(async () => (await page.EvaluateAsync<string[]>(kept)).Length == 0, "the words of another to be gone");
    }

    [Fact]
    public async Task Who_is_asked_to_sign_in_again_comes_back_to_the_place_and_to_the_words_that_were_not_saved()
    {
        var page = await Reading("again", "途中で切れる話");
        var member = await oneStop.AMember("again", Duty.Counselor);
        var talk = new Uri(page.Url).AbsolutePath;
        await page.EvaluateAsync("key => sessionStorage.setItem(key, '届いていない言葉')", $"onestop.draft.{member.Id:N}.{Guid.Parse(talk[^36..]):N}");
        await ChangePast("UPDATE \"StaffMembers\" SET \"SecurityStamp\" = 'another' WHERE \"UserName\" = 'again'");
        oneStop.Clock.Advance(AtMost);
        await SignInShows(page, "途中で切れる話");
        await page.GetByLabel("ログイン名").FillAsync("again");
        await page.GetByLabel("パスワード").FillAsync(TestOneStop.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "ログイン", Exact = true }).ClickAsync();
        await Expect(await page.Composer()).ToHaveValueAsync("届いていない言葉");
        Assert.Equal(talk, new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task What_was_changed_past_this_portal_reaches_an_open_window_within_five_seconds()
    {
        var page = await Reading("left", "去った人が見ない言葉");
        await ChangePast("UPDATE \"StaffMembers\" SET \"LeftAt\" = '2026-10-05 00:00:00' WHERE \"UserName\" = 'left'");
        oneStop.Clock.Advance(AtMost);
        await SignInShows(page, "去った人が見ない言葉");
    }

    [Fact]
    public async Task Changed_duties_change_what_an_open_window_shows()
    {
        var page = await Reading("moved", "担当でなくなった人が見ない言葉");
        await ChangePast("UPDATE \"StaffMembers\" SET \"Duties\" = '[\"City\"]' WHERE \"UserName\" = 'moved'");
        oneStop.Clock.Advance(AtMost);
        await Expect(page.GetByText("この画面を開く権限がありません")).ToBeVisibleAsync();
        await Expect(page.GetByText("担当でなくなった人が見ない言葉")).ToHaveCountAsync(0);
        await page.MenuHolds("今日", "経過記録", "LINEメニュー", "権限");
    }

    /// <summary>Somebody reads a client's words.</summary>
    private async Task<IPage> Reading(string name, string words)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var conversation = await oneStop.AsksSomething(words);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name, $"/inbox/{conversation}");
        await Expect(page.ClientsMessages().GetByText(words).First).ToBeVisibleAsync();
        return page;
    }

    /// <summary>As another portal or a command does it: nobody tells this one.</summary>
    private Task<int> ChangePast(string sql) => oneStop.Read(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>The next look comes a second later by the clock, whenever it began to wait.</summary>
    private Task SoonShows(ILocator shown) => TestOneStop.Until(async () =>
    {
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
        return await shown.IsVisibleAsync();
    }, "the screen after the error");

    private static ILocator SignInHeading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Name = "ログイン", Exact = true });

    private static async Task SignInShows(IPage page, string words)
    {
        await Expect(SignInHeading(page)).ToBeVisibleAsync();
        await Expect(page.GetByText(words)).ToHaveCountAsync(0);
    }
}
