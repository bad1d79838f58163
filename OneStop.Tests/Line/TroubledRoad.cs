using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using Route = OneStop.Domain.Channels.Route;

namespace OneStop.Tests.Line;

/// <summary>Sends an answer while LINE fails, and advances the clock until the delivery has ended.</summary>
public abstract class TroubledRoad(TestOneStop oneStop)
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(11); // longer than the timeout of a call

    protected TestOneStop Office { get; } = oneStop;

    /// <summary>Lets a client ask and a counselor answer by this route, while LINE fails as ordered.</summary>
    protected Task<(VirtualFriend Friend, Guid Conversation)> AnswerOnItsWay(Route route, Order order) =>
        AnswerAfter(route, () => Office.Line.Orders.Give(order));

    protected async Task<(VirtualFriend Friend, Guid Conversation)> AnswerAfter(Route route, Action trouble, bool passTheHold = true)
    {
        var friend = await Office.AFriend();
        Say(friend, "質問です");
        await TestOneStop.Until(() => Task.FromResult(Office.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3), "the receipt");
        var conversation = await Office.ConversationOf(friend);
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Accepted, "the receipt to be noted");
        if (route == Route.Reply)
        {
            Say(friend, "もうひとつ"); // in a running exchange there is no receipt, so the token is unused
            await TestOneStop.Until(() => Office.Read(db => db.Messages.AnyAsync(m => m.ConversationId == conversation && m.Text == "もうひとつ")));
        }
        trouble();
        await Answer(conversation, "こたえ");
        if (passTheHold)
            Office.PassTheHold();
        return (friend, conversation);
    }

    protected async Task Answer(Guid conversation, string text)
    {
        var member = await Office.AMember("counselor", Duty.Counselor);
        await Office.As(member, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, text));
    }

    protected async Task<ConversationView> Opened(Guid conversation) =>
        (await Office.At<ConversationDesk, ConversationView?>(await Office.AMember("counselor", Duty.Counselor), d => d.Open(conversation)))!;

    /// <summary>
    /// Advances the clock, through every retry delay and through the timeout of a call without answer, until the condition is true; but
    /// never during a call that is being answered, which would time out.
    /// </summary>
    protected Task Advancing(Func<Task<bool>> done, TimeSpan? step = null) => TestOneStop.Until(async () =>
    {
        if (Office.Line.Orders.KeptWaiting > 0 || !await IsSomethingUnderWay())
            Office.Clock.Advance(step ?? Patience);
        Office.Services.GetRequiredService<OutgoingSignal>().Raise();
        Office.Services.GetRequiredService<FileSignal>().Raise();
        return await done();
    });

    private Task<bool> IsSomethingUnderWay() => Office.Read(async db =>
    {
        var now = Office.Clock.GetUtcNow();
        return await db.OutgoingMessages.Due(now).AnyAsync() || await db.OutgoingMessages.Outstanding().AnyAsync(m => m.ClaimedUntil > now);
    });

    /// <summary>Gives the worker time to do what it must not: waits until a later answer in another conversation has arrived.</summary>
    protected async Task Rounds()
    {
        var (friend, _) = await AnswerAfter(Route.Push, () => { });
        await TestOneStop.Until(() => Task.FromResult(Copies(friend) == 1), "another's answer");
    }

    protected void Say(VirtualFriend friend, string text) => Office.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });

    protected int Copies(VirtualFriend friend) => Office.Line.TalkOf(friend.UserId).Count(b => !b.IsMine && TextOf(b) == "こたえ");

    protected Task<OutgoingMessage> Outgoing(Guid conversation) =>
        Office.Read(db => db.OutgoingMessages.AsNoTracking().Where(m => m.ConversationId == conversation).OrderByDescending(m => m.Order).FirstAsync());

    protected Task<bool> AsksAPerson(Guid conversation) =>
        Office.Read(db => db.Conversations.NeedingAnswer().AnyAsync(c => c.Id == conversation && c.TroubleAt != null));

    protected static string? TextOf(Bubble bubble) => bubble.Message["text"]?.GetValue<string>();
}
