using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms;

namespace OneStop.Tests.EndToEnd;

/// <summary>Who works by keyboard sees where the focus is (WCAG 2.4.7): no style of the library or of a page hides it.</summary>
[Collection(BrowserGroups.Third)]
public sealed class FocusTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const int Stops = 40;

    /// <summary>What has the focus, if it is a link, a button or a part that opens, and nothing shows it; otherwise null.</summary>
    private const string Unseen = """
        () => {
          const at = document.activeElement, style = getComputedStyle(at);
          if (!at.matches('a, button, summary, [role=button], [role=tab]')) return null;
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? null : at.outerHTML.slice(0, 120);
        }
        """;

    [Fact]
    public async Task Each_link_and_button_shows_that_it_has_the_focus()
    {
        var member = await oneStop.AMember("sees-focus", Duty.Manager, Duty.Planner);
        await oneStop.AsksSomething("どこにいるかが見えますか");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("sees-focus");
        var hidden = new List<string>();
        foreach (var path in (string[])["/", "/inbox", "/programs", await oneStop.AProgram(member), "/bookings", "/calendar", "/settings/rules"])
        {
            await page.GotoAsync(path);
            await page.ShortcutsReady();
            for (var i = 0; i < Stops; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<string?>(Unseen) is { } one)
                    hidden.Add($"{path}: {one}");
            }
        }
        Assert.Empty(hidden);
    }
}
