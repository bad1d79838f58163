using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Portal.Features.Bookings.Hour;
using OneStop.Portal.Features.Conversations.Inbox;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>A row of the inbox, with a set clock.</summary>
public sealed class InboxRowTests : BunitContext
{
    private static readonly IReadOnlyDictionary<Guid, string> NobodyTalks = new Dictionary<Guid, string>();

    public InboxRowTests() => Services.AddSingleton(new LiveTalkBoard(() => Task.FromResult(NobodyTalks), new(NullLogger<LiveUpdates>.Instance)));

    [Theory]
    [InlineData("2026-10-05T23:59", "2026-10-05T23:50", "23:50")]
    [InlineData("2026-10-06T00:01", "2026-10-05T23:59", "昨日 23:59")] // across midnight
    [InlineData("2026-10-06T00:30", "2026-10-06T00:10", "0:10")] // 24:30 of the previous service day is 0:30 of this calendar day
    [InlineData("2026-11-01T00:05", "2026-10-31T23:55", "昨日 23:55")] // across the end of a month
    [InlineData("2026-11-02T09:00", "2026-10-31T23:55", "10月31日")]
    [InlineData("2027-01-01T00:05", "2026-12-30T10:00", "2026年12月30日")]
    public void It_says_when_somebody_last_spoke(string now, string spoke, string says) => Assert.Equal(says, Row(now, spoke).Find(".row-time").TextContent);

    [Fact]
    public void It_says_who_has_it_in_hand_and_names_every_state()
    {
        var waiting = Row("2026-10-05T12:00", "2026-10-05T11:00");
        Assert.Contains("担当者待ち", waiting.Find(".row-who").TextContent, StringComparison.Ordinal);
        Assert.Equal("未読", waiting.Find(".row-name .sr-only").TextContent);
        Assert.Equal(["エラー", "要注意", "面接前"], waiting.FindAll(".row-foot .chip").Select(c => c.TextContent.Trim()));
        Assert.All(waiting.FindAll(".row-foot .chip"), c => Assert.NotNull(c.QuerySelector("svg"))); // never by colour alone
    }

    [Fact]
    public void It_is_drawn_again_only_where_it_shows_something_new()
    {
        var row = Row("2026-10-05T12:00", "2026-10-05T11:00");
        Assert.False(IsDrawn(p => p.Add(x => x.Now, Japan("2026-10-05T12:00")).Add(x => x.Row, RowOf("2026-10-05T11:00")))); // read again, without a change
        Assert.True(IsDrawn(p => p.Add(x => x.Row, RowOf("2026-10-05T11:00") with { LastText = "もうひとつ" })));
        Assert.Equal("相談者: もうひとつ", row.Find(".row-text").TextContent);
        Assert.True(IsDrawn(p => p.Add(x => x.Row, RowOf("2026-10-05T11:00") with { LastText = "もうひとつ", Tags = [new(Guid.Empty, "面接後")] })));
        Assert.True(IsDrawn(p => p.Add(x => x.Now, Japan("2026-10-05T12:01")))); // the time left changes
        Assert.False(IsDrawn(p => p.Add(x => x.Now, Japan("2026-10-05T12:01"))));
        Assert.True(IsDrawn(p => p.Add(x => x.IsCurrent, true)));

        bool IsDrawn(Action<ComponentParameterCollectionBuilder<InboxRowView>> given)
        {
            var before = row.RenderCount; // of the row and its content
            row.Render(given);
            return row.RenderCount > before;
        }
    }

    private IRenderedComponent<InboxRowView> Row(string now, string spoke) => Render<InboxRowView>(p => p
        .Add(x => x.Now, Japan(now))
        .Add(x => x.Href, "/inbox")
        .Add(x => x.Row, RowOf(spoke)));

    private static InboxRow RowOf(string spoke) => new()
    {
        Id = Guid.Empty,
        FriendNumber = 12,
        CalledAs = null,
        IsBlocked = false,
        AnswerDue = Japan(spoke).AddHours(24),
        AssigneeId = null,
        AssigneeName = null,
        IsDone = false,
        HasTrouble = true,
        IsCautioned = true,
        SpokenAt = Japan(spoke),
        HeardOrder = 1,
        LastBy = Speaker.Client,
        LastKind = MessageKind.Text,
        LastText = "相談です",
        LastUnsent = false,
        IsUnread = true,
        Tags = [new(Guid.Empty, "面接前")],
    };
}
