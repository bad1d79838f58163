using Microsoft.Extensions.Logging.Abstractions;
using OneStop.Domain;

namespace OneStop.Tests.House;

public sealed class LiveUpdatesTests
{
    private readonly LiveUpdates live = new(NullLogger<LiveUpdates>.Instance);

    [Fact]
    public void A_watcher_that_fails_disturbs_neither_the_announcer_nor_the_others()
    {
        var heard = 0;
        using var failing = live.On("inbox", () => throw new InvalidOperationException("a screen is broken"));
        using var well = live.On("inbox", () => heard++);
        live.Announce("inbox");
        Assert.Equal(1, heard);
    }

    [Fact]
    public void Who_has_gone_hears_nothing_more()
    {
        var heard = 0;
        var watch = live.On("inbox", () => heard++);
        live.Announce("inbox");
        watch.Dispose();
        live.Announce("inbox");
        live.Announce("conversation:1");
        Assert.Equal(1, heard);
    }

    [Fact]
    public void What_is_kept_of_a_topic_is_old_when_the_topic_changes_and_only_then()
    {
        var before = live.VersionOf("inbox");
        live.Announce("presence:1");
        Assert.Equal(before, live.VersionOf("inbox"));
        var toldOf = before;
        using var watch = live.On("inbox", () => toldOf = live.VersionOf("inbox"));
        live.Announce("inbox");
        Assert.True(toldOf > before); // the cached version is outdated before anybody reads again
    }

    [Fact]
    public void A_screen_may_close_while_it_is_told()
    {
        IDisposable? watch = null;
        watch = live.On("inbox", () => watch!.Dispose());
        live.Announce("inbox");
        live.Announce("inbox");
    }
}
