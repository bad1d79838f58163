using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>Renders one of our components as a picture.</summary>
internal sealed class Screenshotter(HeadlessBrowser browser)
{
    /// <summary>Returns a PNG of the component, which fills the window.</summary>
    /// <param name="width">In pixels.</param>
    /// <exception cref="RuleException">No browser is installed, or it does not start; the sentence says what to do.</exception>
    public Task<byte[]> Take<TComponent>(int width, int height, Dictionary<string, object?> parameters) where TComponent : IComponent =>
        browser.Make<TComponent>(parameters, "html,body{margin:0}svg{display:block}", (width, height),
            page => page.ScreenshotAsync(new() { Type = ScreenshotType.Png }));
}
