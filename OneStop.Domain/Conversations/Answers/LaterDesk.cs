using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>送信予約の窓口: answers that are sent at a chosen time.</summary>
[DisplayName("送信予約")]
public sealed class LaterDesk(DeskContext desk)
{
    /// <summary>Plans an answer and empties the writer's draft.</summary>
    /// <param name="isSure">The writer has confirmed after <see cref="AsksFirst"/>.</param>
    /// <param name="since">The last message that the writer had seen when they began to write. If colleagues have answered after it, the writer is
    /// asked.</param>
    /// <exception cref="RuleException">The text is empty or too long, the time is past, or the client has blocked the account.</exception>
    [DisplayName("あとで送る")]
    [Allowed(Casework = true)]
    public async Task<AnswerOutcome> Plan(Guid conversationId, string text, DateTimeOffset sendAt, bool unlessClientWrites, bool isSure = false,
        long? since = null)
    {
        desk.MayDo<LaterDesk>();
        var me = desk.Actor.StaffId;
        _ = SplitText.Parts(text);
        TemplateText.RefuseUnresolved(text);
        return await desk.Change<AnswerOutcome>(async db =>
        {
            var now = desk.Now;
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            conversation.RefuseIfBlocked();
            if (!isSure && (IReadOnlyList<string>)[.. await AnsweredMeanwhile.DoubtsAbout(db, conversationId, me, since),
                .. await WrongPerson.DoubtsAbout(db, conversation, text)] is { Count: > 0 } doubts)
                return new AsksFirst(doubts);
            db.LaterAnswers.Add(LaterAnswer.Plan(conversationId, me, text, sendAt, unlessClientWrites, now));
            (await db.Drafts.SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.StaffId == me))?.Write("", now);
            return new Taken();
        });
    }

    /// <summary>Returns the planned answers of all conversations, and those cancelled automatically within the last days.</summary>
    [DisplayName("送信予約の一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<LaterRow>> All()
    {
        desk.MayDo<LaterDesk>();
        await using var db = await desk.Read();
        return desk.Show(await db.PlannedIn(null, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>取り消す</summary>
    /// <returns>Its text.</returns>
    /// <exception cref="RuleException">It is sent or cancelled already.</exception>
    [DisplayName("送信予約を取り消す")]
    [Allowed(Casework = true)]
    public async Task<string> Cancel(Guid laterId)
    {
        desk.MayDo<LaterDesk>();
        return await Change(laterId, l => l.Cancel(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Takes a cancelled answer off the list once somebody has seen it.</summary>
    /// <exception cref="RuleException">It is not cancelled.</exception>
    [DisplayName("取りやめた送信予約を片づける")]
    [Allowed(Casework = true)]
    public async Task Dismiss(Guid laterId)
    {
        desk.MayDo<LaterDesk>();
        await Change(laterId, l => l.Dismiss(desk.Actor.StaffId));
    }

    /// <summary>Undoes a cancellation.</summary>
    /// <exception cref="RuleException">Its time is past.</exception>
    [DisplayName("送信予約を元に戻す")]
    [Allowed(Casework = true)]
    public async Task Restore(Guid laterId)
    {
        desk.MayDo<LaterDesk>();
        await Change(laterId, l => l.Restore(desk.Now));
    }

    /// <summary>Changes the time at which it is sent.</summary>
    /// <param name="seen">The time that was on the screen: a colleague's later change is not overwritten.</param>
    /// <exception cref="RuleException">It is sent or cancelled already, the time is past or too far ahead, or a colleague has changed it
    /// meanwhile.</exception>
    [DisplayName("送信予約の日時を変える")]
    [Allowed(Casework = true)]
    public async Task Move(Guid laterId, DateTimeOffset sendAt, DateTimeOffset seen)
    {
        desk.MayDo<LaterDesk>();
        await Change(laterId, l =>
        {
            if (l.SendAt != seen && l.SendAt != sendAt)
                throw new RuleException($"ほかの人が先に、送る日時を {JapanTime.Say(l.SendAt)} に変えました。確かめて、もう一度押してください。");
            l.Move(sendAt, desk.Now);
        });
    }

    /// <summary>Sends the answers that are due, in their writers' names; those in a client's 連絡不可の時間帯 are postponed to its end.</summary>
    /// <returns>How long until the next one may be due.</returns>
    [DisplayName("送信予約を送る")]
    [Allowed(Clock = true)]
    public async Task<TimeSpan> SendDue()
    {
        desk.MayDo<LaterDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        foreach (var id in await db.LaterAnswers.Planned().Where(l => l.SendAt <= now).Select(l => l.Id).ToListAsync())
            await Send(id);
        return await db.LaterAnswers.Planned().Where(l => l.SendAt > now).Select(l => (DateTimeOffset?)l.SendAt).FirstOrDefaultAsync() is { } next
            ? next - now
            : TimeSpan.MaxValue;
    }

    private Task Send(Guid laterId) => desk.Change(async db =>
    {
        var now = desk.Now;
        var planned = await db.LaterAnswers.SingleAsync(l => l.Id == laterId);
        var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == planned.ConversationId);
        if (!planned.IsPlanned)
            return;
        if (conversation.NoContact is { } hours && hours.Cover(now))
        {
            planned.Wait(hours.EndAfter(now));
            return;
        }
        planned.Go(now);
        db.Answer(conversation, [.. SplitText.Parts(planned.Text).Select(t => new Part(MessageKind.Text, t, new TextContent(t)))], planned.StaffId, now,
            now, writtenAt: planned.PlannedAt);
    });

    private Task<string> Change(Guid laterId, Action<LaterAnswer> change) => desk.Change(async db =>
    {
        var planned = await db.LaterAnswers.SingleAsync(l => l.Id == laterId);
        change(planned);
        return planned.Text;
    });
}
