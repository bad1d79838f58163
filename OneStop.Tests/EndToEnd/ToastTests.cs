using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.ReplyTemplates;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A toast says what was done, and is in nobody's way.</summary>
[Collection(BrowserGroups.Second)]
public sealed class ToastTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    /// <summary>What always has to be reached: the rail with sign-out, a page's head, the head of a talk, the composer, what sticks to the foot.</summary>
    private const string Pressed =
        ".rail :is(a, button), .page-head :is(a, button), .thread-head :is(a, button, select), .composer-pane :is(button, textarea, label), .list-head :is(a, button, input)";

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(1024, 768)]
    [InlineData(390, 844)]
    [InlineData(720, 450)]
    public async Task It_covers_nothing_that_is_pressed_and_lets_nothing_through(int width, int height)
    {
        await oneStop.AMember("toasts", Duty.Counselor, Duty.Manager);
        var talk = await oneStop.AsksSomething($"{width}の窓の人です");
        await oneStop.AsksSomething("うしろに並ぶ人です");
        var page = await browser.Open(oneStop.Address, width, height);
        await page.SignIn("toasts", $"/inbox/{talk}");
        await page.Composer();
        await page.GetByRole(AriaRole.Button, new() { Name = "返信不要" }).ClickAsync();
        await AssertOutOfTheWay(page, $"the talk at {width}");

        foreach (var title in Enumerable.Range(0, 12).Select(n => $"ほかの定型文 {n}").Prepend($"窓{width}"))
            await oneStop.ATemplate(title, "", "文例です。");
        await page.GotoAsync("/settings/templates");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = $"窓{width}" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "使うのをやめる" }).ClickAsync();
        await AssertOutOfTheWay(page, $"the templates at {width}");
        await page.Content().EvaluateAsync("main => main.scrollTo(0, main.scrollHeight)");
        await AssertAboveToast(page);
    }

    [Fact]
    public async Task A_page_without_a_place_for_toasts_does_not_fail_over_one()
    {
        var page = await browser.Open(oneStop.Address);
        List<string> errors = [];
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync("/sign-in");
        await page.EvaluateAsync("""
            async () => {
              document.getElementById('app').insertAdjacentHTML('beforeend', '<div id="mud-snackbar-container"><div></div></div>');
              await new Promise(resolve => setTimeout(resolve, 300));
            }
            """);
        Assert.Empty(errors);
    }

    private static async Task AssertOutOfTheWay(IPage page, string where)
    {
        var toast = page.Toasts();
        await Expect(toast.First).ToBeVisibleAsync();
        await Expect(page.Document()).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("--toast-left"));
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            pressed => {
              const toasts = [...document.querySelectorAll('.mud-snackbar')].map(t => t.getBoundingClientRect());
              return [...document.querySelectorAll(pressed)].filter(e => e.checkVisibility({ visibilityProperty: true })).filter(e => {
                const at = e.getBoundingClientRect();
                return at.width > 0 && toasts.some(t => t.left < at.right && at.left < t.right && t.top < at.bottom && at.top < t.bottom);
              }).map(e => e.outerHTML.slice(0, 120));
            }
            """, Pressed));
        await Expect(toast.First).ToHaveCSSAsync("opacity", "1");
        await Expect(toast.First).ToHaveCSSAsync("background-color", new System.Text.RegularExpressions.Regex("^rgb\\(")); // and not rgba: nothing shows through
        await page.AssertAccessible(where);
        await page.AssertFits(where);
    }

    private static async Task AssertAboveToast(IPage page)
    {
        var last = (await page.PageEnd().BoundingBoxAsync())!;
        var toast = (await page.Toasts().First.BoundingBoxAsync())!;
        Assert.True(last.Y + last.Height <= toast.Y + 1, $"The page's end ({last.Y + last.Height}) cannot be brought above the toast ({toast.Y}).");
    }
}
