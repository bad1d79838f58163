using Microsoft.AspNetCore.Components;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Conversations.Answers;
using OneStop.Portal.Features.Bookings.Making;
using OneStop.Portal.Shared;

namespace OneStop.Portal.Features.Bookings.Hour;

/// <summary>Acts at the hour of a booking, each with undo in its toast: beginning the talk, being late, asking a colleague.</summary>
internal sealed class TalkActs(LiveTalkDesk talks, HandOverDesk hands, UndoToasts undo, NavigationManager nav)
{
    /// <summary>相談を始める: opens the conversation. Who comes second reads who has begun.</summary>
    public async Task Begin(BookingRow row)
    {
        BegunTalk? begun = null;
        if (!await undo.Do(async () => begun = await talks.Begin(row.Id)))
            return;
        nav.NavigateTo($"/inbox/{row.ConversationId}");
        var taken = begun!.TakenFrom is { } before ? $"担当を{before}さんから替わり、" : "";
        if (begun.IsNew)
            undo.Offer($"{row.Alias} の相談を始めます。{taken}本人に知らせます", () => talks.TakeBack(begun.Id), AnswerDesk.Hold);
        else
            undo.Tell(begun.IsMine ? $"{taken}相談を続けます" : $"{begun.HeldBy}さんが、もう相談を始めています");
    }

    /// <summary>遅れます</summary>
    public async Task<bool> BeLate(BookingRow row, int minutes)
    {
        AnnouncedLateness? announced = null;
        if (!await undo.Do(async () => announced = await hands.BeLate(row.Id, minutes)))
            return false;
        if (announced!.Late.NoticeId is null)
            undo.Offer($"{minutes}分ほど遅れると記録しました（LINEでは届きません。電話で知らせてください）", () => hands.TakeBack(announced));
        else
            undo.Offer($"{row.Alias} へ、{minutes}分ほど遅れると知らせます", () => hands.TakeBack(announced), AnswerDesk.Hold);
        return true;
    }

    /// <summary>ほかの人に頼む</summary>
    public async Task<bool> Give(BookingRow row, HandChoice to, bool tells)
    {
        HandedHour? handed = null;
        if (!await undo.Do(async () => handed = await hands.Give(row.Id, to.Id, tells)))
            return false;
        undo.Offer($"{row.When} の予約を{to.Name}さんに頼みました{ToldWords.Of(tells, handed!.NoticeId is not null)}", () => hands.GiveBack(handed));
        return true;
    }
}
