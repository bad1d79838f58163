using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>Cards that a member of staff sends: about measures, and other things that answer no question of the client.</summary>
internal static class CardSending
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Adds a card to the conversation and to the outbox, held like an answer. To a client marked 連絡は控えめに it goes as a notice with a button.
        /// A question of the client stays open.
        /// </summary>
        /// <param name="notBefore">Until when it is held; null for the usual hold.</param>
        /// <param name="usefulUntil">After this time it is not true any more, and not sent; null for no limit.</param>
        /// <param name="isAwaited">Whether the client expects it at this time, so that it rings at night too.</param>
        /// <returns>The id of its message.</returns>
        public Guid SendCard(Conversation conversation, CardContent card, Guid staffId, DateTimeOffset now, DateTimeOffset? notBefore = null,
            DateTimeOffset? usefulUntil = null, bool isAwaited = false)
        {
            var message = conversation.ShowCard(AutoReply.InWords(card), staffId, now);
            message.Card = card;
            var sending = OutgoingMessage.For(conversation.Friend, conversation.Id, message.Order,
                conversation.Discretion is null ? [card] : Answering.Discreetly(message.Id), now, notBefore ?? now + AnswerDesk.Hold, null,
                usefulUntil, isUnasked: true, isAwaited: isAwaited);
            message.Carry(sending);
            db.Messages.Add(message);
            db.OutgoingMessages.Add(sending);
            return message.Id;
        }

        /// <summary>Takes a card back within the hold; one that was taken back already stays so.</summary>
        /// <exception cref="RuleException">It has gone out.</exception>
        public async Task TakeCardBack(Guid messageId, DateTimeOffset now)
        {
            if (await db.Messages.SingleOrDefaultAsync(m => m.Id == messageId) is not { } message)
                return;
            (await db.OutgoingMessages.SingleAsync(o => o.Id == message.OutgoingId)).TakeBack(now);
            db.Messages.Remove(message);
            var conversation = await db.Conversations.SingleAsync(c => c.Id == message.ConversationId);
            if (conversation.SpokenOrder != message.Order)
                return;
            var before = await db.Messages.Of(conversation.Id, message.Order).Spoken().FirstOrDefaultAsync();
            conversation.ShowAsLast(before?.Order ?? 0, before?.At ?? conversation.SpokenAt);
        }
    }
}
