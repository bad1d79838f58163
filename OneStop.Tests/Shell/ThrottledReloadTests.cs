using Microsoft.Extensions.Logging.Abstractions;
using OneStop.Domain;
using OneStop.Portal.Shell;
using OneStop.Tests.House;

namespace OneStop.Tests.Shell;

/// <summary>Changes while the window is hidden are not read at once, and not missed.</summary>
public sealed class ThrottledReloadTests
{
    private readonly LiveUpdates live = new(NullLogger<LiveUpdates>.Instance);
    private readonly PageVisibility visibility = new();
    private int read;
    private int readBeside;

    [Fact]
    public async Task A_hidden_window_reads_once_when_it_is_looked_at_again()
    {
        using var pane = new ThrottledReload(live, "inbox", () => Task.FromResult(++read), visibility);
        using var beside = new ThrottledReload(live, "inbox", () => Task.FromResult(++readBeside));
        visibility.Set(isHidden: true);
        for (var change = 1; change <= 3; change++)
        {
            live.Announce("inbox");
            await TestOneStop.Until(() => Task.FromResult(readBeside == change), "a window that can be seen");
        }
        Assert.Equal(0, read);

        visibility.Set(isHidden: false);
        await TestOneStop.Until(() => Task.FromResult(read > 0), "it to be read");
        live.Announce("inbox");
        await TestOneStop.Until(() => Task.FromResult(read > 1), "what came after");
        Assert.Equal(2, read); // once for the first three, once for the last
    }

    [Fact]
    public async Task A_window_that_is_shown_again_and_missed_nothing_reads_nothing()
    {
        using var pane = new ThrottledReload(live, "inbox", () => Task.FromResult(++read), visibility);
        visibility.Set(isHidden: true);
        visibility.Set(isHidden: false);
        live.Announce("inbox");
        await TestOneStop.Until(() => Task.FromResult(read > 0), "the first change");
        Assert.Equal(1, read);
    }
}
