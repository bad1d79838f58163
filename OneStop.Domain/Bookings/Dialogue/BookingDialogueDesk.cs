using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>予約の受付: each step of the dialogue in LINE, around the clock (仕様書 7(1)②(ア)). What it brings about is kept in the same save as the event.</summary>
[DisplayName("予約の受付")]
public sealed class BookingDialogueDesk(DeskContext desk, InboundEvents inbound, ConsentWithdrawal withdrawal, BookingSignal signal)
{
    /// <summary>After so long a day or a time that is typed is no answer to the last card any more.</summary>
    private static readonly TimeSpan AsksFor = TimeSpan.FromHours(1);

    /// <summary>Announced when bookings changed.</summary>
    public const string Topic = "bookings";

    /// <summary>A button of the dialogue was pressed.</summary>
    /// <param name="happened">What the talk shows to staff.</param>
    /// <param name="words">The channel's words for what the service has to say.</param>
    [DisplayName("予約のボタンに答える")]
    [Allowed(Line = true)]
    public async Task Take(InboundEvent inboundEvent, DialogueStep step, string happened, Func<DialogueReply, AutoReply> words)
    {
        desk.MayDo<BookingDialogueDesk>();
        await Answer(inboundEvent, step, (conversation, _) => conversation.AddEvent(happened, inboundEvent.At), words);
    }

    /// <summary>Its words were typed: they are the client's, who may take them back.</summary>
    /// <param name="words">The channel's words for what the service has to say.</param>
    [DisplayName("予約の言葉に答える")]
    [Allowed(Line = true)]
    public async Task TakeTyped(InboundEvent inboundEvent, DialogueStep step, SaysText typed, Func<DialogueReply, AutoReply> words)
    {
        desk.MayDo<BookingDialogueDesk>();
        await Answer(inboundEvent, step, (conversation, now) => conversation.Hear(typed, inboundEvent.At, now), words, typed.LineMessageId);
    }

    /// <summary>What somebody can choose on the last card that they were answered with, if it is of the dialogue and lately said: the way is kept in its buttons.</summary>
    [DisplayName("予約の途中かを見る")]
    [Allowed(Line = true)]
    public async Task<IReadOnlyList<BookingWish>> Choices(LineUserId from)
    {
        desk.MayDo<BookingDialogueDesk>();
        await using var db = await desk.Read();
        var since = desk.Now - AsksFor;
        var talk = await db.Conversations.Where(c => c.Friend.LineUserId == from).Select(c => c.Id).SingleOrDefaultAsync();
        var last = await db.OutgoingMessages.AsNoTracking().Where(m => m.ConversationId == talk && !m.IsUnasked).OrderByDescending(m => m.Order).FirstOrDefaultAsync();
        if (last is null || last.CreatedAt < since)
            return [];
        var cards = last.Contents.SelectMany(c => c is CarouselContent { Cards: var several } ? several : c is CardContent one ? [one] : (IReadOnlyList<CardContent>)[]);
        return [.. cards.SelectMany(c => c.Choices).Select(c => c.Data is { } data && DialogueStep.TryRead(data, out var step) ? step : null).OfType<Chooses>().Select(c => c.Wish)];
    }

    /// <summary>
    /// Is a wish that was typed for a person to read? While staff is talking with them it is: the bot does not break in. So is that they
    /// cannot come, where it knows of nothing that is coming: that may have been arranged in the talk.
    /// </summary>
    /// <param name="givesUp">They wish to cancel or to move something, or do not come.</param>
    [DisplayName("予約の言葉が職員あてかを見る")]
    [Allowed(Line = true)]
    public async Task<bool> IsForPerson(LineUserId from, bool givesUp)
    {
        desk.MayDo<BookingDialogueDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        if (await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Friend.LineUserId == from) is { } talk && await db.IsTalking(talk, now))
            return true;
        if (!givesUp)
            return false;
        var client = await db.Clients.Where(c => db.Friends.Any(f => f.Id == c.FriendId && f.LineUserId == from)).Select(c => c.Id).SingleOrDefaultAsync();
        return !await db.Bookings.ComingOf(client, now).AnyAsync();
    }

    private async Task Answer(InboundEvent inboundEvent, DialogueStep step, Func<Conversation, DateTimeOffset, Message> shown, Func<DialogueReply, AutoReply> words, string? lineMessageId = null)
    {
        try
        {
            await Keep(inboundEvent, talk => talk.Answer(step), shown, words, lineMessageId);
        }
        catch (RuleException)
        {
            await Keep(inboundEvent, _ => Task.FromResult<DialogueReply>(new IsOver()), shown, words, lineMessageId); // nothing of it was kept; tried again it would break the same rule, and what they say next waits for it
        }
        desk.Live.Announce(Topic);
        signal.Raise();
    }

    private async Task Keep(InboundEvent inboundEvent, Func<BookingDialogue, Task<DialogueReply>> answer, Func<Conversation, DateTimeOffset, Message> shown, Func<DialogueReply, AutoReply> words, string? lineMessageId)
    {
        await inbound.Take(inboundEvent, async (db, friend, conversation, now) =>
        {
            friend.Speak(inboundEvent.At);
            if (lineMessageId is not null && await db.IsKnown(conversation.Id, lineMessageId))
                return; // it was taken back, or changed, before it came
            db.Messages.Add(shown(conversation, now));
            var due = conversation.AnswerDue;
            var reply = await answer(new BookingDialogue(db, friend, conversation, withdrawal, now));
            if (lineMessageId is not null || conversation.AnswerDue != due) // they wrote, or a person has to say something now
                await db.GiveWay(conversation, inboundEvent.At, now);
            var says = words(reply);
            if (conversation.AnswerDue is { } by && by != due)
                says = says.With((await db.Promise(by, now)).InWords); // whoever is led to a person learns by when
            InboundEvents.Say(db, friend, conversation, says, now, reply.Confirms);
        });
    }
}
