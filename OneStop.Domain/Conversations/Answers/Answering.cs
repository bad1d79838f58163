using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>The outcome of submitting an answer.</summary>
public abstract record AnswerOutcome;

/// <summary>An answer that was taken back within its hold: what the composer gets back.</summary>
/// <param name="Words">Its text; null for a picture or document.</param>
/// <param name="Quoted">The message that it quoted; null if none.</param>
public sealed record TakenBackAnswer(string? Words, Guid? Quoted);

/// <summary>The answer is saved; it is sent when its hold has run out or its time has come.</summary>
public sealed record Taken : AnswerOutcome;

/// <summary>Nothing is sent yet: the writer has to confirm these doubts first.</summary>
public sealed record AsksFirst(IReadOnlyList<string> Doubts) : AnswerOutcome;

/// <summary>連絡は控えめに: a notice is sent instead of the answer, which is shown when the client taps its button.</summary>
public static class RevealedAnswer
{
    /// <summary>The prefix of the button's postback data; the message's id follows.</summary>
    public const string Data = "reveal=";
}

/// <summary>One message of an answer: its form in the conversation, and what is sent.</summary>
internal sealed record Part(MessageKind Kind, string Text, OutgoingContent Content, Guid? FileId = null)
{
    /// <summary>Returns a picture, or a document as a link to this portal that expires.</summary>
    public static Part Of(StoredFile file) => file.Contents!.IsMedia
        ? new(MessageKind.Picture, "画像", new PictureContent(file.Id), file.Id)
        : new(MessageKind.File, file.Name!,
            new CardContent("書類が届いています", "書類をお送りします", $"{file.Name}\n{JapanTime.Say(file.PublicUntil!.Value.JapaneseDate)}まで開けます。",
                [new("書類を開く", Opens: $"{StoredFile.DocumentPath}/{LinkKeys.PlaceFor(file.Id)}")]), file.Id);

    /// <summary>Returns a card with buttons. To a client marked 連絡は控えめに it is announced like any other answer.</summary>
    public static Part Of(CardContent card) => new(MessageKind.Card, AutoReply.InWords(card), card);

    /// <summary>Returns what is sent for a stored message; for a document whose link has expired, a text that says so.</summary>
    public static Part Of(Message message, StoredFile? file, DateTimeOffset now) => file switch
    {
        null when message.Card is { } card => new(MessageKind.Card, message.Text ?? "", card),
        null => new(MessageKind.Text, message.Text ?? "", new TextContent(message.Text ?? "")),
        { PublicUntil: { } until } when until <= now => new(MessageKind.Text, GoneWords, new TextContent(GoneWords)),
        _ => Of(file),
    };

    private const string GoneWords = "お送りした書類や画像は、開ける期間が過ぎました。もう一度必要なときは、メッセージでお知らせください。";
}

/// <summary>Adds an answer to the conversation and to the outbox, in one save.</summary>
internal static class Answering
{
    /// <summary>
    /// Returns the notice for a client marked 連絡は控えめに. It contains nothing of the answer, which is shown when they tap the button (product rule:
    /// 連絡は控えめに).
    /// </summary>
    public static IReadOnlyList<OutgoingContent> Discreetly(Guid messageId) =>
        [new CardContent("お返事があります", "お返事があります", "まわりに人がいないときに、下のボタンを押してください。ここにお返事が表示されます。", [new("お返事を見る", Data: $"{RevealedAnswer.Data}{messageId:N}")])];

    extension(Conversation conversation)
    {
        /// <exception cref="RuleException">The client has blocked the account.</exception>
        public void RefuseIfBlocked()
        {
            if (conversation.Friend.IsBlocked)
                throw new RuleException("この方は公式アカウントをブロックしているため、送れません。");
        }
    }

    extension(OneStopDb db)
    {
        /// <summary>Adds the messages of an answer and the one row of the outbox that carries them.</summary>
        /// <param name="firstId">The id of the first message; null makes one.</param>
        /// <param name="writtenAt">When the text was written, if that was earlier than now.</param>
        /// <returns>The first message.</returns>
        public Message Answer(Conversation conversation, IReadOnlyList<Part> parts, Guid staffId, DateTimeOffset now, DateTimeOffset notBefore,
            Guid? firstId = null, string? quotes = null, DateTimeOffset? writtenAt = null)
        {
            List<Message> messages = [];
            foreach (var part in parts)
            {
                var message = conversation.Answer(part.Kind, part.Text, staffId, now, messages.Count == 0 ? firstId : null, writtenAt);
                message.FileId = part.FileId;
                message.Card = part is { Kind: MessageKind.Card, Content: CardContent card } ? card : null;
                messages.Add(message);
            }
            messages[0].Quotes = quotes;
            var contents = conversation.Discretion is null ? [.. parts.Select(p => p.Content)] : Discreetly(messages[0].Id);
            var sending = OutgoingMessage.For(conversation.Friend, conversation.Id, messages[0].Order, contents, now, notBefore, conversation.TakeReply(now));
            messages.ForEach(m => m.Carry(sending));
            db.Messages.AddRange(messages);
            db.OutgoingMessages.Add(sending);
            return messages[0];
        }
    }
}
