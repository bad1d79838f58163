using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>相談の窓口: reading conversations and changing their state. Answers go through <see cref="AnswerDesk"/>.</summary>
[DisplayName("相談")]
public sealed class ConversationDesk(DeskContext desk)
{
    /// <summary>The number of messages that a thread loads at a time.</summary>
    public const int PageSize = 50;

    /// <summary>
    /// Opens a conversation at its last messages, or at a place in it. It counts as read from now on, and the look is recorded once per session.
    /// </summary>
    /// <param name="at">The order key of a message to be shown together with those before and after it.</param>
    /// <returns>Null if there is no such conversation.</returns>
    [DisplayName("会話を開く")]
    [Allowed(Casework = true)]
    public async Task<ConversationView?> Open(Guid conversationId, long? at = null)
    {
        desk.MayDo<ConversationDesk>();
        var me = desk.Actor.StaffId;
        return await desk.Open(async db =>
        {
            if (!await db.Conversations.AnyAsync(c => c.Id == conversationId))
                return null;

            var rows = await (at is { } place
                ? db.Around(conversationId, place, PageSize / 2)
                : db.Messages.Of(conversationId, long.MaxValue).Take(PageSize).ToRows(db).ToListAsync());
            rows.Sort((a, b) => a.Order.CompareTo(b.Order));
            var mark = await MarkOf(db, conversationId, me);
            var read = mark.UpTo;
            mark.Read(await db.Conversations.Where(c => c.Id == conversationId).Select(c => c.SpokenOrder).SingleAsync());
            var isToEnd = at is not { } shown || rows.Count(r => r.Order >= shown) < PageSize / 2;
            return await View(db, conversationId, rows, isToEnd, read);
        }, _ => OpenedRecord.Conversation(conversationId));
    }

    /// <summary>
    /// Reads the part of an open conversation that is on the screen again. If this sitting's look is recorded already, nothing is saved.
    /// </summary>
    /// <param name="from">The order key of the first message on the screen.</param>
    /// <param name="until">The order key of the last message, if an earlier part is shown; null includes all newer ones.</param>
    [DisplayName("会話を読み直す")]
    [Allowed(Casework = true)]
    public async Task<ConversationView?> ReadAgain(Guid conversationId, long from, long? until = null)
    {
        desk.MayDo<ConversationDesk>();
        return await desk.Open(async db =>
        {
            if (!await db.Conversations.AnyAsync(c => c.Id == conversationId))
                return null;

            var before = until is { } last ? last + 1 : long.MaxValue;
            var rows = await db.Messages.Of(conversationId, before).Where(m => m.Order >= from).ToRows(db).ToListAsync();
            rows.Reverse();
            return await View(db, conversationId, rows, until is null, null);
        }, _ => OpenedRecord.Conversation(conversationId));
    }

    /// <summary>
    /// Records how far I have read an open conversation. The screen calls it at intervals, so that a message does not cost one save per reader.
    /// </summary>
    [DisplayName("読んだところを残す")]
    [Allowed(Casework = true)]
    public async Task MarkRead(Guid conversationId, long upTo)
    {
        desk.MayDo<ConversationDesk>();
        var me = desk.Actor.StaffId;
        await desk.Change(async db => (await MarkOf(db, conversationId, me)).Read(upTo));
    }

    /// <summary>Returns the messages before a place, for scrolling up.</summary>
    [DisplayName("前のメッセージを読む")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<MessageRow>> Earlier(Guid conversationId, long before)
    {
        desk.MayDo<ConversationDesk>();
        return await OpenPart(conversationId, async db =>
        {
            var rows = await db.Messages.Of(conversationId, before).Take(PageSize).ToRows(db).ToListAsync();
            rows.Reverse();
            return rows;
        });
    }

    /// <summary>Returns the messages after a place, for scrolling down.</summary>
    [DisplayName("次のメッセージを読む")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<MessageRow>> Later(Guid conversationId, long after)
    {
        desk.MayDo<ConversationDesk>();
        return await OpenPart(conversationId, db => db.Messages.From(conversationId, after + 1).Take(PageSize).ToRows(db).ToListAsync());
    }

    /// <summary>Records a look, since reading a part opens the conversation even if no screen has opened it before.</summary>
    private async Task<IReadOnlyList<MessageRow>> OpenPart(Guid conversationId, Func<OneStopDb, Task<List<MessageRow>>> read) =>
        await desk.Open(async db => await db.WithQuoted(conversationId, await read(db)) is { Count: > 0 } rows ? rows : null,
            _ => OpenedRecord.Conversation(conversationId)) ?? [];

    /// <summary>Saves the draft of my answer.</summary>
    /// <param name="since">The last message that I had seen when I began to write.</param>
    [DisplayName("下書きを保存する")]
    [Allowed(Casework = true)]
    public async Task SaveDraft(Guid conversationId, string text, long? since = null)
    {
        desk.MayDo<ConversationDesk>();
        await ChangeDraft(conversationId, d => d.Write(text, desk.Now, since));
    }

    /// <summary>Saves the draft of my note.</summary>
    [DisplayName("書きかけの社内メモを保存する")]
    [Allowed(Casework = true)]
    public async Task SaveNoteDraft(Guid conversationId, string text)
    {
        desk.MayDo<ConversationDesk>();
        await ChangeDraft(conversationId, d => d.WriteNote(text, desk.Now));
    }

    /// <summary>返信不要: the client's last message needs no answer.</summary>
    [DisplayName("返信不要にする")]
    [Allowed(Casework = true)]
    public async Task NeedNoAnswer(Guid conversationId)
    {
        desk.MayDo<ConversationDesk>();
        await Change(conversationId, (db, c) => db.Messages.Add(c.NeedNoAnswer(desk.Actor.StaffId, desk.Now)));
    }

    /// <summary>Takes 返信不要 back: the client waits as before.</summary>
    [DisplayName("返信不要を元に戻す")]
    [Allowed(Casework = true)]
    public async Task UndoNeedNoAnswer(Guid conversationId)
    {
        desk.MayDo<ConversationDesk>();
        await Change(conversationId, async (db, c) =>
        {
            var last = await db.Messages.Of(conversationId, long.MaxValue).FirstOrDefaultAsync(m => m.By == Speaker.Event && m.Answered != null);
            if (last is null || await db.Messages.From(conversationId, last.Order + 1).AnyAsync(m => m.By == Speaker.Staff && m.Kind != MessageKind.Note))
                return; // somebody has answered since
            c.WaitAgain(last.Answered); // if the client has asked again since, the earlier deadline counts
            db.Messages.Remove(last);
        });
    }

    /// <summary>担当: assigns the conversation to a colleague, or to nobody.</summary>
    /// <param name="seen">Who was assigned on the caller's screen: of two who take it at the same time, one gets an exception.</param>
    /// <exception cref="RuleException">The assignment has changed meanwhile, or the colleague does no casework here.</exception>
    [DisplayName("担当を決める")]
    [Allowed(Casework = true)]
    public async Task Assign(Guid conversationId, Guid? staffId, Guid? seen)
    {
        desk.MayDo<ConversationDesk>();
        await Change(conversationId, async (db, c) =>
        {
            if (c.AssigneeId == staffId)
                return;
            if (c.AssigneeId != seen)
                throw new RuleException(c.AssigneeId is { } other
                    && await db.Users.Where(u => u.Id == other).Select(u => u.Name).SingleOrDefaultAsync() is { } name
                    ? $"担当は、先に {name} さんになりました。"
                    : "担当は、先に外されました。");
            var chosen = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == staffId && u.LeftAt == null);
            if (staffId is not null && chosen?.Duties.Any(d => d.SeesPeople) != true)
                throw new RuleException("この人は、いまは担当になれません。");
            c.Assign(staffId);
        });
    }

    /// <summary>完了</summary>
    /// <exception cref="RuleException">The client waits for an answer, or a danger flag is set.</exception>
    [DisplayName("完了にする")]
    [Allowed(Casework = true)]
    public async Task Close(Guid conversationId)
    {
        desk.MayDo<ConversationDesk>();
        await Change(conversationId, (_, c) => c.Close(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Takes 完了 back.</summary>
    [DisplayName("完了を取り消す")]
    [Allowed(Casework = true)]
    public async Task Reopen(Guid conversationId)
    {
        desk.MayDo<ConversationDesk>();
        await Change(conversationId, (_, c) => c.Reopen());
    }

    private async Task ChangeDraft(Guid conversationId, Action<Draft> change)
    {
        var me = desk.Actor.StaffId;
        await desk.Change(async db =>
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.StaffId == me);
            if (draft is null)
                db.Drafts.Add(draft = Draft.Begin(conversationId, me));
            change(draft);
        });
    }

    private Task Change(Guid conversationId, Action<OneStopDb, Conversation> change) => Change(conversationId, (db, c) =>
    {
        change(db, c);
        return Task.CompletedTask;
    });

    private Task Change(Guid conversationId, Func<OneStopDb, Conversation, Task> change) =>
        desk.Change(async db => await change(db, await db.Conversations.SingleAsync(c => c.Id == conversationId)));

    private static async Task<ReadMark> MarkOf(OneStopDb db, Guid conversationId, Guid staffId)
    {
        var mark = await db.ReadMarks.SingleOrDefaultAsync(m => m.ConversationId == conversationId && m.StaffId == staffId);
        if (mark is null)
            db.ReadMarks.Add(mark = ReadMark.Begin(conversationId, staffId));
        return mark;
    }

    /// <param name="isToEnd">
    /// Whether the rows include the newest message. A message that arrives after they were read is not one that was left out: it is
    /// announced, and the screen reads again. Counted as left out, it would stay unseen, and so would all that follow.
    /// </param>
    /// <param name="read">How far I had read before opening; null if the conversation is only read again.</param>
    private async Task<ConversationView> View(OneStopDb db, Guid conversationId, List<MessageRow> rows, bool isToEnd, long? read)
    {
        var me = desk.Actor.StaffId;
        var c = await db.Conversations.AsNoTracking().Include(x => x.Friend).SingleAsync(x => x.Id == conversationId);
        var (oldest, newest) = (rows.FirstOrDefault()?.Order ?? 0, rows.LastOrDefault()?.Order ?? 0);
        var draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.StaffId == me);
        return new()
        {
            Id = c.Id,
            Card = await db.CardOf(c),
            AnswerDue = c.AnswerDue,
            AssigneeId = c.AssigneeId,
            AssigneeName = await db.Users.Where(u => u.Id == c.AssigneeId).Select(u => u.Name).SingleOrDefaultAsync(),
            Closing = c.Closing,
            TroubleAt = c.TroubleAt,
            Messages = await db.WithQuoted(conversationId, rows),
            HasEarlier = await db.Messages.Of(conversationId, oldest).AnyAsync(),
            HasLater = !isToEnd && newest < c.LastOrder && await db.Messages.From(conversationId, newest + 1).AnyAsync(),
            FirstUnread = read > 0 ? await db.Messages.From(conversationId, read.Value + 1)
                .Where(m => m.By == Speaker.Client).Select(m => (long?)m.Order).FirstOrDefaultAsync() : null,
            Draft = draft?.Text ?? "",
            NoteDraft = draft?.Note ?? "",
            ClientSpokeAt = await db.Messages.Of(conversationId, long.MaxValue)
                .Where(m => m.By == Speaker.Client).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(),
            DangerAt = c.DangerAt,
            Newest = Math.Max(newest, c.LastOrder),
            DraftSince = draft?.Since,
            Planned = await db.PlannedIn(conversationId, me, desk.Now),
        };
    }
}
