using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using OneStop.Portal.Documents;
using OneStop.Tests.House;

namespace OneStop.Tests.EndToEnd;

/// <summary>A headless Chromium of the machine, for one group of end-to-end tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The same Chromium without the parts of a desktop program: it opens a window in a fraction of the time.</summary>
    private const string Shell = "/usr/bin/chromium-headless-shell";

    private readonly List<(string? Test, IBrowserContext Window)> windows = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000); // as long as an act may wait: a busy machine is no fault
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = File.Exists(Shell) ? Shell : InstalledBrowser.Find(),
            Args = InstalledBrowser.Arguments(isDevelopment: true),
        });
    }

    /// <summary>Somebody's own browser window.</summary>
    /// <param name="scripts">False for a telephone on which no script runs.</param>
    public async Task<IPage> Open(Uri address, int width = 1440, int height = 900, bool dark = false, bool scripts = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            BypassCSP = false,
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce, // a toast half faded in has no colours to be judged by
        });
        context.SetDefaultTimeout(20_000);
        await CloseWindowsOfEarlierTests();
        windows.Add((TestContext.Current.Test?.UniqueID, context));
        return await context.NewPageAsync();
    }

    /// <summary>Pages of a portal that is gone go on looking for it, and slow down all that come after.</summary>
    private async Task CloseWindowsOfEarlierTests()
    {
        var earlier = windows.Where(w => w.Test != TestContext.Current.Test?.UniqueID).ToList();
        foreach (var (_, window) in earlier)
            await window.CloseAsync();
        windows.RemoveAll(earlier.Contains);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>What people do in the browser.</summary>
internal static class People
{
    /// <summary>Run in the page itself, which has no frames: the package's own call opens a window for each look, and sends over all that is well.</summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    extension(IPage page)
    {
        /// <summary>
        /// Signs in and opens a page of the portal. The form is sent without being drawn: what it is like to fill it in has tests of its own
        /// (<see cref="ScreenTests"/>).
        /// </summary>
        public async Task SignIn(string name, string opens = "/", string password = TestOneStop.Password)
        {
            var asked = await (await page.APIRequest.GetAsync("/sign-in")).TextAsync();
            var form = page.APIRequest.CreateFormData();
            foreach (var (field, value) in SignInForm.Fields(asked, name, password))
                form.Set(field, value);
            var answer = await page.APIRequest.PostAsync("/sign-in", new() { Form = form, MaxRedirects = 0 });
            Assert.True(answer.Status == 302, $"{name} was not let in: {answer.Status}, {SignInForm.Says(await answer.TextAsync())}");
            await page.GotoAsync(opens);
            await page.GetByRole(AriaRole.Navigation, new() { Name = "メインメニュー" }).WaitForAsync();
        }

        /// <summary>The box for the answer, once it is ready to be typed in.</summary>
        public async Task<ILocator> Composer()
        {
            await page.ReplyReady();
            return page.Reply();
        }

        /// <summary>The box for the note, once it is ready to be typed in.</summary>
        public async Task<ILocator> NoteBox()
        {
            await page.NoteReady();
            return page.Note();
        }

        /// <summary>The window is put behind another, or brought back to the front.</summary>
        public Task Hide(bool hidden) =>
            page.EvaluateAsync("hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);

        /// <summary>All that the page has said so far has been heard: the portal answers in order.</summary>
        public async Task Heard()
        {
            await page.ShortcutsAre(true);
            await page.Keyboard.PressAsync("Control+k");
            await Assertions.Expect(page.Palette().GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
        }

        /// <summary>
        /// No violation of WCAG that axe can find. Style sheets are fetched again for a rule that it does not run by default, and so are not.
        /// </summary>
        /// <param name="where">Named in the failure.</param>
        /// <param name="ofColoursOnly">Runs the rules of colour only: for a page of which all else was looked at in other colours.</param>
        public async Task AssertAccessible(string where, bool ofColoursOnly = false)
        {
            if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
                await page.EvaluateAsync(Axe);
            var violations = await page.EvaluateAsync<string[]>("""
                async colours => {
                  const rules = axe.getRules(['cat.color']).filter(r => !r.tags.includes('wcag2aaa')).map(r => r.ruleId);
                  const only = colours ? { runOnly: { type: 'rule', values: rules } } : {};
                  const { violations } = await axe.run({ resultTypes: ['violations'], preload: { assets: ['media'] }, ...only });
                  return violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`);
                }
                """, ofColoursOnly);
            Assert.True(violations.Length == 0, string.Join('\n', violations.Select(violation => $"{where}: {violation}")));
        }

        /// <summary>Makes the page dark or light: as the system has it, and inside the portal as the person has switched it.</summary>
        public async Task TurnColours(bool dark)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var shell = page.Shell();
            if (await shell.CountAsync() == 0)
                return;
            var theme = dark ? "dark" : "light";
            if (await shell.GetAttributeAsync("data-theme") != theme)
                await page.GetByRole(AriaRole.Button, new() { Name = dark ? "暗い画面にする" : "明るい画面にする", IncludeHidden = true }).First
                    .DispatchEventAsync("click"); // on a narrow screen it lies in a menu
            await Assertions.Expect(shell).ToHaveAttributeAsync("data-theme", theme);
        }

        /// <summary>Nothing sticks out sideways.</summary>
        public async Task AssertFits(string where)
        {
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{where} is wider than the screen.");
            if (await page.Shell().CountAsync() > 0) // within it only its parts scroll, and never the document into empty space
                Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight"), $"{where} scrolls beyond its shell.");
        }
    }

    extension(ILocator place)
    {
        /// <summary>Chooses in a select field.</summary>
        public async Task Choose(string field, string option)
        {
            await place.GetByRole(AriaRole.Combobox, new() { Name = field }).ClickAsync();
            var chosen = place.Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true });
            await chosen.ClickAsync();
            await Assertions.Expect(chosen).ToBeHiddenAsync(); // the list has closed
        }
    }
}
