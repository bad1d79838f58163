using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Conversations.Answers;
using OneStop.Portal.Shared;

namespace OneStop.Portal.Features.Bookings.Hour;

/// <summary>Acts of staff in a call to the client of a booking, each with undo in its toast.</summary>
internal sealed class CallActs(CallDesk desk, UndoToasts undo)
{
    /// <summary>Records what became of a call.</summary>
    /// <returns>False if a rule forbade it.</returns>
    public async Task<bool> Record(BookingRow row, CallOutcome outcome, string note, Guid key)
    {
        RecordedTry? made = null;
        if (!await undo.Do(async () => made = await desk.Record(row.Id, outcome, note, key)))
            return false;
        undo.Offer($"{row.Alias} への電話:「{outcome.InJapanese}」を記録しました{(made!.IsTold ? "。30分後に本人にLINEで知らせます" : "")}",
            () => desk.TakeBack(made.Id));
        return true;
    }

    /// <summary>電話を終える</summary>
    /// <returns>False if a rule forbade it.</returns>
    public async Task<bool> End(BookingRow row, CallTryRow running)
    {
        var isHeld = false;
        if (!await undo.Do(async () => isHeld = await desk.End(running.Id)))
            return false;
        undo.Offer($"{row.Alias} との電話を終えました{(isHeld ? "。予約を「来談」にしました" : "")}", () => desk.Resume(running.Id, isHeld));
        return true;
    }

    /// <summary>お電話したことを知らせる</summary>
    /// <returns>False if a rule forbade it.</returns>
    public async Task<bool> Tell(BookingRow row, CallTryRow tried)
    {
        if (!await undo.Do(() => desk.TellClient(tried.Id)))
            return false;
        undo.Offer($"{row.Alias} へお電話したことを知らせます", () => desk.StopTelling(tried.Id), AnswerDesk.Hold);
        return true;
    }

    /// <summary>Takes a try back that was recorded by a slip.</summary>
    public async Task TakeBack(BookingRow row, CallTryRow tried)
    {
        if (await undo.Do(() => desk.TakeBack(tried.Id)))
            undo.Offer($"{row.Alias} への電話:「{tried.Outcome.InJapanese}」の記録を取り消しました", () => desk.BringBack(tried.Id));
    }

    /// <summary>Stops a message that has not gone out.</summary>
    public async Task Stop(BookingRow row, CallTryRow tried)
    {
        if (await undo.Do(() => desk.StopTelling(tried.Id)))
            undo.Offer($"{row.Alias} へのお知らせをやめました", () => desk.TellClient(tried.Id));
    }
}
