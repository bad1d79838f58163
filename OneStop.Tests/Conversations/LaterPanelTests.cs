using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OneStop.Domain.Conversations;
using OneStop.Portal.Features.Conversations.Answers;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>あとで送る: the suggested times for an answer, with a set clock.</summary>
public sealed class LaterPanelTests : BunitContext
{
    private readonly FakeTimeProvider clock = new(Japan("2026-10-05T12:00"));

    public LaterPanelTests() => Services.AddSingleton<TimeProvider>(clock);

    [Theory]
    [InlineData("2026-10-05T17:30", "10月5日(月) 18:00", "10月6日(火) 9:00", "10月6日(火) 18:00", "10月12日(月) 9:00")]
    [InlineData("2026-10-05T17:31", "10月6日(火) 9:00", "10月6日(火) 18:00", "10月12日(月) 9:00")] // less than half an hour ahead: not suggested
    [InlineData("2026-10-05T20:59", "10月6日(火) 9:00", "10月6日(火) 18:00", "10月12日(月) 9:00")]
    [InlineData("2026-10-05T23:59", "10月6日(火) 9:00", "10月6日(火) 18:00", "10月12日(月) 9:00")]
    // the next morning, not the one after it
    [InlineData("2026-10-06T00:01", "10月6日(火) 9:00", "10月6日(火) 18:00", "10月7日(水) 9:00", "10月7日(水) 18:00", "10月12日(月) 9:00")]
    [InlineData("2026-10-06T00:30", "10月6日(火) 9:00", "10月6日(火) 18:00", "10月7日(水) 9:00", "10月7日(水) 18:00", "10月12日(月) 9:00")] // 24:30 of the day before
    [InlineData("2026-10-06T08:00", "10月6日(火) 9:00", "10月6日(火) 18:00", "10月7日(水) 9:00", "10月7日(水) 18:00", "10月12日(月) 9:00")]
    [InlineData("2026-10-11T20:00", "10月12日(月) 9:00", "10月12日(月) 18:00")] // tomorrow is Monday: suggested once
    [InlineData("2026-10-31T20:00", "11月1日(日) 9:00", "11月1日(日) 18:00", "11月2日(月) 9:00")] // across the end of a month
    [InlineData("2026-12-31T23:59", "1月1日(金) 9:00", "1月1日(金) 18:00", "1月4日(月) 9:00")] // across the end of the year
    public void Good_times_are_offered_the_nearest_first(string now, params string[] offered) => Assert.Equal(offered, Offered(now));

    [Theory]
    [InlineData("2026-10-05T21:59", "10月6日(火) 9:00")]
    [InlineData("2026-10-05T22:00", "10月6日(火) 7:30")]
    [InlineData("2026-10-06T00:30", "10月6日(火) 7:30")] // of the same morning
    [InlineData("2026-10-06T07:29", "10月6日(火) 7:30")] // in a minute, when the hours without contact end
    [InlineData("2026-10-06T07:30", "10月6日(火) 9:00")]
    [InlineData("2026-10-31T23:59", "11月1日(日) 7:30")]
    public void While_the_person_is_left_alone_the_end_of_it_is_offered_first(string now, string first) =>
        Assert.Equal(first, Offered(now, new(Japan("2026-10-01T10:00"), Guid.Empty, new(22, 0), new(7, 30)))[0]);

    [Fact]
    public void No_time_is_offered_at_which_the_person_must_be_left_alone() => // works until three every afternoon
        Assert.DoesNotContain(Offered("2026-10-05T12:00", new(Japan("2026-10-01T10:00"), Guid.Empty, new(8, 30), new(15, 0))),
            t => t.EndsWith(" 9:00", StringComparison.Ordinal));

    [Fact]
    public void What_is_offered_follows_the_clock()
    {
        clock.SetUtcNow(Japan("2026-10-05T17:30"));
        var panel = Render<LaterPanel>();
        Assert.Equal("10月5日(月) 18:00", panel.Find(".later-times button").TextContent.Trim());
        clock.Advance(TimeSpan.FromMinutes(1));
        panel.Render();
        Assert.Equal("10月6日(火) 9:00", panel.Find(".later-times button").TextContent.Trim());
        Assert.Equal("2026-10-05T17:31", panel.Find("input[type=datetime-local]").GetAttribute("min"));
    }

    [Fact]
    public async Task What_is_pressed_is_what_is_planned()
    {
        (DateTimeOffset SendAt, bool UnlessClientWrites)? planned = null;
        clock.SetUtcNow(Japan("2026-10-06T00:30"));
        var panel = Render<LaterPanel>(p => p.Add(x => x.OnPlan, when => planned = when));
        await panel.Find(".later-times button").ClickAsync();
        Assert.Equal((Japan("2026-10-06T09:00"), true), planned);
        await panel.Find("input[type=checkbox]").ChangeAsync(false);
        await panel.Find("input[type=datetime-local]").ChangeAsync("2026-11-01T00:15:00");
        await panel.Find("form").SubmitAsync();
        Assert.Equal((Japan("2026-11-01T00:15"), false), planned);
    }

    private List<string> Offered(string now, NoContactHours? noContact = null)
    {
        clock.SetUtcNow(Japan(now));
        return [.. Render<LaterPanel>(p => p.Add(x => x.NoContact, noContact)).FindAll(".later-times button").Select(b => b.TextContent.Trim())];
    }
}
