using Bunit;
using OneStop.Portal.Features.Conversations.Thread;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>The time left of the 24 hours, as shown to counselors.</summary>
public sealed class AnswerDueChipTests : BunitContext
{
    [Theory]
    [InlineData("2026-10-05T23:59", "2026-10-06T23:58", "残り23時間", "plain")]
    [InlineData("2026-10-06T00:01", "2026-10-06T06:00", "残り5時間", "waits")] // across midnight
    [InlineData("2026-10-06T00:30", "2026-10-06T01:29", "至急 残り59分", "waits urgent")] // 24:30 of the previous service day
    [InlineData("2026-10-31T23:50", "2026-11-01T00:00", "至急 残り10分", "waits urgent")] // across the end of a month
    [InlineData("2026-10-06T10:00", "2026-10-06T11:00", "残り1時間", "waits")] // the last hour has not begun
    [InlineData("2026-10-06T10:00", "2026-10-06T09:58", "2分超過", "danger")]
    [InlineData("2026-10-06T10:00", "2026-10-05T06:00", "28時間超過", "danger")]
    public void It_says_what_is_left_and_never_by_colour_alone(string now, string due, string says, string tone)
    {
        var chip = Render<AnswerDueChip>(p => p.Add(x => x.Due, Japan(due)).Add(x => x.Now, Japan(now)));
        Assert.Equal(says, chip.Find("[title]").TextContent);
        Assert.Equal($"chip {tone}", chip.Find(".chip").ClassName);
        Assert.NotNull(chip.Find("svg"));
    }

    [Fact]
    public void Where_nobody_waits_there_is_no_chip() => Assert.Empty(Render<AnswerDueChip>().Markup.Trim());
}
