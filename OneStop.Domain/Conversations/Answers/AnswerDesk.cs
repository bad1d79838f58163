using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Data;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>返信の窓口: staff's answers to clients, undoing them within the hold, and deciding about those that failed.</summary>
[DisplayName("返信")]
public sealed class AnswerDesk(DeskContext desk, FileStore files, TypingSignals typing)
{
    /// <summary>How long an answer can be taken back before it goes out.</summary>
    public static readonly TimeSpan Hold = OutgoingMessage.UsualHold;

    private const string ArrivedPerhaps = "LINEから応答がなかったため、もう届いているかもしれません。送ると、同じ内容が2回届くことがあります。";

    /// <summary>How long after the client's last message they may still be looking at the conversation.</summary>
    private static readonly TimeSpan TypingFor = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Answers with text. It is sent after the hold; until then it can be taken back. A text longer than LINE's limit is sent as several messages.
    /// </summary>
    /// <param name="messageId">An id made by the sender, so that an answer submitted twice (because our response was lost) is sent once.</param>
    /// <param name="quotes">The message to quote.</param>
    /// <param name="isSure">The writer has confirmed after <see cref="AsksFirst"/>.</param>
    /// <param name="since">The last message that the writer had seen when they began to write. If colleagues have answered after it, the writer is
    /// asked.</param>
    /// <exception cref="RuleException">The text is empty, too long for LINE, or has an unfilled placeholder of a template; or the client has blocked
    /// the account.</exception>
    [DisplayName("返信する")]
    [Allowed(Casework = true)]
    public async Task<AnswerOutcome> Answer(Guid conversationId, string text, Guid? messageId = null, Guid? quotes = null, bool isSure = false,
        long? since = null)
    {
        desk.MayDo<AnswerDesk>();
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleException("本文を入力してください。");
        var parts = SplitText.Parts(text);
        TemplateText.RefuseUnresolved(text);
        return await Send(conversationId, text, messageId, isSure, since, async db =>
        {
            var quoted = quotes is null
                ? null
                : await db.Messages.SingleOrDefaultAsync(m => m.Id == quotes && m.ConversationId == conversationId && m.QuoteToken != null
                    && m.UnsentAt == null);
            if (quotes is not null && quoted is null)
                throw new RuleException("引用するメッセージは、取り消されたか、引用できません。引用を外してから送ってください。");
            return ([.. parts.Select((t, i) => new Part(MessageKind.Text, t, new TextContent(t, i == 0 ? quoted?.QuoteToken : null)))], quoted?.LineMessageId);
        });
    }

    /// <summary>Sends a picture or document that <see cref="FileDesk.Attach"/> has stored.</summary>
    /// <inheritdoc cref="Answer"/>
    [DisplayName("画像や書類を送る")]
    [Allowed(Casework = true)]
    public async Task<AnswerOutcome> AnswerWithFile(Guid conversationId, Guid fileId, bool isSure = false, long? since = null)
    {
        desk.MayDo<AnswerDesk>();
        await using var looking = await desk.Read();
        var file = await looking.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == fileId && f.ConversationId == conversationId);
        return await Send(conversationId, file.Name ?? "", null, isSure, since, _ => Task.FromResult<(IReadOnlyList<Part>, string?)>(([Part.Of(file)], null)));
    }

    /// <summary>Shows the client that somebody is typing, if they wrote within the last minutes. Nothing depends on it.</summary>
    [DisplayName("入力中を知らせる")]
    [Allowed(Casework = true)]
    public async Task ShowTyping(Guid conversationId)
    {
        desk.MayDo<AnswerDesk>();
        await using var db = await desk.Read();
        var since = desk.Now - TypingFor;
        var friend = await db.Conversations.Where(c => c.Id == conversationId && c.Friend.BlockedAt == null
            && db.Messages.Any(m => m.ConversationId == conversationId && m.By == Speaker.Client && m.At >= since))
            .Select(c => c.Friend.LineUserId).SingleOrDefaultAsync();
        if (friend is not null)
            typing.Type(friend);
    }

    /// <summary>Whether an answer with this id was saved. A page asks after losing its connection while sending.</summary>
    [DisplayName("送信できたか確かめる")]
    [Allowed(Casework = true)]
    public async Task<bool> WasTaken(Guid messageId)
    {
        desk.MayDo<AnswerDesk>();
        await using var db = await desk.Read();
        return await db.Messages.AnyAsync(m => m.Id == messageId);
    }

    /// <summary>取り消す: takes an answer back within the hold. Its text becomes the draft again, and the client waits as before.</summary>
    /// <exception cref="RuleException">The hold is over, or somebody else sent it.</exception>
    [DisplayName("送信を取り消す")]
    [Allowed(Casework = true)]
    public async Task<TakenBackAnswer> TakeBack(Guid conversationId, Guid outgoingId)
    {
        desk.MayDo<AnswerDesk>();
        var me = desk.Actor.StaffId;
        IReadOnlyList<string> bytes = [];
        var taken = await desk.Change(async db =>
        {
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            var messages = await db.Messages.Where(m => m.OutgoingId == outgoingId && m.ConversationId == conversationId)
                .OrderByDescending(m => m.Order).ToListAsync();
            if (messages.Count == 0 || messages.Any(m => m.StaffId != me))
                throw new RuleException("取り消せるのは、送った本人だけです。");

            (await db.OutgoingMessages.SingleAsync(o => o.Id == outgoingId)).TakeBack(desk.Now);
            foreach (var message in messages)
                await db.Forget(message, conversation.Friend.Number);
            db.Messages.RemoveRange(messages);
            messages.ForEach(conversation.Unanswer);
            var attached = messages.ConvertAll(m => m.FileId);
            bytes = await db.Discard(f => attached.Contains(f.Id), messages);
            var words = string.Join('\n', messages.Where(m => m.Kind == MessageKind.Text).Select(m => m.Text).Reverse());
            if (words.Length > 0)
                await PutBackIntoDraft(db, conversationId, me, words);
            var before = await db.Messages.Of(conversationId, messages[^1].Order).Spoken().FirstOrDefaultAsync();
            if (messages.Any(m => m.Order == conversation.SpokenOrder))
                conversation.ShowAsLast(before?.Order ?? 0, before?.At ?? conversation.SpokenAt);
            var quotes = messages[^1].Quotes; // of the first part
            var quoted = quotes is null
                ? null
                : await db.Messages.Where(m => m.ConversationId == conversationId && m.LineMessageId == quotes).Select(m => (Guid?)m.Id).FirstOrDefaultAsync();
            return new TakenBackAnswer(words.Length > 0 ? words : null, quoted);
        });
        files.DeleteAll(bytes);
        return taken;
    }

    /// <summary>
    /// 再送: sends a failed or unknown answer again, with the client's present 連絡は控えめに. The writer is asked first if the outcome was unknown (it may
    /// arrive twice) or if it is the client's 連絡不可の時間帯.
    /// </summary>
    /// <param name="isSure">The writer has confirmed after <see cref="AsksFirst"/>.</param>
    /// <exception cref="RuleException">Somebody has already decided about it, or the client has blocked the account.</exception>
    [DisplayName("再送する")]
    [Allowed(Casework = true)]
    public async Task<AnswerOutcome> SendAgain(Guid conversationId, Guid outgoingId, bool isSure = false)
    {
        desk.MayDo<AnswerDesk>();
        AnswerOutcome outcome = new Taken();
        await Decide(conversationId, outgoingId, (db, conversation, sending, messages) =>
        {
            var now = desk.Now;
            conversation.RefuseIfBlocked();
            List<string> doubts = [.. sending.State == Delivery.Unknown ? [ArrivedPerhaps] : Enumerable.Empty<string>(), .. LeftAlone(conversation, now)];
            if (!isSure && sending.AsksSomebody && doubts.Count > 0)
            {
                outcome = new AsksFirst(doubts);
                return false;
            }
            var isDiscreet = conversation.Discretion is not null && messages.Exists(m => m.By == Speaker.Staff);
            var again = sending.SendAgain(conversation.Friend, sending.Order, now,
                isDiscreet ? Answering.Discreetly(messages.Find(m => m.By == Speaker.Staff)!.Id) : null);
            db.OutgoingMessages.Add(again);
            messages.ForEach(m => m.Carry(again));
            messages.ForEach(conversation.AnswerAgain);
            return true;
        });
        return outcome;
    }

    /// <summary>
    /// 送信をやめる: a failed or unknown sending keeps its state; one that is still being retried ends and no longer blocks later ones. The client whom it
    /// should have answered waits again.
    /// </summary>
    /// <exception cref="RuleException">Somebody has already decided about it, or it is being sent at this moment.</exception>
    [DisplayName("送信をやめる")]
    [Allowed(Casework = true)]
    public async Task Abandon(Guid conversationId, Guid outgoingId)
    {
        desk.MayDo<AnswerDesk>();
        await Decide(conversationId, outgoingId, (_, conversation, sending, messages) =>
        {
            sending.Abandon(desk.Now);
            messages.ForEach(m => conversation.WaitAgain(m.EndedNothing()));
            return true;
        });
    }

    private async Task Decide(Guid conversationId, Guid outgoingId, Func<OneStopDb, Conversation, OutgoingMessage, List<Message>, bool> decide)
    {
        await desk.Change(async db =>
        {
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            var sending = await db.OutgoingMessages.SingleAsync(m => m.Id == outgoingId && m.ConversationId == conversationId);
            var messages = await db.Messages.Where(m => m.OutgoingId == outgoingId).OrderBy(m => m.Order).ToListAsync();
            if (decide(db, conversation, sending, messages)
                && !await db.OutgoingMessages.Asking().AnyAsync(m => m.ConversationId == conversationId && m.Id != outgoingId))
                conversation.AcknowledgeTrouble();
        });
    }

    private async Task PutBackIntoDraft(OneStopDb db, Guid conversationId, Guid staffId, string text)
    {
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.StaffId == staffId);
        if (draft is null)
            db.Drafts.Add(draft = Draft.Begin(conversationId, staffId));
        draft.Write(draft.Text.Length == 0 ? text : $"{text}\n{draft.Text}", desk.Now, draft.Since);
    }

    private async Task<AnswerOutcome> Send(Guid conversationId, string words, Guid? messageId, bool isSure, long? since,
        Func<OneStopDb, Task<(IReadOnlyList<Part> Parts, string? Quotes)>> write)
    {
        var me = desk.Actor.StaffId;
        return await desk.Change<AnswerOutcome>(async db =>
        {
            if (messageId is not null && await db.Messages.AnyAsync(m => m.Id == messageId))
                return new Taken();

            var now = desk.Now;
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            conversation.RefuseIfBlocked();
            if (!isSure && (IReadOnlyList<string>)[.. await AnsweredMeanwhile.DoubtsAbout(db, conversationId, me, since),
                .. await WrongPerson.DoubtsAbout(db, conversation, words), .. LeftAlone(conversation, now)] is { Count: > 0 } doubts)
                return new AsksFirst(doubts);

            var (parts, quotes) = await write(db);
            db.Answer(conversation, parts, me, now, now + Hold, messageId, quotes);
            if (parts[0].Kind == MessageKind.Text)
                (await db.Drafts.SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.StaffId == me))?.Write("", now);
            return new Taken();
        });
    }

    private static IEnumerable<string> LeftAlone(Conversation conversation, DateTimeOffset now) =>
        conversation.NoContact is { } hours && hours.Cover(now) ? [$"いまは、この方の連絡不可の時間帯です（{JapanTime.Say(hours.EndAfter(now))} まで）。"] : [];
}
