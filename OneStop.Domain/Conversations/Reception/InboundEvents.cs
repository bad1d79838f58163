using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Conversations.Reception;

/// <summary>An event from a friend: the number of the incoming event, the sender, the time, and its reply token.</summary>
public sealed record InboundEvent(long Sequence, LineUserId From, DateTimeOffset At, string? ReplyToken);

/// <summary>What the bot sends; the conversation shows one message for each content.</summary>
public sealed record AutoReply(IReadOnlyList<OutgoingContent> Contents)
{
    /// <summary>The messages that the conversation shows.</summary>
    public IEnumerable<(MessageKind Kind, string Text)> Shown => Contents.Select(c => c switch
    {
        TextContent text => (MessageKind.Text, text.Text),
        CardContent card => (MessageKind.Card, InWords(card)),
        CarouselContent { Cards: var cards } => (MessageKind.Card, string.Join("\n", cards.Select(c => c.Title))),
        _ => (MessageKind.Picture, "画像"),
    });

    /// <summary>Returns the reply with a sentence added after its last text.</summary>
    public AutoReply With(string sentence) => new([.. Contents.SkipLast(1), .. Contents[^1] switch
    {
        CardContent card => new OutgoingContent[] { card with { Text = $"{card.Text}\n\n{sentence}" } },
        var other => [other, new TextContent(sentence)],
    }]);

    internal static string InWords(CardContent card) =>
        $"{card.Title}\n{card.Text}\n{string.Join(" ", card.Choices.Concat(card.Below ?? []).Select(x => $"［{x.Label}］"))}";
}

/// <summary>
/// Applies what arrives: the event is marked as done in the same save as its effects, so that none is processed twice. The words of every event are
/// checked for danger words. Permissions are checked by the desks.
/// </summary>
public sealed class InboundEvents(InboundEventGroups groups, DangerWatch danger, TimeProvider clock)
{
    /// <summary>Applies an event, unless it has been processed before.</summary>
    /// <param name="change">Gets the friend and the conversation, which are created if needed, and the time of the save.</param>
    public Task Take(InboundEvent inboundEvent, Func<OneStopDb, Friend, Conversation, DateTimeOffset, Task> change) =>
        Take(inboundEvent, async (db, incoming, friend, conversation, now) =>
    {
        await change(db, friend, conversation, now);
        incoming.Finish(now);
    });

    /// <inheritdoc cref="Take(InboundEvent, Func{OneStopDb, Friend, Conversation, DateTimeOffset, Task})"/>
    public Task Take(InboundEvent inboundEvent, Action<OneStopDb, Friend, Conversation, DateTimeOffset> change) =>
        Take(inboundEvent, (db, friend, conversation, now) =>
    {
        change(db, friend, conversation, now);
        return Task.CompletedTask;
    });

    /// <summary>Applies an event that the change itself marks as done or failed.</summary>
    internal Task Take(InboundEvent inboundEvent, Func<OneStopDb, IncomingEvent, Friend, Conversation, DateTimeOffset, Task> change) =>
        groups.Change(inboundEvent.Sequence, inboundEvent.From, async db =>
        {
            var now = clock.GetUtcNow();
            var incoming = (await db.IncomingEvents.FindAsync(inboundEvent.Sequence))!;
            if (incoming.ProcessedAt is not null)
                return;

            var friend = await db.GetOrRegister(inboundEvent.From, now);
            var conversation = db.Conversations.Local.FindEntry(nameof(Conversation.FriendId), friend.Id)?.Entity
                ?? await db.Conversations.SingleOrDefaultAsync(c => c.FriendId == friend.Id);
            if (conversation is null)
                db.Conversations.Add(conversation = Conversation.With(friend, now));
            if (inboundEvent.ReplyToken is { } token)
                conversation.KeepReply(new(token, incoming.ReceivedAt + ReplyToken.FreshFor));
            var words = EventWords.In(incoming.Body); // before the change, which wipes the body of an unsent message
            await change(db, incoming, friend, conversation, now);
            conversation.SeeWhetherBlocked();
            await danger.Hear(db, friend, conversation, words, now);
        });

    /// <summary>
    /// Sends a message of the bot: adds it to the conversation and to the outbox in the same save. Free of charge while the event's reply token is
    /// fresh.
    /// </summary>
    /// <param name="confirms">The booking that the message confirms; null if none.</param>
    public static void Say(OneStopDb db, Friend friend, Conversation conversation, AutoReply says, DateTimeOffset now, Confirmation? confirms = null)
    {
        var messages = says.Shown.Select(s => conversation.ReplyAutomatically(s.Kind, s.Text, now)).ToList();
        var sending = OutgoingMessage.For(friend, conversation.Id, messages[0].Order, [.. says.Contents.Select(c => c with { Confirms = confirms })],
            now, now, conversation.TakeReply(now));
        messages.ForEach(m => m.Carry(sending));
        db.Messages.AddRange(messages);
        db.OutgoingMessages.Add(sending);
    }
}
