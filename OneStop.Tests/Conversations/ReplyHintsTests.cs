using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Portal.Features.Conversations.Answers;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>The composer's hints before sending to this person now, with a set clock.</summary>
public sealed class ReplyHintsTests : BunitContext
{
    private const string Quiet = "通知音なし";
    private readonly FakeTimeProvider clock = new(Japan("2026-10-05T12:00"));
    private readonly MonthQuota quota;

    public ReplyHintsTests()
    {
        Services.AddSingleton(quota = new(new LiveUpdates(NullLogger<LiveUpdates>.Instance), clock));
        Services.AddSingleton<TimeProvider>(clock);
    }

    [Theory]
    [InlineData("2026-10-05T20:59", false)]
    [InlineData("2026-10-05T21:00", true)]
    [InlineData("2026-10-05T23:59", true)]
    [InlineData("2026-10-06T00:01", true)] // across midnight
    [InlineData("2026-10-06T00:30", true)] // 24:30 of the previous service day
    [InlineData("2026-10-06T07:59", true)]
    [InlineData("2026-10-06T08:00", false)]
    [InlineData("2026-11-01T00:00", true)] // across the end of a month
    [InlineData("2027-01-01T00:00", true)] // across the end of the year
    public void At_night_it_says_that_the_telephone_makes_no_sound(string now, bool says) =>
        Assert.Equal(says, Hints(now).Any(h => h.Contains(Quiet, StringComparison.Ordinal)));

    [Theory]
    [InlineData("2026-10-05T21:10", "2026-10-05T20:50", false)] // in a running exchange the person waits for the sound
    [InlineData("2026-10-06T00:30", "2026-10-05T23:31", false)] // across midnight too
    [InlineData("2026-10-06T00:30", "2026-10-05T23:30", true)] // an hour ago: the exchange is over
    public void Whoever_has_just_written_hears_the_answer(string now, string clientSpoke, bool says) =>
        Assert.Equal(says, Hints(now, clientSpokeAt: Japan(clientSpoke)).Any(h => h.Contains(Quiet, StringComparison.Ordinal)));

    [Theory]
    [InlineData("2026-10-05T21:59", null)]
    [InlineData("2026-10-05T22:00", "10月6日(火) 7:00")]
    [InlineData("2026-10-05T23:59", "10月6日(火) 7:00")]
    [InlineData("2026-10-06T00:01", "10月6日(火) 7:00")] // the same night, with its own date
    [InlineData("2026-10-06T00:30", "10月6日(火) 7:00")]
    [InlineData("2026-10-06T06:59", "10月6日(火) 7:00")]
    [InlineData("2026-10-06T07:00", null)]
    [InlineData("2026-10-31T23:59", "11月1日(日) 7:00")] // across the end of a month
    [InlineData("2026-12-31T22:00", "1月1日(金) 7:00")] // across the end of the year
    public void In_the_hours_without_contact_it_says_when_they_end(string now, string? until)
    {
        var card = Card with { NoContact = new(Japan("2026-10-01T10:00"), Guid.Empty, new(22, 0), new(7, 0)) };
        Assert.Equal(until is null ? [] : [$"いまは連絡不可の時間帯です。「あとで送る」で {until} 以降に送れます。"],
            Hints(now, card).Where(h => h.Contains("連絡不可", StringComparison.Ordinal)));
    }

    [Fact]
    public void By_day_to_somebody_who_set_nothing_it_says_nothing() => Assert.Empty(Hints("2026-10-05T12:00"));

    [Fact]
    public void A_discreet_answer_is_announced_by_what_the_client_will_see() =>
        Assert.Contains("「お返事があります」と届き", Assert.Single(Hints("2026-10-05T12:00", Card with { Discretion = new("", null, clock.GetUtcNow()) })),
            StringComparison.Ordinal);

    [Fact]
    public void What_weighs_most_stands_first_and_each_has_its_icon()
    {
        quota.Note(used: 200, limit: 200);
        clock.SetUtcNow(Japan("2026-10-05T22:30"));
        var hints = Render(Card with
        {
            NoContact = new(clock.GetUtcNow(), Guid.Empty, new(22, 0), new(7, 0)),
            Discretion = new("", null, clock.GetUtcNow()),
        });
        Assert.Collection(hints.FindAll(".hint").Select(h => h.TextContent),
            h => Assert.Contains("今月の送信数の上限", h, StringComparison.Ordinal),
            h => Assert.Contains("連絡不可", h, StringComparison.Ordinal),
            h => Assert.Contains("控えめ", h, StringComparison.Ordinal),
            h => Assert.Contains(Quiet, h, StringComparison.Ordinal));
        Assert.All(hints.FindAll(".hint"), h => Assert.NotNull(h.QuerySelector("svg"))); // never by colour alone
    }

    [Fact]
    public void They_follow_the_clock_and_the_quota()
    {
        clock.SetUtcNow(Japan("2026-10-05T20:59"));
        var hints = Render(Card);
        Assert.Empty(hints.FindAll(".hint"));
        clock.Advance(TimeSpan.FromMinutes(1));
        quota.Spend();
        hints.Render();
        Assert.Equal(2, hints.FindAll(".hint").Count);
        clock.Advance(TimeSpan.FromHours(11));
        quota.Pass();
        hints.Render();
        Assert.Empty(hints.FindAll(".hint"));
    }

    private static ClientCard Card => new(12, null, null, null, Japan("2026-10-01T10:00"));

    private List<string> Hints(string now, ClientCard? card = null, DateTimeOffset? clientSpokeAt = null)
    {
        clock.SetUtcNow(Japan(now));
        return [.. Render(card ?? Card, clientSpokeAt).FindAll(".hint").Select(h => h.TextContent.Trim())];
    }

    private IRenderedComponent<ReplyHints> Render(ClientCard card, DateTimeOffset? clientSpokeAt = null) =>
        Render<ReplyHints>(p => p.Add(x => x.Card, card).Add(x => x.ClientSpokeAt, clientSpokeAt));
}
