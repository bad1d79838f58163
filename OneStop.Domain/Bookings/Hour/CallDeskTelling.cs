using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>
/// The neutral message to the client after a call that did not reach them: once for each try, held, never in 連絡不可の時間帯, and not while somebody else
/// may hold the telephone.
/// </summary>
public sealed partial class CallDesk
{
    /// <summary>お電話したことを知らせる: for a try without an answer, if staff wishes so.</summary>
    /// <exception cref="RuleException">The client was told of this try, knows of it, or cannot be reached in LINE.</exception>
    [DisplayName("お電話したことを本人に知らせる")]
    [Allowed(Casework = true)]
    public Task TellClient(Guid tryId)
    {
        desk.MayDo<CallDesk>();
        return Change(tryId, async (db, tried) =>
        {
            var client = await db.Bookings.Where(b => b.Id == tried.BookingId).Select(b => b.ClientId).SingleAsync();
            var talk = await db.TalkOf(client) ?? throw new RuleException("LINEでは届きません（ブロックされているか、友だちではありません）。");
            if (await db.HasFailed(tried))
                tried.TakeTellingBack();
            Tell(db, talk, tried, desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>Stops the message before it has gone out, or the plan for one.</summary>
    /// <exception cref="RuleException">It has gone out.</exception>
    [DisplayName("お電話したお知らせをやめる")]
    [Allowed(Casework = true)]
    public Task StopTelling(Guid tryId)
    {
        desk.MayDo<CallDesk>();
        return Change(tryId, async (db, tried) =>
        {
            if (tried.NoticeId is { } notice)
                await db.TakeCardBack(notice, desk.Now);
            tried.TakeTellingBack();
        });
    }

    private static void Tell(OneStopDb db, Conversation talk, CallTry tried, Guid by, DateTimeOffset now)
    {
        var from = now + AnswerDesk.Hold;
        if (tried.Outcome == CallOutcome.SomebodyElse && tried.At + CallNotices.WaitsAfterSomebodyElse is var putAway && putAway > from)
            tried.PlanTelling(putAway);
        else if (talk.NoContact is { } away && away.Cover(from))
            tried.PlanTelling(away.EndAfter(from));
        else
            db.TellOfCall(talk, tried, by, now);
    }
}
