using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.Kit;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A list that people put in order, by mouse, finger, keys and buttons.</summary>
[Collection(BrowserGroups.First)]
public sealed class OrderedListTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new() { Registers = SamplePage.Register };

    private SampleDesk Desk => oneStop.Services.GetRequiredService<SampleDesk>();

    public async ValueTask InitializeAsync() => await oneStop.InitializeAsync();

    [Fact]
    public async Task Keys_take_an_item_move_it_put_it_down_and_put_it_back()
    {
        var page = await Opened();
        var handle = HandleOf(page, "面談");
        await Expect(handle).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("^Enterでつかみ"));
        await handle.PressAsync("Enter");
        await Says(page, "面談をつかみました。いま1番目（全5件）です。上下の矢印で動かし、Enterで置き、Escで元に戻します。");
        await page.AssertAccessible("an item that is held");
        await handle.PressAsync("ArrowDown");
        await handle.PressAsync("ArrowDown");
        await Says(page, "3番目（全5件）");
        Assert.Equal(0, Desk.Moves);
        await handle.PressAsync("Enter");
        await Says(page, "3番目に動かしました（全5件）");
        await Ordered(page, "講座", "家計", "面談", "求人", "応募");
        await Expect(handle).ToBeFocusedAsync();
        await Moved(1);

        await handle.PressAsync("Space");
        await handle.PressAsync("End");
        await handle.PressAsync("Escape");
        await Says(page, "元の3番目に戻しました");
        await page.Keyboard.DownAsync("Alt");
        await handle.PressAsync("ArrowUp");
        await handle.PressAsync("ArrowUp");
        await page.Keyboard.UpAsync("Alt");
        await Ordered(page, "面談", "講座", "家計", "求人", "応募");
        await Says(page, "1番目に動かしました（全5件）");
        await Expect(handle).ToBeFocusedAsync();
        await Moved(2); // once for both steps

        await HandleOf(page, "応募").PressAsync("Enter");
        await HandleOf(page, "応募").PressAsync("Home");
        await page.GetByLabel("目標").FocusAsync(); // who turns to something else leaves it there
        await Ordered(page, "応募", "面談", "講座", "家計", "求人");
    }

    [Fact]
    public async Task A_mouse_drags_it_over_items_of_any_height_and_buttons_move_it_without_dragging()
    {
        var page = await Opened();
        var (handle, last) = (HandleOf(page, "面談"), HandleOf(page, "求人"));
        var from = (await handle.BoundingBoxAsync())!;
        var onto = (await last.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 10, from.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 12, onto.Y + 12, new() { Steps = 6 });
        await page.Mouse.UpAsync();
        await Ordered(page, "講座", "家計", "求人", "面談", "応募");
        await Says(page, "4番目に動かしました（全5件）");
        await Moved(1);

        await handle.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "1つ上へ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "1つ上へ" }).ClickAsync();
        await page.AssertAccessible("the buttons that move an item");
        await page.GetByRole(AriaRole.Button, new() { Name = "ここに置く" }).ClickAsync();
        await Ordered(page, "講座", "面談", "家計", "求人", "応募");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "ここに置く" })).ToBeHiddenAsync();
        await Moved(2);
    }

    [Fact]
    public async Task The_new_order_is_seen_before_the_desk_answers_and_the_old_again_if_it_refuses()
    {
        var page = await Opened();
        var answer = new TaskCompletionSource();
        (Desk.Waits, Desk.RefusesMoves) = (answer.Task, true);
        await HandleOf(page, "面談").PressAsync("Alt+ArrowDown");
        await Ordered(page, "講座", "面談", "家計", "求人", "応募");
        Assert.Equal(0, Desk.Moves);
        answer.SetResult();
        await Expect(page.Toasts()).ToContainTextAsync("この順番にはできません。");
        await Ordered(page, "面談", "講座", "家計", "求人", "応募");
        await Says(page, "動かせませんでした。元の順番に戻しました");
        await Expect(HandleOf(page, "面談")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_finger_scrolls_at_once_and_drags_after_a_hold_also_on_a_narrow_dark_screen()
    {
        var page = await Opened(width: 360, dark: true);
        await page.AssertFits("a list in order");
        await page.AssertAccessible("a list in order, dark");
        var finger = await Finger.On(page);
        await HandleOf(page, "応募").ScrollIntoViewIfNeededAsync();
        await finger.Swipe(HandleOf(page, "求人"), 0, -40); // scrolls
        await Still(HandleOf(page, "求人"));
        await finger.Press(HandleOf(page, "求人"));
        await Expect(page.HeldItem()).ToBeVisibleAsync();
        await finger.MoveBy(0, 60);
        await page.AssertFits("a list in order while an item is dragged");
        await finger.Lift();
        await Ordered(page, "面談", "講座", "家計", "応募", "求人");
        await Moved(1);
    }

    [Fact]
    public async Task What_a_colleague_moves_meanwhile_is_shown_under_what_is_held()
    {
        var page = await Opened();
        await HandleOf(page, "応募").PressAsync("Enter");
        await HandleOf(page, "応募").PressAsync("ArrowUp");
        await Desk.Move(Desk.Items[0].Id, 2);
        await Ordered(page, "講座", "家計", "面談", "求人", "応募");
        await HandleOf(page, "応募").PressAsync("ArrowUp");
        await HandleOf(page, "応募").PressAsync("Enter");
        await Ordered(page, "講座", "家計", "応募", "面談", "求人");
    }

    private static ILocator HandleOf(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = $"{name}を動かす" });

    /// <summary>The scrolling has ended: what is pressed is where it is seen.</summary>
    private static async Task Still(ILocator element)
    {
        var before = float.NaN;
        await TestOneStop.Until(async () => before == (before = (await element.BoundingBoxAsync())!.Y), "the scrolling to end");
    }

    /// <summary>The new order is shown before the desk has heard of it.</summary>
    private Task Moved(int times) => TestOneStop.Until(() => Task.FromResult(Desk.Moves == times), "the desk to hear of it");

    private static Task Says(IPage page, string words) =>
        Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = words })).ToHaveTextAsync(words);

    private static Task Ordered(IPage page, params string[] names) =>
        Expect(page.GetByRole(AriaRole.List, new() { Name = "見本の項目" }).GetByRole(AriaRole.Listitem)).ToContainTextAsync(names);

    private async Task<IPage> Opened(int width = 1440, bool dark = false)
    {
        await oneStop.AMember("orders", Duty.Manager);
        var page = await browser.Open(oneStop.Address, width, dark: dark);
        await page.SignIn("orders", "/settings/kinds");
        await page.OrderReady();
        return page;
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();
}
