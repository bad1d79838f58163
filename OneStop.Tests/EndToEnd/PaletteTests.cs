using Microsoft.Playwright;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The palette does what was chosen and nothing else, and an IME's own keys do nothing anywhere.</summary>
[Collection(BrowserGroups.Second)]
public sealed class PaletteTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    /// <summary>Safari's Enter that confirms a conversion: not composing any more, and known by its old number only.</summary>
    private const string Confirm =
        "box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))";

    [Fact]
    public async Task Enter_does_nothing_before_anything_was_chosen()
    {
        var talk = await oneStop.AsksSomething("未読のままにしておきたい人です");
        var page = await Opened("hasty");
        await page.GotoAsync($"/inbox/{talk}");
        await page.Composer();
        await page.ShortcutsReady();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+k");
        var palette = page.Palette();
        await Expect(palette.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Expect(palette.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("ArrowDown"); // the circuit takes one key after the other
        await Expect(palette.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(1);
        await Expect(palette).ToBeVisibleAsync();
        await page.AssertAccessible("the palette");
    }

    [Fact]
    public async Task The_palettes_field_is_as_wide_as_the_palette()
    {
        var page = await Opened("wide");
        await page.Keyboard.PressAsync("Control+k");
        var palette = (await page.Palette().BoundingBoxAsync())!;
        var field = (await page.PaletteField().BoundingBoxAsync())!;
        Assert.InRange(field.Width, palette.Width - 4, palette.Width);
        Assert.True(field.Y >= palette.Y);
    }

    [Fact]
    public async Task What_an_IME_confirms_is_not_done_yet_in_the_palette()
    {
        var page = await Opened("converting");
        await page.Keyboard.PressAsync("Control+k");
        var box = page.Palette().GetByRole(AriaRole.Combobox);
        await box.FillAsync("よやく");
        await Expect(page.Palette().GetByRole(AriaRole.Option).First).ToContainTextAsync("予約");
        await box.EvaluateAsync(Confirm);
        await box.FillAsync("よやくの"); // comes after it in the circuit
        await Expect(page.Palette().GetByRole(AriaRole.Option).First).ToContainTextAsync("予約の種別");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/$"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/settings/kinds$"));
    }

    [Fact]
    public async Task What_an_IME_confirms_is_not_saved_yet_in_a_text_that_is_written_in_its_place()
    {
        var manager = await oneStop.AMember("naming", Duty.Counselor, Duty.Manager);
        await oneStop.At<TagDesk>(manager, desk => desk.Add("求職中"));
        var page = await Opened("naming");
        await page.GotoAsync("/settings/tags");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("求職中.*を書く") }).ClickAsync();
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "タグ「求職中」の名前" });
        await box.FillAsync("しごと");
        await box.EvaluateAsync(Confirm);
        await box.FillAsync("仕事さがし");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("仕事さがし") }).First).ToBeVisibleAsync();
        Assert.DoesNotContain("しごと", await oneStop.Read(db => Task.FromResult(db.AuditValues.Select(v => v.After).ToList())));
    }

    private async Task<IPage> Opened(string name)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name);
        await page.ShortcutsReady();
        return page;
    }
}
