using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Tests.House;

/// <summary>
/// Clients' messages and workers' sending are announced. Uses a portal of its own, because its workers would disturb tests that count announcements.
/// </summary>
public sealed class AnnouncedTrafficTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private LiveUpdates Live => oneStop.Services.GetRequiredService<LiveUpdates>();

    [Fact]
    public async Task What_comes_from_LINE_and_what_a_worker_sends_is_announced_too()
    {
        var member = await oneStop.AMember("answerer", Duty.Counselor);
        using var inbox = new Heard(Live, ConversationTopics.Inbox);
        var talk = await oneStop.AsksSomething("だれが見ていますか");
        Assert.True(inbox.Count > 0);
        await oneStop.At<AnswerDesk>(member, desk => desk.Answer(talk, "見ています"));
        await TestOneStop.Until(async () =>
            await oneStop.Read(db => db.OutgoingMessages.CountAsync(m => m.ConversationId == talk && m.State == Delivery.Waiting)) == 1,
            "the receipt to be out");
        using var heard = new Heard(Live, ConversationTopics.Of(talk));
        oneStop.PassTheHold();
        await TestOneStop.Until(() => Task.FromResult(heard.Count > 0), "the talk to hear that its answer went out");
    }

    [Fact]
    public async Task A_sending_wakes_the_worker_that_sends()
    {
        var (member, talk) = (await oneStop.AMember("waker", Duty.Counselor), await oneStop.AQuietTalk());
        using var woken = new Heard(Live, WorkSignal.TopicOf(typeof(OutgoingSignal)));
        await oneStop.At<NoteDesk>(member, desk => desk.Write(talk, "メモ", Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
        Assert.Equal(0, woken.Count);
        await oneStop.At<AnswerDesk>(member, desk => desk.Answer(talk, "お答えします"));
        Assert.Equal(1, woken.Count);
    }
}
