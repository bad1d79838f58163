using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Search;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>受付の窓口: what comes from friends through LINE is kept here.</summary>
[DisplayName("受付")]
public sealed class ReceptionDesk(Actor actor, Arrivals arrivals, IDbContextFactory<OneStopDb> dbs, FileBell files, FileStore store, TimeProvider clock)
{
    /// <summary>Keeps what the friend said; the 24 hours begin. Where the bot owes a receipt, it goes out with the same save.</summary>
    /// <param name="receipt">The receipt's words, given by when a person will answer.</param>
    [DisplayName("メッセージを受け取る")]
    [Allowed(Line = true)]
    public async Task Receive(Arrival arrival, ClientSays said, Func<DateTimeOffset, AutoReply> receipt)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, async (db, friend, conversation, now) =>
        {
            friend.Speak(arrival.At);
            if (said.LineMessageId is { } id && await db.Messages.AnyAsync(m => m.ConversationId == conversation.Id && m.LineMessageId == id && m.UnsentAt != null))
            {
                await Wipe(db, null, id); // taken back before it came
                return;
            }
            await GiveWay(db, conversation, arrival.At, now);
            var (message, owesReceipt) = conversation.Receive(said, arrival.At, now);
            db.Messages.Add(message);
            if (said is SendsFile file)
            {
                var stored = StoredFile.ToFetch(conversation.Id, file.Name, file.From, now);
                message.FileId = stored.Id;
                db.StoredFiles.Add(stored);
            }
            if (owesReceipt)
                Arrivals.Say(db, friend, conversation, receipt(conversation.AnswerDue!.Value), now);
        });
        files.Ring();
    }

    /// <summary>友だち追加・ブロック解除: greeted once, however often the event comes.</summary>
    [DisplayName("友だち追加を受け取る")]
    [Allowed(Line = true)]
    public async Task Follow(Arrival arrival, AutoReply greeting)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, (db, friend, conversation, now) =>
        {
            var back = friend.IsBlocked;
            if (!friend.Follow(arrival.At))
                return;
            db.Messages.Add(conversation.Happen(back ? "ブロックが解除されました" : "友だちに追加されました", arrival.At));
            Arrivals.Say(db, friend, conversation, greeting, now);
        });
    }

    /// <summary>ブロック: the talk shows it, and what still waits for the friend will fail when its turn comes, instead of being pushed into nothing.</summary>
    [DisplayName("ブロックを受け取る")]
    [Allowed(Line = true)]
    public async Task Unfollow(Arrival arrival)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, (db, friend, conversation, _) =>
        {
            if (friend.Block(arrival.At))
                db.Messages.Add(conversation.Happen("ブロックされました", arrival.At));
        });
    }

    /// <summary>
    /// 送信取消: wiped here, in the raw event, in the files, whatever it was. One that is taken back before it came (LINE does not
    /// promise the order) leaves its id, so that it is not kept when it comes.
    /// </summary>
    [DisplayName("送信取消を受け取る")]
    [Allowed(Line = true)]
    public async Task Unsend(Arrival arrival, string lineMessageId)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, async (db, friend, conversation, now) =>
        {
            var messages = await db.Messages.Where(m => m.ConversationId == conversation.Id && m.LineMessageId == lineMessageId && m.By == Speaker.Client).ToListAsync();
            if (messages.Count == 0)
                messages.Add(db.Messages.Add(conversation.AwaitUnsent(lineMessageId, arrival.At)).Entity);
            foreach (var message in messages)
            {
                await db.Reword(message, friend.Number, m => m.Unsend(arrival.At));
                await Wipe(db, message.FileId, lineMessageId);
            }
        });
    }

    /// <summary>The client changed the words of a message; one that never came is kept as if it came now.</summary>
    [DisplayName("メッセージの編集を受け取る")]
    [Allowed(Line = true)]
    public async Task Edit(Arrival arrival, SaysText said)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, async (db, friend, conversation, now) =>
        {
            friend.Speak(arrival.At);
            var message = await db.Messages.FirstOrDefaultAsync(m => m.ConversationId == conversation.Id && m.LineMessageId == said.LineMessageId && m.By == Speaker.Client);
            if (message is null)
            {
                db.Messages.Add(conversation.Receive(said, arrival.At, now).Message);
                return;
            }
            if (message.UnsentAt is not null)
            {
                await Wipe(db, null, said.LineMessageId!);
                return;
            }
            await db.Reword(message, friend.Number, m => m.Edit(said.Text, said.QuoteToken));
            db.Messages.Add(conversation.Happen("メッセージが編集されました", arrival.At));
        });
    }

    /// <summary>Something happened at the client's telephone that the talk shows and that asks for nothing.</summary>
    [DisplayName("出来事を受け取る")]
    [Allowed(Line = true)]
    public async Task Note(Arrival arrival, string what)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, (db, _, conversation, _) => db.Messages.Add(conversation.Happen(what, arrival.At)));
    }

    /// <summary>A button was pressed, and the bot answers.</summary>
    /// <param name="pressed">What the talk calls the button.</param>
    [DisplayName("ボタンに答える")]
    [Allowed(Line = true)]
    public async Task Reply(Arrival arrival, string pressed, AutoReply answer)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, (db, friend, conversation, now) =>
        {
            friend.Speak(arrival.At);
            db.Messages.Add(conversation.Happen($"{pressed}が押されました", arrival.At));
            Arrivals.Say(db, friend, conversation, answer, now);
        });
    }

    /// <summary>
    /// 連絡は控えめに: the client tapped the button of a notice and is looking at the talk, so what was held back is said. As often
    /// as it is tapped: they may have closed it in a hurry.
    /// </summary>
    /// <param name="instead">What is said where there is nothing to show any more.</param>
    [DisplayName("控えめなお知らせの中身を見せる")]
    [Allowed(Line = true)]
    public async Task Reveal(Arrival arrival, Guid messageId, AutoReply instead)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, async (db, friend, conversation, now) =>
        {
            friend.Speak(arrival.At);
            var carriers = db.Messages.Where(m => m.Id == messageId && m.ConversationId == conversation.Id && m.By == Speaker.Staff).Select(m => m.OutgoingId);
            var messages = await db.Messages.Where(m => m.OutgoingId != null && carriers.Contains(m.OutgoingId) && m.By == Speaker.Staff).OrderBy(m => m.Order).ToListAsync();
            var ids = messages.Select(m => m.FileId).OfType<Guid>().ToList();
            var files = await db.StoredFiles.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
            db.Messages.Add(conversation.Happen("ボタン「お返事を見る」が押されました", arrival.At));
            if (messages.Count == 0)
            {
                Arrivals.Say(db, friend, conversation, instead, now);
                return;
            }
            var shown = conversation.ReplyAutomatically(MessageKind.Text, "お返事を表示しました", now);
            var sending = OutgoingMessage.For(friend, conversation.Id, shown.Order, [.. messages.Select(m => Part.Of(m, m.FileId is { } id ? files.GetValueOrDefault(id) : null).Content)], now, now, conversation.TakeReply(now));
            shown.Carry(sending);
            db.Messages.Add(shown);
            db.OutgoingMessages.Add(sending);
        });
    }

    /// <summary>未対応イベント: kept and shown, never dropped.</summary>
    [DisplayName("未対応イベントを残す")]
    [Allowed(Line = true)]
    public async Task Keep(Arrival arrival, string kind)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, (db, _, conversation, _) => db.Messages.Add(conversation.Happen($"未対応イベント（{kind}）", arrival.At, kind: MessageKind.Unsupported)));
    }

    /// <summary>
    /// An event could not be processed at its last attempt: it is put aside for another try by hand, and in the same save the talk
    /// says that something came, so that somebody answers.
    /// </summary>
    /// <param name="failure">The failure's kind, without contents.</param>
    [DisplayName("読み取れないメッセージを知らせる")]
    [Allowed(Line = true)]
    public async Task PutAside(Arrival arrival, string failure)
    {
        actor.MayDo<ReceptionDesk>();
        await arrivals.Take(arrival, (db, incoming, _, conversation, now) =>
        {
            incoming.Fail(failure, now);
            db.Messages.Add(conversation.Receive(new SaysUnreadable(), arrival.At, now).Message);
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// An event that belongs to no friend's conversation stays where it is written down; only that it was dealt with is noted.
    /// In a group too, what is taken back is wiped, whichever of the two comes first.
    /// </summary>
    /// <param name="takenBack">送信取消: LINE's id of the message.</param>
    [DisplayName("会話のないイベントを残す")]
    [Allowed(Line = true)]
    public async Task LeaveAsWritten(long sequence, string? takenBack = null)
    {
        actor.MayDo<ReceptionDesk>();
        await dbs.Change(async db =>
        {
            var incoming = await db.IncomingEvents.SingleAsync(e => e.Sequence == sequence);
            if (takenBack is not null)
                await Wipe(db, null, takenBack);
            else if (incoming.MessageId is { } id && await db.IncomingEvents.AnyAsync(e => e.MessageId == id && e.Body == IncomingEvent.Wiped))
                incoming.Wipe();
            incoming.Finish(clock.GetUtcNow());
        });
    }

    /// <summary>送信予約 that were only for the case that the client stays silent.</summary>
    private static async Task GiveWay(OneStopDb db, Conversation conversation, DateTimeOffset at, DateTimeOffset now)
    {
        var planned = await db.LaterAnswers.Planned().Where(l => l.ConversationId == conversation.Id && l.UnlessClientWrites).ToListAsync();
        planned.ForEach(l => l.GiveWay(now));
        if (planned.Count > 0)
            db.Messages.Add(conversation.Happen($"送信予約{planned.Count}件を取りやめました（相談者から先にメッセージが届いたため）", at));
    }

    private async Task Wipe(OneStopDb db, Guid? fileId, string lineMessageId)
    {
        foreach (var incoming in await db.IncomingEvents.Where(e => e.MessageId == lineMessageId).ToListAsync())
            incoming.Wipe();
        if (await db.StoredFiles.SingleOrDefaultAsync(f => f.Id == fileId) is not { } file)
            return;

        // The bytes first: if the save fails, the event comes again and finds them gone.
        foreach (var contents in new[] { file.Contents, file.Preview }.OfType<FileContents>())
            store.Delete(contents.StorageName);
        file.Wipe();
    }
}
