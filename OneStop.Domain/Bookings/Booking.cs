using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;

namespace OneStop.Domain.Bookings;

/// <summary>予約: the promise of a talk, between a client and a member of staff, in a slot. A move makes a new one that follows the old.</summary>
public sealed partial class Booking
{
    private readonly List<BookingCell> cells = [];

    /// <summary>A slip can be undone so long; a cancelling also when the time of the talk has come.</summary>
    private static readonly TimeSpan RestorableFor = TimeSpan.FromHours(1);

    /// <summary>So long after a talk to which somebody did not come a kind word is one; later it would only remind them.</summary>
    public static readonly TimeSpan InvitableFor = TimeSpan.FromDays(14);

    private Booking() { }

    /// <summary>A slot of somebody's time for a client.</summary>
    /// <param name="terms">By which its length and the time around it are kept.</param>
    /// <param name="enteredBy">The member of staff who books for the client; null if they did it in LINE.</param>
    /// <param name="heldUntil">仮押さえ: it is let go then, unless it was confirmed. Null confirms it at once.</param>
    /// <param name="lane">1 for a deliberate second booking in the same time of the same person, else 0.</param>
    public static Booking Of(Client client, BookingTerms terms, ContactMethod method, Slot slot, Guid staffId, Guid? enteredBy,
        DateTimeOffset? heldUntil, DateTimeOffset now, int lane = 0)
    {
        var booking = new Booking
        {
            Id = Guid.CreateVersion7(now),
            ClientId = client.Id,
            Kind = terms.Kind,
            Method = method,
            Slot = slot,
            StaffId = staffId,
            EnteredBy = enteredBy,
            CreatedAt = now,
            Day = ReportDay.Of(slot.Start),
            FirstQuarter = BookingCell.IndexOf(slot.Start.AddMinutes(-terms.BufferBefore)),
            Quarters = terms.Quarters,
            Lane = lane,
        };
        (booking.State, booking.HeldUntil) = heldUntil is null ? (BookingState.Confirmed, null) : (BookingState.Tentative, heldUntil);
        booking.KeepTime();
        return booking;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public BookingKind Kind { get; private set; }
    public ContactMethod Method { get; private set; }
    public Slot Slot { get; private set; } = null!;
    public Guid StaffId { get; private set; }
    public BookingState State { get; private set; }

    /// <summary>仮押さえの終わり; null once it is confirmed, or where it waits for the client's word.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who entered it for the client; null if they booked in LINE.</summary>
    public Guid? EnteredBy { get; private set; }

    /// <summary>What reports group it by: the service day, the date, the hour band.</summary>
    public ReportDay Day { get; private set; } = null!;

    /// <summary>The first quarter hour that it takes of the person's time, the buffer before it included.</summary>
    public long FirstQuarter { get; private set; }

    public int Quarters { get; private set; }
    public int Lane { get; private set; }

    /// <summary>The booking that this one follows.</summary>
    public Guid? MovedFrom { get; private set; }

    /// <summary>It was made by an entry or a move that was undone.</summary>
    public bool IsAnnulled { get; private set; }

    /// <summary>How often it was moved before.</summary>
    public int Moves { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who ended it; null if the client did, in LINE.</summary>
    public Guid? EndedBy { get; private set; }

    public CancelReason? Reason { get; private set; }

    /// <summary>確認済: the client pressed 確認 on a reminder.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>前日のお知らせ: when it was put into the outbox, in the same save.</summary>
    public DateTimeOffset? DayReminderAt { get; private set; }

    /// <summary>1時間前のお知らせ.</summary>
    public DateTimeOffset? HourReminderAt { get; private set; }

    /// <summary>声かけ: when a kind word was put into the outbox after they had not come.</summary>
    public DateTimeOffset? InvitedAgainAt { get; private set; }

    /// <summary>The last thing in the outbox that was said of it, which is taken back when it is true no more before it went out.</summary>
    public Guid? LastNoticeId { get; private set; }

    /// <summary>The quarter hours of the person's time that it keeps from others.</summary>
    public IReadOnlyList<BookingCell> Cells => cells;

    /// <summary>It stands: it will be held, or may.</summary>
    public bool Stands => State is BookingState.Tentative or BookingState.Confirmed;

    /// <summary>提案中: it waits for the client's word, however long.</summary>
    public bool IsProposal => State == BookingState.Tentative && HeldUntil is null;

    /// <summary>確定する</summary>
    /// <exception cref="RuleException">It does not wait for that, or its time is not kept any more.</exception>
    public void Confirm()
    {
        if (State != BookingState.Tentative)
            throw new RuleException("この予約は、すでに確定または終了しています。");
        if (!KeepsItsTime)
            throw new RuleException("おさえていた時間が切れました。時間を選び直してください。");
        (State, HeldUntil) = (BookingState.Confirmed, null);
    }

    /// <summary>提案する: it waits for the client's word, however long.</summary>
    /// <exception cref="RuleException">It is not confirmed.</exception>
    public void Propose()
    {
        if (State != BookingState.Confirmed)
            throw new RuleException($"この予約は、すでに「{State.InJapanese}」になっています。");
        State = BookingState.Tentative;
    }

    /// <summary>取消: by the client, or for them.</summary>
    /// <exception cref="RuleException">It is over.</exception>
    public void Cancel(Guid? by, CancelReason? reason, DateTimeOffset now) => End(BookingState.Cancelled, by, reason, now);

    /// <summary>相談員都合: we could not hold it.</summary>
    /// <exception cref="RuleException">It is over.</exception>
    public void CallOff(Guid by, DateTimeOffset now) => End(BookingState.CalledOff, by, null, now);

    /// <summary>来談: it was held.</summary>
    /// <exception cref="RuleException">It was cancelled, or has not begun.</exception>
    public void Hold(Guid by, DateTimeOffset now) => Close(BookingState.Held, by, now);

    /// <summary>無断: the client did not come.</summary>
    /// <exception cref="RuleException">It was cancelled, or has not begun.</exception>
    public void Miss(Guid by, DateTimeOffset now) => Close(BookingState.Missed, by, now);

    /// <summary>Takes the note back that it was held or missed.</summary>
    /// <exception cref="RuleException">There is no such note.</exception>
    public void Reopen()
    {
        if (State is not (BookingState.Held or BookingState.Missed))
            throw new RuleException("来談・無断の記録がありません。");
        (State, EndedAt, EndedBy) = (BookingState.Confirmed, null, null);
    }

    /// <summary>声をかける: who did not come was told, once, that they are welcome.</summary>
    /// <param name="sendingId">The sending that says so.</param>
    /// <exception cref="RuleException">They came, were told already, or it is too long ago.</exception>
    public void InviteAgain(Guid sendingId, DateTimeOffset now)
    {
        if (State != BookingState.Missed)
            throw new RuleException($"この予約は「{State.InJapanese}」のため、声かけは送れません。");
        if (InvitedAgainAt is not null)
            throw new RuleException("声かけは、すでに送られています。");
        if (now > Slot.Start + InvitableFor)
            throw new RuleException($"予約の日から{InvitableFor.Days}日をすぎたため、声かけは送れません。連絡が必要なときは、トークで返信してください。");
        (InvitedAgainAt, LastNoticeId) = (now, sendingId);
    }

    /// <summary>It was taken back before it went out.</summary>
    internal void TakeInvitationBack() => InvitedAgainAt = null;

    /// <summary>Takes the ending back: the time is kept for it again. Whether it is still free is for the desk to look at.</summary>
    /// <param name="asProposal">It waited for the client's word before.</param>
    /// <exception cref="RuleException">It did not end by a cancelling, or its time is over.</exception>
    public void Restore(bool asProposal, DateTimeOffset now)
    {
        if (State is not (BookingState.Cancelled or BookingState.CalledOff))
            throw new RuleException("この予約は、取り消されていません。");
        if (Slot.Start <= now && EndedAt < now - RestorableFor)
            throw new RuleException("予約の時間がすぎたため、元に戻せません。");
        (State, EndedAt, EndedBy, Reason) = (asProposal ? BookingState.Tentative : BookingState.Confirmed, null, null, null);
        KeepTime();
    }

    /// <summary>What a member of staff has just entered was a slip: it never was.</summary>
    /// <exception cref="RuleException">The client made it, it followed another, it is older, or it is over.</exception>
    public void TakeBack(Guid by, DateTimeOffset now)
    {
        if (EnteredBy is null || MovedFrom is not null || now > CreatedAt + RestorableFor)
            throw new RuleException("入れたばかりの予約ではないため、元に戻せません。「取消」を押してください。");
        Annul(by, now);
    }

    /// <summary>An entry or a move that was undone: what it had made never was. It counts nowhere and is shown nowhere.</summary>
    public void Annul(Guid by, DateTimeOffset now)
    {
        End(BookingState.Cancelled, by, null, now);
        (IsAnnulled, MovedFrom) = (true, null);
    }

    /// <summary>A reason that was told after the cancelling.</summary>
    public void Explain(CancelReason reason) => Reason = State == BookingState.Cancelled ? reason : Reason;

    /// <summary>The client pressed 確認.</summary>
    public void Acknowledge(DateTimeOffset now) => AcknowledgedAt ??= now;

    /// <summary>It takes the place of another, which was moved.</summary>
    public void Follow(Booking before) => (MovedFrom, Moves) = (before.Id, before.Moves + 1);

    internal void RemindOnTheDayBefore(Guid? sendingId, DateTimeOffset now) => (DayReminderAt, LastNoticeId) = (now, sendingId ?? LastNoticeId);

    /// <summary>After it the one of the day before comes no more.</summary>
    internal void RemindAnHourBefore(Guid? sendingId, DateTimeOffset now) =>
        (HourReminderAt, DayReminderAt, LastNoticeId) = (now, DayReminderAt ?? now, sendingId ?? LastNoticeId);

    /// <summary>Nothing of the person's time is kept any more.</summary>
    private void End(BookingState state, Guid? by, CancelReason? reason, DateTimeOffset now)
    {
        if (!Stands)
            throw new RuleException($"この予約は、すでに「{State.InJapanese}」になっています。");
        (State, HeldUntil, EndedAt, EndedBy, Reason) = (state, null, now, by, reason);
        cells.Clear();
    }

    private void Close(BookingState state, Guid by, DateTimeOffset now)
    {
        if (State is not (BookingState.Confirmed or BookingState.Held or BookingState.Missed))
            throw new RuleException($"この予約は「{State.InJapanese}」のため、記録できません。");
        if (now < Slot.Start)
            throw new RuleException("予約の時間になってから記録してください。");
        (State, EndedAt, EndedBy) = (state, now, by);
    }
}
