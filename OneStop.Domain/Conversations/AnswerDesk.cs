using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Search;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>返信の窓口: what staff say to clients, from the hold in which it can be taken back to what becomes of what failed.</summary>
[DisplayName("返信")]
public sealed class AnswerDesk(Actor actor, IDbContextFactory<OneStopDb> dbs, LiveUpdates live, OutgoingBell outgoing, TimeProvider clock)
{
    /// <summary>How long an answer can be taken back before it goes out.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(5);

    /// <summary>Answers in words. They go out after the hold; until then they can be taken back.</summary>
    /// <exception cref="RuleException">Nothing to say, too long for LINE, or the client has blocked the account.</exception>
    /// <param name="messageId">Made by whoever sends, so that the same answer handed in twice (a reply of ours got lost) is sent once.</param>
    [DisplayName("返信する")]
    [Allowed(Casework = true)]
    public Task Answer(Guid conversationId, string text, Guid? messageId = null)
    {
        actor.MayDo<AnswerDesk>();
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleException("本文を入力してください。");
        if (text.Length > TextContent.Longest)
            throw new RuleException($"LINEで一度に送れるのは{TextContent.Longest:N0}文字までです（いまは{text.Length:N0}文字）。分けて送ってください。");

        return Send(conversationId, MessageKind.Text, text, null, messageId);
    }

    /// <summary>Sends a picture that <see cref="FileDesk.Attach"/> has stored.</summary>
    [DisplayName("画像を送る")]
    [Allowed(Casework = true)]
    public async Task AnswerWithPicture(Guid conversationId, Guid fileId)
    {
        actor.MayDo<AnswerDesk>();
        await Send(conversationId, MessageKind.Picture, "画像", fileId, null);
    }

    /// <summary>Was an answer with this id taken in? Asked by a page that lost its connection while it sent.</summary>
    [DisplayName("送信できたか確かめる")]
    [Allowed(Casework = true)]
    public async Task<bool> WasTaken(Guid messageId)
    {
        actor.MayDo<AnswerDesk>();
        await using var db = await dbs.CreateDbContextAsync();
        return await db.Messages.AnyAsync(m => m.Id == messageId);
    }

    /// <summary>取り消す: within the hold. The words become the draft again and the client waits as before.</summary>
    /// <exception cref="RuleException">It is already on its way.</exception>
    [DisplayName("送信を取り消す")]
    [Allowed(Casework = true)]
    public async Task<string?> TakeBack(Guid conversationId, Guid outgoingId)
    {
        actor.MayDo<AnswerDesk>();
        var me = actor.StaffId;
        var text = await dbs.Change(async db =>
        {
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            var message = await db.Messages.SingleAsync(m => m.OutgoingId == outgoingId && m.ConversationId == conversationId);
            if (message.StaffId != me)
                throw new RuleException("取り消せるのは、送った本人だけです。");

            (await db.OutgoingMessages.SingleAsync(o => o.Id == outgoingId)).TakeBack(clock.GetUtcNow());
            await db.Forget(message, conversation.Friend.Number);
            db.Messages.Remove(message);
            conversation.Unanswer(message);
            if (message.Kind == MessageKind.Text)
                await PutBackIntoDraft(db, conversationId, me, message.Text!);
            var before = await db.Messages.Of(conversationId, message.Order).FirstOrDefaultAsync(m => m.By == Speaker.Client || m.By == Speaker.Staff);
            if (conversation.SpokenOrder == message.Order)
                conversation.ShowAsLast(before?.Order ?? 0, before?.At ?? conversation.SpokenAt);
            return message.Kind == MessageKind.Text ? message.Text : null;
        });
        live.AnnounceConversation(conversationId);
        return text;
    }

    /// <summary>再送: sends a failed or unknown one again. What was unknown may then arrive twice; that is the person's decision.</summary>
    /// <exception cref="RuleException">It was decided already, or the client has blocked the account.</exception>
    [DisplayName("再送する")]
    [Allowed(Casework = true)]
    public async Task SendAgain(Guid conversationId, Guid outgoingId)
    {
        actor.MayDo<AnswerDesk>();
        await Decide(conversationId, outgoingId, (db, conversation, sending, messages) =>
        {
            RefuseIfBlocked(conversation);
            var again = sending.SendAgain(conversation.Friend, sending.Order, clock.GetUtcNow());
            db.OutgoingMessages.Add(again);
            messages.ForEach(m => m.Carry(again));
            messages.ForEach(conversation.AnswerAgain);
        });
        outgoing.Ring();
    }

    /// <summary>送信をやめる: a failed or unknown one stays as it ended. The client whom it was to answer waits again.</summary>
    /// <exception cref="RuleException">It was decided already.</exception>
    [DisplayName("送信をやめる")]
    [Allowed(Casework = true)]
    public async Task Abandon(Guid conversationId, Guid outgoingId)
    {
        actor.MayDo<AnswerDesk>();
        await Decide(conversationId, outgoingId, (_, conversation, sending, messages) =>
        {
            sending.Abandon(clock.GetUtcNow());
            messages.ForEach(m => conversation.WaitAgain(m.EndedNothing()));
        });
    }

    private async Task Decide(Guid conversationId, Guid outgoingId, Action<OneStopDb, Conversation, OutgoingMessage, List<Message>> decide)
    {
        await dbs.Change(async db =>
        {
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            var sending = await db.OutgoingMessages.SingleAsync(m => m.Id == outgoingId && m.ConversationId == conversationId);
            var messages = await db.Messages.Where(m => m.OutgoingId == outgoingId).ToListAsync();
            decide(db, conversation, sending, messages);
            if (!await db.OutgoingMessages.Asking().AnyAsync(m => m.ConversationId == conversationId && m.Id != outgoingId))
                conversation.AcknowledgeTrouble();
        });
        live.AnnounceConversation(conversationId);
    }

    private async Task PutBackIntoDraft(OneStopDb db, Guid conversationId, Guid staffId, string text)
    {
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.StaffId == staffId);
        if (draft is null)
            db.Drafts.Add(draft = Draft.Begin(conversationId, staffId));
        draft.Write(draft.Text.Length == 0 ? text : $"{text}\n{draft.Text}", clock.GetUtcNow());
    }

    private static void RefuseIfBlocked(Conversation conversation)
    {
        if (conversation.Friend.IsBlocked)
            throw new RuleException("この方は公式アカウントをブロックしているため、送れません。");
    }

    private async Task Send(Guid conversationId, MessageKind kind, string text, Guid? fileId, Guid? messageId)
    {
        var me = actor.StaffId;
        await dbs.Change(async db =>
        {
            if (messageId is not null && await db.Messages.AnyAsync(m => m.Id == messageId))
                return;

            var now = clock.GetUtcNow();
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            RefuseIfBlocked(conversation);
            var message = conversation.Answer(kind, text, me, now, messageId);
            message.FileId = fileId;
            OutgoingContent content = fileId is { } id ? new PictureContent(id) : new TextContent(text);
            var sending = OutgoingMessage.For(conversation.Friend, conversationId, message.Order, [content], now, now + Hold, conversation.TakeReply(now));
            message.Carry(sending);
            db.Messages.Add(message);
            db.OutgoingMessages.Add(sending);
            if (fileId is null)
                (await db.Drafts.SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.StaffId == me))?.Write("", now);
        });
        outgoing.Ring();
        live.AnnounceConversation(conversationId);
    }
}
