using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>送信予約の窓口: answers that go out at a chosen time.</summary>
[DisplayName("送信予約")]
public sealed class LaterDesk(DeskContext desk)
{
    /// <summary>Plans an answer. What stands in my draft has become it.</summary>
    /// <param name="isSure">The writer was asked what is odd in it, and means it.</param>
    /// <param name="since">The last message that the writer had before them when they began: what colleagues have answered after it is asked about.</param>
    /// <exception cref="RuleException">Nothing to say, too long, the time is over, or the client has blocked the account.</exception>
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

    /// <summary>What waits for its time in all conversations, and what lately gave way.</summary>
    [DisplayName("送信予約の一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<LaterRow>> All()
    {
        desk.MayDo<LaterDesk>();
        await using var db = await desk.Read();
        return desk.Show(await db.PlannedIn(null, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>取り消す</summary>
    /// <returns>Its words.</returns>
    /// <exception cref="RuleException">It does not wait any more.</exception>
    [DisplayName("送信予約を取り消す")]
    [Allowed(Casework = true)]
    public async Task<string> Cancel(Guid laterId)
    {
        desk.MayDo<LaterDesk>();
        return await Change(laterId, l => l.Cancel(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>One that gave way is shown no more, once somebody has seen it.</summary>
    /// <exception cref="RuleException">It did not give way.</exception>
    [DisplayName("取りやめた送信予約を片づける")]
    [Allowed(Casework = true)]
    public async Task Dismiss(Guid laterId)
    {
        desk.MayDo<LaterDesk>();
        await Change(laterId, l => l.Dismiss(desk.Actor.StaffId));
    }

    /// <summary>Undoes a cancelling.</summary>
    /// <exception cref="RuleException">Its time is over.</exception>
    [DisplayName("送信予約を元に戻す")]
    [Allowed(Casework = true)]
    public async Task Restore(Guid laterId)
    {
        desk.MayDo<LaterDesk>();
        await Change(laterId, l => l.Restore(desk.Now));
    }

    /// <summary>Goes out at another time.</summary>
    /// <param name="seen">The time that was on the screen: what a colleague has set since is not written over.</param>
    /// <exception cref="RuleException">It does not wait any more, the time is over or too far ahead, or another one was set in between.</exception>
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

    /// <summary>Sends what is due, as the one who wrote it; whoever must be left alone now gets it when those hours are over.</summary>
    /// <returns>How long until the next may be due.</returns>
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
