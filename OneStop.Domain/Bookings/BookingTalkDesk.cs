using System.ComponentModel;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>予約の受付: each step of the dialogue in LINE, around the clock (仕様書 7(1)②(ア)). What it brings about is kept in the same save as the event.</summary>
[DisplayName("予約の受付")]
public sealed class BookingTalkDesk(Actor actor, Arrivals arrivals, LiveUpdates live, BookingBell bell)
{
    /// <summary>Announced when bookings changed.</summary>
    public const string Topic = "bookings";

    /// <summary>A button of the dialogue was pressed.</summary>
    /// <param name="happened">What the talk shows to staff.</param>
    /// <param name="words">The channel's words for what the service has to say.</param>
    [DisplayName("予約のボタンに答える")]
    [Allowed(Line = true)]
    public async Task Take(Arrival arrival, TalkStep step, string happened, Func<TalkReply, AutoReply> words)
    {
        actor.MayDo<BookingTalkDesk>();
        await Answer(arrival, step, (conversation, _) => conversation.Happen(happened, arrival.At), words);
    }

    /// <summary>Its words were typed: they are the client's, who may take them back.</summary>
    /// <param name="words">The channel's words for what the service has to say.</param>
    [DisplayName("予約の言葉に答える")]
    [Allowed(Line = true)]
    public async Task TakeTyped(Arrival arrival, TalkStep step, SaysText typed, Func<TalkReply, AutoReply> words)
    {
        actor.MayDo<BookingTalkDesk>();
        await Answer(arrival, step, (conversation, now) => conversation.Hear(typed, arrival.At, now), words, typed.LineMessageId);
    }

    private async Task Answer(Arrival arrival, TalkStep step, Func<Conversation, DateTimeOffset, Message> shown, Func<TalkReply, AutoReply> words, string? lineMessageId = null)
    {
        await arrivals.Take(arrival, async (db, friend, conversation, now) =>
        {
            friend.Speak(arrival.At);
            if (lineMessageId is not null && await db.WasTakenBack(conversation.Id, lineMessageId))
                return; // before it came
            db.Messages.Add(shown(conversation, now));
            var due = conversation.AnswerDue;
            var reply = await new BookingTalk(db, friend, conversation, now).Answer(step);
            if (lineMessageId is not null || conversation.AnswerDue != due) // they wrote, or a person has to say something now
                await db.GiveWay(conversation, arrival.At, now);
            Arrivals.Say(db, friend, conversation, words(reply), now);
        });
        live.Announce(Topic);
        bell.Ring();
    }
}
