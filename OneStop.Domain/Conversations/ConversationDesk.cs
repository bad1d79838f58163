using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>相談の窓口: where staff read conversations, answer, and say how they stand.</summary>
[DisplayName("相談")]
public sealed class ConversationDesk(Actor actor, IDbContextFactory<OneStopDb> dbs, LiveUpdates live, OutgoingBell outgoing, TimeProvider clock)
{
    /// <summary>How long an answer can be taken back before it goes out.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(5);

    /// <summary>How many messages a thread loads at a time.</summary>
    public const int PageSize = 50;

    /// <summary>Opens a conversation: its last messages are read from now on, and the look is recorded once a sitting.</summary>
    /// <returns>Null if there is none.</returns>
    [DisplayName("会話を開く")]
    [Allowed(Casework = true)]
    public async Task<Thread?> Open(Guid conversationId)
    {
        actor.MayDo<ConversationDesk>();
        var me = actor.StaffId;
        return await dbs.Change(async db =>
        {
            if (!await db.Conversations.AnyAsync(c => c.Id == conversationId))
                return null;

            await db.RecordLook(nameof(Conversation), conversationId, clock.GetUtcNow());
            return await Read(db, conversationId, me);
        });
    }

    /// <summary>Reads an open conversation again, as much of it as is on the screen; no new look is recorded.</summary>
    /// <param name="from">The first message on the screen.</param>
    [DisplayName("会話を読み直す")]
    [Allowed(Casework = true)]
    public async Task<Thread?> ReadAgain(Guid conversationId, long from)
    {
        actor.MayDo<ConversationDesk>();
        var me = actor.StaffId;
        return await dbs.Change(async db => await db.Conversations.AnyAsync(c => c.Id == conversationId) ? await Read(db, conversationId, me, from) : null);
    }

    /// <summary>The messages before a place, for scrolling up.</summary>
    [DisplayName("前のメッセージを読む")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<MessageRow>> Earlier(Guid conversationId, long before)
    {
        actor.MayDo<ConversationDesk>();
        await using var db = await dbs.CreateDbContextAsync();
        return [.. (await db.Messages.Of(conversationId, before).Take(PageSize).ToRows(db).ToListAsync()).OrderBy(m => m.Order)];
    }

    /// <summary>Keeps what I have typed, so that nothing breaks it.</summary>
    [DisplayName("下書きを保存する")]
    [Allowed(Casework = true)]
    public async Task SaveDraft(Guid conversationId, string text)
    {
        actor.MayDo<ConversationDesk>();
        var me = actor.StaffId;
        await dbs.Change(async db =>
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.StaffId == me);
            if (draft is null)
                db.Drafts.Add(draft = Draft.Begin(conversationId, me));
            draft.Write(text, clock.GetUtcNow());
        });
    }

    /// <summary>Answers in words. They go out after the hold; until then they can be taken back.</summary>
    /// <exception cref="RuleException">Nothing to say, too long for LINE, or the client has blocked the account.</exception>
    [DisplayName("返信する")]
    [Allowed(Casework = true)]
    public Task Answer(Guid conversationId, string text)
    {
        actor.MayDo<ConversationDesk>();
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleException("本文を入力してください。");
        if (text.Length > TextContent.Longest)
            throw new RuleException($"LINEで一度に送れるのは{TextContent.Longest:N0}文字までです（いまは{text.Length:N0}文字）。分けて送ってください。");

        return Send(conversationId, MessageKind.Text, text, null);
    }

    /// <summary>Sends a picture that <see cref="FileDesk.Attach"/> has stored.</summary>
    [DisplayName("画像を送る")]
    [Allowed(Casework = true)]
    public async Task AnswerWithPicture(Guid conversationId, Guid fileId)
    {
        actor.MayDo<ConversationDesk>();
        await Send(conversationId, MessageKind.Picture, "画像", fileId);
    }

    /// <summary>取り消す: within the hold. The words become the draft again and the client waits as before.</summary>
    /// <exception cref="RuleException">It is already on its way.</exception>
    [DisplayName("送信を取り消す")]
    [Allowed(Casework = true)]
    public async Task<string?> TakeBack(Guid conversationId, Guid outgoingId)
    {
        actor.MayDo<ConversationDesk>();
        var me = actor.StaffId;
        var text = await dbs.Change(async db =>
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId);
            var message = await db.Messages.SingleAsync(m => m.OutgoingId == outgoingId && m.ConversationId == conversationId);
            if (message.StaffId != me)
                throw new RuleException("取り消せるのは、送った本人だけです。");

            (await db.OutgoingMessages.SingleAsync(o => o.Id == outgoingId)).TakeBack(clock.GetUtcNow());
            db.Messages.Remove(message);
            conversation.WaitAgain(message.Answered);
            var before = await db.Messages.Of(conversationId, message.Order).FirstOrDefaultAsync(m => m.By == Speaker.Client || m.By == Speaker.Staff);
            if (conversation.SpokenOrder == message.Order)
                conversation.ShowAsLast(before?.Order ?? 0, before?.At ?? conversation.SpokenAt);
            return message.Kind == MessageKind.Text ? message.Text : null;
        });
        live.AnnounceConversation(conversationId);
        return text;
    }

    /// <summary>返信不要: the client's last words need no answer.</summary>
    [DisplayName("返信不要にする")]
    [Allowed(Casework = true)]
    public async Task NeedNoAnswer(Guid conversationId)
    {
        actor.MayDo<ConversationDesk>();
        await Change(conversationId, (db, c) => db.Messages.Add(c.NeedNoAnswer(actor.StaffId, clock.GetUtcNow())));
    }

    /// <summary>Takes 返信不要 back: the client waits as before.</summary>
    [DisplayName("返信不要を元に戻す")]
    [Allowed(Casework = true)]
    public async Task UndoNeedNoAnswer(Guid conversationId)
    {
        actor.MayDo<ConversationDesk>();
        await Change(conversationId, async (db, c) =>
        {
            var last = await db.Messages.Of(conversationId, long.MaxValue).FirstOrDefaultAsync(m => m.By == Speaker.Event && m.Answered != null);
            if (last is null || last.Order < c.SpokenOrder)
                return;
            c.WaitAgain(last.Answered);
            db.Messages.Remove(last);
        });
    }

    /// <summary>担当: gives the conversation to a colleague, or back to everybody.</summary>
    [DisplayName("担当を決める")]
    [Allowed(Casework = true)]
    public async Task Assign(Guid conversationId, Guid? staffId)
    {
        actor.MayDo<ConversationDesk>();
        await Change(conversationId, (_, c) => c.Assign(staffId));
    }

    /// <summary>完了</summary>
    /// <exception cref="RuleException">The client waits for an answer.</exception>
    [DisplayName("完了にする")]
    [Allowed(Casework = true)]
    public async Task Close(Guid conversationId)
    {
        actor.MayDo<ConversationDesk>();
        await Change(conversationId, (_, c) => c.Close(actor.StaffId, clock.GetUtcNow()));
    }

    /// <summary>Takes 完了 back.</summary>
    [DisplayName("完了を取り消す")]
    [Allowed(Casework = true)]
    public async Task Reopen(Guid conversationId)
    {
        actor.MayDo<ConversationDesk>();
        await Change(conversationId, (_, c) => c.Reopen());
    }

    /// <summary>再送: sends a failed or unknown one again. What was unknown may then arrive twice; that is the person's decision.</summary>
    /// <exception cref="RuleException">It was decided already, or the client has blocked the account.</exception>
    [DisplayName("再送する")]
    [Allowed(Casework = true)]
    public async Task SendAgain(Guid conversationId, Guid outgoingId)
    {
        actor.MayDo<ConversationDesk>();
        await Decide(conversationId, outgoingId, (db, conversation, sending) =>
        {
            RefuseIfBlocked(conversation);
            var again = sending.SendAgain(conversation.Friend, sending.Order, clock.GetUtcNow());
            db.OutgoingMessages.Add(again);
            return again;
        });
        outgoing.Ring();
    }

    /// <summary>送信をやめる: a failed or unknown one stays as it ended and no longer keeps the conversation on the list.</summary>
    /// <exception cref="RuleException">It was decided already.</exception>
    [DisplayName("送信をやめる")]
    [Allowed(Casework = true)]
    public async Task Abandon(Guid conversationId, Guid outgoingId)
    {
        actor.MayDo<ConversationDesk>();
        await Decide(conversationId, outgoingId, (_, _, sending) =>
        {
            sending.Abandon(clock.GetUtcNow());
            return sending;
        });
    }

    private async Task Decide(Guid conversationId, Guid outgoingId, Func<OneStopDb, Conversation, OutgoingMessage, OutgoingMessage> decide)
    {
        await dbs.Change(async db =>
        {
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            var sending = await db.OutgoingMessages.SingleAsync(m => m.Id == outgoingId && m.ConversationId == conversationId);
            var carries = decide(db, conversation, sending);
            foreach (var message in await db.Messages.Where(m => m.OutgoingId == outgoingId).ToListAsync())
                message.Carry(carries);
            if (!await db.OutgoingMessages.Asking().AnyAsync(m => m.ConversationId == conversationId && m.Id != outgoingId))
                conversation.AcknowledgeTrouble();
        });
        live.AnnounceConversation(conversationId);
    }

    private static void RefuseIfBlocked(Conversation conversation)
    {
        if (conversation.Friend.IsBlocked)
            throw new RuleException("この方は公式アカウントをブロックしているため、送れません。");
    }

    private async Task Send(Guid conversationId, MessageKind kind, string text, Guid? fileId)
    {
        var me = actor.StaffId;
        await dbs.Change(async db =>
        {
            var now = clock.GetUtcNow();
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            RefuseIfBlocked(conversation);
            var message = conversation.Answer(kind, text, me, now);
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

    private Task Change(Guid conversationId, Action<OneStopDb, Conversation> change) => Change(conversationId, (db, c) =>
    {
        change(db, c);
        return Task.CompletedTask;
    });

    private async Task Change(Guid conversationId, Func<OneStopDb, Conversation, Task> change)
    {
        await dbs.Change(async db => await change(db, await db.Conversations.SingleAsync(c => c.Id == conversationId)));
        live.AnnounceConversation(conversationId);
    }

    private static async Task<Thread> Read(OneStopDb db, Guid conversationId, Guid me, long? from = null)
    {
        var c = await db.Conversations.AsNoTracking().Include(x => x.Friend).SingleAsync(x => x.Id == conversationId);
        var newest = db.Messages.Of(conversationId, long.MaxValue);
        var rows = await (from is { } first ? newest.Where(m => m.Order >= first) : newest.Take(PageSize)).ToRows(db).ToListAsync();
        rows.Reverse();
        var mark = await db.ReadMarks.SingleOrDefaultAsync(m => m.ConversationId == conversationId && m.StaffId == me);
        var read = mark?.UpTo ?? 0;
        if (mark is null)
            db.ReadMarks.Add(mark = ReadMark.Begin(conversationId, me));
        if (c.SpokenOrder > read)
            mark.Read(c.SpokenOrder);

        var oldest = rows.FirstOrDefault()?.Order ?? 0;
        return new(
            c.Id, c.Friend.Number, c.Friend.FollowedAt, c.Friend.BlockedAt, c.Friend.MetAt, c.AnswerDue, c.AssigneeId,
            await db.Users.Where(u => u.Id == c.AssigneeId).Select(u => u.Name).SingleOrDefaultAsync(),
            c.Closing, c.TroubleAt, rows, await db.Messages.Of(conversationId, oldest).AnyAsync(), read,
            await db.Drafts.Where(d => d.ConversationId == conversationId && d.StaffId == me).Select(d => d.Text).SingleOrDefaultAsync() ?? "");
    }
}
