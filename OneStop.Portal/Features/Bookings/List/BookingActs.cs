using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Conversations.Answers;
using OneStop.Portal.Features.Bookings.Making;
using OneStop.Portal.Shared;

namespace OneStop.Portal.Features.Bookings.List;

/// <summary>Acts of staff on a booking in a list, each with undo in its toast.</summary>
internal sealed class BookingActs(BookingDesk desk, UndoToasts undo)
{
    /// <summary>来談・無断</summary>
    public async Task Close(BookingRow row, bool wasHeld)
    {
        if (await undo.Do(() => desk.Close(row.Id, wasHeld)))
            undo.Offer($"{row.Alias} の予約を「{(wasHeld ? BookingState.Held : BookingState.Missed).InJapanese}」にしました", () => desk.Reopen(row.Id));
    }

    /// <summary>Undoes 来談 or 無断.</summary>
    public async Task Reopen(BookingRow row)
    {
        if (await undo.Do(() => desk.Reopen(row.Id)))
            undo.Offer($"「{row.State.InJapanese}」の記録を外しました", () => desk.Close(row.Id, row.State == BookingState.Held));
    }

    /// <summary>確定</summary>
    public async Task Confirm(BookingRow row)
    {
        if (await undo.Do(() => desk.Confirm(row.Id)))
            undo.Offer($"{row.Alias} の予約を確定しました", () => desk.Unconfirm(row.Id));
    }

    /// <summary>変更</summary>
    /// <param name="row">The booking as it was when the screen was opened: somebody else must not hold it meanwhile.</param>
    /// <param name="plan">Null while no time is chosen.</param>
    /// <returns>The booking that took its place.</returns>
    /// <exception cref="RuleException">No time is chosen, or it cannot be moved there; the form shows the message.</exception>
    public async Task<Guid> Move(BookingRow row, BookingPlan? plan)
    {
        var to = plan ?? throw new RuleException("時間を選んでください。", nameof(BookingDraft.Time));
        var moved = await desk.Move(row.Id, to, row.StaffId);
        undo.Offer($"{row.Alias} の予約を {ServiceDay.Say(to.Start)} に変更しました{ToldWords.Of(to.Tells, moved.IsTold)}",
            () => desk.MoveBack(moved.Id, row.State == BookingState.Tentative, moved.IsTold));
        return moved.Id;
    }

    /// <summary>取消・相談員都合</summary>
    /// <exception cref="RuleException">It can no longer be cancelled; the form shows the message.</exception>
    public async Task Cancel(BookingRow row, Cancelling how)
    {
        var isTold = await desk.Cancel(row.Id, how.Why.IsOurs, how.Why.Reason, how.Tells);
        undo.Offer($"{row.Alias} の予約を{(how.Why.IsOurs ? "「相談員都合」にしました" : "取り消しました")}{ToldWords.Of(how.Tells, isTold)}",
            () => desk.Restore(row.Id, row.State == BookingState.Tentative, isTold));
    }

    /// <summary>声をかける</summary>
    public async Task<bool> InviteAgain(BookingRow row)
    {
        if (!await undo.Do(() => desk.InviteAgain(row.Id)))
            return false;
        undo.Offer($"{row.Alias} へ声かけを送ります", () => desk.TakeInvitationBack(row.Id), AnswerDesk.Hold);
        return true;
    }
}

/// <summary>How to cancel a booking.</summary>
/// <param name="Tells">True to tell the client in LINE.</param>
public sealed record Cancelling(CancelWhy Why, bool Tells);

/// <summary>Why a booking is cancelled.</summary>
/// <param name="IsOurs">True for 相談員都合.</param>
/// <param name="Reason">The client's reason; null if they gave none.</param>
public sealed record CancelWhy(bool IsOurs, CancelReason? Reason);
