using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Conversations.Thread;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>A message of the conversation, as seen and as read by a screen reader.</summary>
public sealed class MessageBubbleTests : BunitContext
{
    private static readonly Guid Me = Guid.CreateVersion7(Japan("2026-10-05T09:00"));
    private readonly Actor actor = new();

    public MessageBubbleTests()
    {
        actor.BeStaff(StaffMember.Create("me", "わたし", [Duty.Counselor], Japan("2026-10-05T09:00")), "sitting");
        Services.AddSingleton(actor);
    }

    [Theory]
    [InlineData(Speaker.Client, null, "相談者")]
    [InlineData(Speaker.Bot, null, "こちら: 自動応答")]
    [InlineData(Speaker.Staff, "佐藤", "こちら: 佐藤")]
    public void Whoever_hears_the_screen_hears_first_who_speaks(Speaker by, string? name, string heard)
    {
        var bubble = Render<MessageBubble>(p => p.Add(x => x.Message, Said(by, name, Me)).Add(x => x.Now, Japan("2026-10-05T09:05")));
        Assert.StartsWith(heard, bubble.Find(".bubble-row").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(heard, bubble.Find(".bubble-meta").TextContent);
    }

    [Fact]
    public void Only_whoever_sent_an_answer_is_offered_to_take_it_back_in_its_hold()
    {
        Assert.NotNull(Held(actor.StaffId).Find(".held"));
        Assert.Contains("取り消す", Held(actor.StaffId).Find("[data-way-back]").TextContent, StringComparison.Ordinal);
        Assert.NotNull(Held(Me).Find(".held")); // a colleague sees that it will be sent
        Assert.Empty(Held(Me).FindAll("button"));

        IRenderedComponent<MessageBubble> Held(Guid by) => Render<MessageBubble>(p => p.Add(x => x.Message, Said(Speaker.Staff, "佐藤", by) with
        {
            OutgoingId = Guid.CreateVersion7(Japan("2026-10-05T09:00")),
            Delivery = Delivery.Waiting,
            HoldUntil = Japan("2026-10-05T09:05"),
        }).Add(x => x.Now, Japan("2026-10-05T09:04")));
    }

    private static MessageRow Said(Speaker by, string? name, Guid staff) => new()
    {
        Id = Guid.CreateVersion7(Japan("2026-10-05T09:00")),
        Order = 1,
        By = by,
        StaffName = name,
        Kind = MessageKind.Text,
        Text = "こんにちは",
        At = Japan("2026-10-05T09:04"),
        Sticker = null,
        Place = null,
        FileId = null,
        FileState = null,
        FileName = null,
        FileReason = null,
        File = null,
        OutgoingId = null,
        Delivery = null,
        Route = null,
        Reason = null,
        HoldUntil = null,
        Attempts = 0,
        UnsentAt = null,
        AsksSomebody = false,
        HasPreview = false,
        Quotes = null,
        StaffId = staff,
        CanBeQuoted = false,
        LinkUntil = null,
        HinderedBy = null,
    };
}
