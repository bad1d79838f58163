using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Reception;

/// <summary>ボタンの窓口: handles buttons that a friend presses in LINE, on the rich menu or under a message.</summary>
[DisplayName("ボタン")]
public sealed class ButtonDesk(DeskContext desk, InboundEvents inbound, Talking talking)
{
    /// <summary>Handles a pressed button: the bot answers.</summary>
    /// <param name="pressed">The name of the button in the conversation.</param>
    [DisplayName("ボタンに答える")]
    [Allowed(Line = true)]
    public async Task Reply(InboundEvent inboundEvent, string pressed, AutoReply answer)
    {
        desk.MayDo<ButtonDesk>();
        await inbound.Take(inboundEvent, (db, friend, conversation, now) =>
        {
            friend.Speak(inboundEvent.At);
            db.Messages.Add(conversation.AddEvent($"{pressed}が押されました", inboundEvent.At));
            InboundEvents.Say(db, friend, conversation, answer, now);
        });
    }

    /// <summary>
    /// Handles a button's words when typed. They are the client's message, which they can unsend. In a running exchange with staff they are left to
    /// staff.
    /// </summary>
    [DisplayName("ボタンの言葉に答える")]
    [Allowed(Line = true)]
    public async Task ReplyTyped(InboundEvent inboundEvent, SaysText typed, AutoReply answer)
    {
        desk.MayDo<ButtonDesk>();
        await inbound.Take(inboundEvent, async (db, friend, conversation, now) =>
        {
            friend.Speak(inboundEvent.At);
            if (typed.LineMessageId is { } id && await db.IsKnown(conversation.Id, id))
                return; // it was unsent or edited before this event arrived
            await db.GiveWay(conversation, inboundEvent.At, now);
            if (await talking.Runs(db, conversation, now))
            {
                db.Messages.Add(conversation.Receive(typed, inboundEvent.At, now, isTalking: true).Message);
                return;
            }
            db.Messages.Add(conversation.Hear(typed, inboundEvent.At, now));
            InboundEvents.Say(db, friend, conversation, answer, now);
        });
    }

    /// <summary>
    /// 連絡は控えめに: shows the answer, because the client tapped the button of the notice and is looking at the conversation. It is shown every time,
    /// since they may have had to close it in a hurry.
    /// </summary>
    /// <param name="instead">The reply if there is nothing to show any more.</param>
    [DisplayName("控えめなお知らせの中身を見せる")]
    [Allowed(Line = true)]
    public async Task Reveal(InboundEvent inboundEvent, Guid messageId, AutoReply instead)
    {
        desk.MayDo<ButtonDesk>();
        await inbound.Take(inboundEvent, async (db, friend, conversation, now) =>
        {
            friend.Speak(inboundEvent.At);
            var carriers = db.Messages.Where(m => m.Id == messageId && m.ConversationId == conversation.Id).Select(m => m.OutgoingId);
            var messages = await db.Messages.Where(m => m.OutgoingId != null && carriers.Contains(m.OutgoingId)).OrderBy(m => m.Order).ToListAsync();
            messages.RemoveAll(m => m.By != Speaker.Staff && m.Card is null); // of the service only what it sent behind a button
            var ids = messages.Select(m => m.FileId).OfType<Guid>().ToList();
            var files = await db.StoredFiles.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
            db.Messages.Add(conversation.AddEvent("ボタン「お返事を見る」が押されました", inboundEvent.At));
            if (messages.Count == 0)
            {
                InboundEvents.Say(db, friend, conversation, instead, now);
                return;
            }
            var shown = conversation.ReplyAutomatically(MessageKind.Text, "お返事を表示しました", now);
            var sending = OutgoingMessage.For(friend, conversation.Id, shown.Order,
                [.. messages.Select(m => Part.Of(m, m.FileId is { } id ? files.GetValueOrDefault(id) : null, now).Content)], now, now,
                conversation.TakeReply(now));
            shown.Carry(sending);
            db.Messages.Add(shown);
            db.OutgoingMessages.Add(sending);
        });
    }
}
