using System.Text.Json;
using Microsoft.Playwright;

namespace OneStop.Tests.EndToEnd;

/// <summary>A finger on a touch screen.</summary>
internal sealed class Finger(ICDPSession screen)
{
    private const int Steps = 5;
    private float x, y;

    /// <summary>Returns a finger for a page.</summary>
    public static async Task<Finger> On(IPage page)
    {
        var screen = await page.Context.NewCDPSessionAsync(page);
        await screen.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true });
        return new(screen);
    }

    /// <summary>Puts the finger on an element.</summary>
    public async Task Press(ILocator target)
    {
        var box = (await target.BoundingBoxAsync())!;
        (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 3));
        await Send("touchStart");
    }

    public async Task MoveBy(float right, float down)
    {
        for (var i = 0; i < Steps; i++)
        {
            (x, y) = (x + (right / Steps), y + (down / Steps));
            await Send("touchMove");
        }
    }

    public Task Lift() => screen.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

    /// <summary>Presses, moves at once, and lifts.</summary>
    public async Task Swipe(ILocator target, float right, float down)
    {
        var box = (await target.BoundingBoxAsync())!;
        (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 3));
        var pressed = Send("touchStart"); // its answer may take as long as a press that drags
        await MoveBy(right, down);
        await pressed;
        await Lift();
    }

    private Task<JsonElement?> Send(string type) => screen.SendAsync("Input.dispatchTouchEvent",
        new() { ["type"] = type, ["touchPoints"] = (object[])[new Dictionary<string, object> { ["x"] = x, ["y"] = y }] });
}
