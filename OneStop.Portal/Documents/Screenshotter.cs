using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Playwright;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>
/// Renders one of our components as a picture with the installed browser. The browser stays running; each picture has a browser
/// context of its own, without script and network.
/// </summary>
internal sealed class Screenshotter(IServiceScopeFactory scopes, ILoggerFactory loggers, IHostEnvironment environment) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Returns a PNG of the component, which fills the window.</summary>
    /// <param name="width">In pixels.</param>
    /// <exception cref="RuleException">No browser is installed, or it does not start; the sentence says what to do.</exception>
    public async Task<byte[]> Take<TComponent>(int width, int height, Dictionary<string, object?> parameters) where TComponent : IComponent
    {
        var html = await Render<TComponent>(ParameterView.FromDictionary(parameters));
        var running = await Start();
        try
        {
            await using var window = await running.NewContextAsync(
                new() { ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = false, Offline = true });
            var page = await window.NewPageAsync();
            await page.SetContentAsync(
                $"<!DOCTYPE html><html lang=\"ja\"><meta charset=\"utf-8\"><style>html,body{{margin:0}}svg{{display:block}}</style><body>{html}</body></html>");
            return await page.ScreenshotAsync(new() { Type = ScreenshotType.Png });
        }
        catch (PlaywrightException exception)
        {
            throw Unwilling(exception);
        }
    }

    private async Task<string> Render<TComponent>(ParameterView parameters) where TComponent : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(parameters)).ToHtmlString());
    }

    private async Task<IBrowser> Start()
    {
        var program = InstalledBrowser.Find()
            ?? throw new RuleException("画像を作るブラウザーが、ポータルのサーバーにありません。システム管理者に、Google Chrome、Microsoft Edge、Chromium のどれかを入れてもらってください。");
        await gate.WaitAsync();
        try
        {
            if (browser is { IsConnected: true })
                return browser;
            playwright ??= await Playwright.CreateAsync();
            return browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = program, Args = InstalledBrowser.Arguments(environment.IsDevelopment()) });
        }
        catch (PlaywrightException exception)
        {
            throw Unwilling(exception);
        }
        finally
        {
            gate.Release();
        }
    }

    private RuleException Unwilling(PlaywrightException exception)
    {
        loggers.CreateLogger<Screenshotter>().LogError("The browser of this machine drew no picture: {Failure}", exception.Message);
        return new("画像を作れませんでした。もう一度押しても同じときは、ポータルのサーバーのブラウザーが起動できるか、システム管理者に確かめてもらってください。");
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        gate.Dispose();
    }
}
