using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Playwright;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>
/// Renders our components in the installed browser, for pictures and PDF files. The browser stays running; each job has a browser context of its own,
/// without script and network.
/// </summary>
internal sealed class HeadlessBrowser(IServiceScopeFactory scopes, ILoggerFactory loggers, IHostEnvironment environment) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Renders a component as a page and makes something of it.</summary>
    /// <param name="style">The style sheet of the page.</param>
    /// <param name="size">The size of the window in pixels.</param>
    /// <exception cref="RuleException">No browser is installed, or it does not start; the sentence says what to do.</exception>
    public async Task<byte[]> Make<TComponent>(Dictionary<string, object?> parameters, string style, (int Width, int Height) size,
        Func<IPage, Task<byte[]>> make) where TComponent : IComponent
    {
        var html = await Render<TComponent>(ParameterView.FromDictionary(parameters));
        var running = await Start();
        try
        {
            await using var window = await running.NewContextAsync(
                new() { ViewportSize = new() { Width = size.Width, Height = size.Height }, JavaScriptEnabled = false, Offline = true });
            var page = await window.NewPageAsync();
            await page.SetContentAsync($"<!DOCTYPE html><html lang=\"ja\"><meta charset=\"utf-8\"><style>{style}</style><body>{html}</body></html>");
            return await make(page);
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
            ?? throw new RuleException("画像や書類を作るブラウザーが、ポータルのサーバーにありません。システム管理者に、Google Chrome、Microsoft Edge、Chromium のどれかを入れてもらってください。");
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
        loggers.CreateLogger<HeadlessBrowser>().LogError("The browser of this machine made no document: {Failure}", exception.Message);
        return new("画像や書類を作れませんでした。もう一度押しても同じときは、ポータルのサーバーのブラウザーが起動できるか、システム管理者に確かめてもらってください。");
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        gate.Dispose();
    }
}
