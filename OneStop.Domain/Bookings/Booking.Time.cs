namespace OneStop.Domain.Bookings;

/// <summary>The quarter hours that the booking occupies. These members need <see cref="Cells"/> to be loaded.</summary>
public sealed partial class Booking
{
    /// <summary>Whether all of the booking's quarter hours are still reserved for it. Needs the loaded cells.</summary>
    internal bool KeepsItsTime => cells.Count == Quarters;

    /// <summary>引き継ぐ: gives the booking to another member of staff, at the same time, with the talk if it runs.</summary>
    /// <param name="lane">1 if it goes back beside another booking of that person.</param>
    internal void HandTo(Guid staffId, int lane = 0)
    {
        (StaffId, Lane) = (staffId, lane);
        cells.Clear();
        KeepTime();
        Talk?.HandTo(staffId);
    }

    private void KeepTime()
    {
        for (var i = 0; i < Quarters; i++)
            cells.Add(new(StaffId, FirstQuarter + i, Lane, Id));
    }

    /// <summary>Ends a hold: its quarter hours become free at once, and the row is deleted later.</summary>
    internal void LetGo(DateTimeOffset now)
    {
        HeldUntil = now;
        cells.Clear();
    }

    /// <summary>Throws unless staff can choose another time, person or method.</summary>
    /// <exception cref="RuleException">It has ended, its talk runs, or it is only held for a client who is choosing.</exception>
    internal void RefuseUnlessMovable()
    {
        if (!Stands)
            throw new RuleException($"この予約は、すでに「{State.InJapanese}」になっています。");
        if (HeldUntil is not null)
            throw new RuleException("本人がLINEで選んでいる間の仮の予約のため、変更できません。決まるか時間が切れるまで、お待ちください。");
        if (Talk is { IsRunning: true })
            throw new RuleException("相談が進んでいるため、変更できません。担当を替わるときは「ほかの人に頼む」を使ってください。");
    }

    /// <summary>Takes back a cancellation and reserves the time again. The desk checks whether the time is still free.</summary>
    /// <param name="asProposal">Whether the booking was a proposal before.</param>
    /// <param name="knowsOfTalk">Whether the client was told that its talk had begun: if the cancellation has ended it, it goes on.</param>
    /// <exception cref="RuleException">The booking was not cancelled, or its time is over.</exception>
    public void Restore(bool asProposal, DateTimeOffset now, bool knowsOfTalk = false)
    {
        if (State is not (BookingState.Cancelled or BookingState.CalledOff))
            throw new RuleException("この予約は、取り消されていません。");
        if (Slot.Start <= now && EndedAt < now - RestorableFor)
            throw new RuleException("予約の時間がすぎたため、元に戻せません。");
        if (knowsOfTalk && Talk is not null && Talk.EndedAt == EndedAt && now < Slot.End)
            Talk.Resume();
        (State, EndedAt, EndedBy, Reason) = (asProposal ? BookingState.Tentative : BookingState.Confirmed, null, null, null);
        KeepTime();
    }
}
