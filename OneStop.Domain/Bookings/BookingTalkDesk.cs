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

    /// <summary>A button of the dialogue was pressed, or its words were typed.</summary>
    /// <param name="happened">What the talk shows to staff.</param>
    /// <param name="words">The channel's words for what the service has to say.</param>
    [DisplayName("予約のボタンに答える")]
    [Allowed(Line = true)]
    public async Task Take(Arrival arrival, TalkStep step, string happened, Func<TalkReply, AutoReply> words)
    {
        actor.MayDo<BookingTalkDesk>();
        await arrivals.Take(arrival, async (db, friend, conversation, now) =>
        {
            friend.Speak(arrival.At);
            db.Messages.Add(conversation.Happen(happened, arrival.At));
            var talk = new BookingTalk(db, friend, conversation, now);
            Arrivals.Say(db, friend, conversation, words(await talk.Answer(step)), now);
        });
        live.Announce(Topic);
        bell.Ring();
    }
}
