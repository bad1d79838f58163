using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;

namespace OneStop.Domain.Bookings;

/// <summary>予約: an appointment of a client with a member of staff, in a slot. Moving it makes a new booking that follows the old one.</summary>
public sealed partial class Booking
{
    private readonly List<BookingCell> cells = [];

    /// <summary>How long after an entry or a cancellation a member of staff can undo it; a cancellation even if the slot has begun meanwhile.</summary>
    private static readonly TimeSpan RestorableFor = TimeSpan.FromHours(1);

    /// <summary>How long after a missed talk 声かけ can be sent; later it would only remind the client of the failure.</summary>
    public static readonly TimeSpan InvitableFor = TimeSpan.FromDays(14);

    private Booking() { }

    /// <summary>The most characters of <see cref="BeyondReason"/>.</summary>
    public const int LongestReason = 200;

    /// <summary>Creates a booking of a member of staff's time for a client.</summary>
    /// <param name="terms">The terms that give the length and the buffers.</param>
    /// <param name="enteredBy">The member of staff who books for the client; null if the client booked in LINE.</param>
    /// <param name="heldUntil">仮押さえ: when the hold ends unless the booking was confirmed. Null confirms the booking at once.</param>
    /// <param name="lane">1 for a deliberate second booking of the same person at the same time, else 0.</param>
    /// <exception cref="RuleException">It is by video, and no service is approved for that day.</exception>
    public static Booking Of(Client client, BookingTerms terms, ContactMethod method, Slot slot, Guid staffId, Guid? enteredBy,
        DateTimeOffset? heldUntil, DateTimeOffset now, int lane = 0)
    {
        terms.RefuseUnapproved(method, slot.Day);
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
            ChosenAt = now,
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

    /// <summary>仮押さえの終わり; null once the booking is confirmed, and for a proposal, which has no end.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When its start was chosen: for a moved booking whose start stayed, when the first one was made.</summary>
    public DateTimeOffset ChosenAt { get; private set; }

    /// <summary>The member of staff who entered the booking for the client; null if the client booked in LINE.</summary>
    public Guid? EnteredBy { get; private set; }

    /// <summary>What reports group the booking by: service day, date, hour band.</summary>
    public ReportDay Day { get; private set; } = null!;

    /// <summary>The first quarter hour that the booking occupies, the buffer before the talk included.</summary>
    public long FirstQuarter { get; private set; }

    public int Quarters { get; private set; }
    public int Lane { get; private set; }

    /// <summary>Why staff booked it outside the person's shift or beside another booking; null if it is neither.</summary>
    public string? BeyondReason { get; private set; }

    /// <summary>The booking that this one follows.</summary>
    public Guid? MovedFrom { get; private set; }

    /// <summary>Whether the booking was made by an entry or a move that was undone.</summary>
    public bool IsAnnulled { get; private set; }

    /// <summary>How often the booking had been moved before.</summary>
    public int Moves { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The member of staff who ended the booking; null if the client did, in LINE.</summary>
    public Guid? EndedBy { get; private set; }

    public CancelReason? Reason { get; private set; }

    /// <summary>確認済: the client pressed 確認 on a reminder.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>前日のお知らせ: when it was put into the outbox (in the same save).</summary>
    public DateTimeOffset? DayReminderAt { get; private set; }

    /// <summary>1時間前のお知らせ.</summary>
    public DateTimeOffset? HourReminderAt { get; private set; }

    /// <summary>声かけ: when it was put into the outbox after the client had not come.</summary>
    public DateTimeOffset? InvitedAgainAt { get; private set; }

    /// <summary>The last sending about this booking. It is called off if it becomes untrue before it has gone out.</summary>
    public Guid? LastNoticeId { get; private set; }

    /// <summary>The quarter hours of the person's time that the booking occupies.</summary>
    public IReadOnlyList<BookingCell> Cells => cells;

    /// <summary>Whether the booking is tentative or confirmed.</summary>
    public bool Stands => State is BookingState.Tentative or BookingState.Confirmed;

    /// <summary>提案中: the booking waits for the client's answer, without a time limit.</summary>
    public bool IsProposal => State == BookingState.Tentative && HeldUntil is null;

    /// <summary>確定する</summary>
    /// <exception cref="RuleException">The booking is not tentative, or its quarter hours are not reserved any more.</exception>
    public void Confirm()
    {
        if (State != BookingState.Tentative)
            throw new RuleException("この予約は、すでに確定または終了しています。");
        if (!KeepsItsTime)
            throw new RuleException("おさえていた時間が切れました。時間を選び直してください。");
        (State, HeldUntil) = (BookingState.Confirmed, null);
    }

    /// <summary>Records why it lies outside the person's shift or beside another booking.</summary>
    /// <exception cref="RuleException">There is no reason, or it is too long.</exception>
    internal void GoBeyond(string reason) => BeyondReason = reason.Trim() switch
    {
        "" => throw new RuleException("重複・時間外で入れる理由を入力してください。", nameof(BookingPlan.Reason)),
        { Length: > LongestReason } => throw new RuleException($"理由は{LongestReason}文字までにしてください。", nameof(BookingPlan.Reason)),
        var said => said,
    };

    /// <summary>提案する: the booking waits for the client's answer, without a time limit.</summary>
    /// <exception cref="RuleException">The booking is not confirmed.</exception>
    public void Propose()
    {
        if (State != BookingState.Confirmed)
            throw new RuleException($"この予約は、すでに「{State.InJapanese}」になっています。");
        State = BookingState.Tentative;
    }

    /// <summary>取消: by the client, or for them.</summary>
    /// <exception cref="RuleException">The booking has already ended.</exception>
    public void Cancel(Guid? by, CancelReason? reason, DateTimeOffset now) => End(BookingState.Cancelled, by, reason, now);

    /// <summary>相談員都合: we could not hold it.</summary>
    /// <exception cref="RuleException">The booking has already ended.</exception>
    public void CallOff(Guid by, DateTimeOffset now) => End(BookingState.CalledOff, by, null, now);

    /// <summary>来談: records that the talk was held.</summary>
    /// <exception cref="RuleException">The booking was cancelled, or its time has not come.</exception>
    public void Hold(Guid by, DateTimeOffset now) => Close(BookingState.Held, by, now);

    /// <summary>無断: records that the client did not come.</summary>
    /// <exception cref="RuleException">The booking was cancelled, or its time has not come.</exception>
    public void Miss(Guid by, DateTimeOffset now) => Close(BookingState.Missed, by, now);

    /// <summary>Takes back the record of 来談 or 無断. A talk that this record has ended just now goes on.</summary>
    /// <exception cref="RuleException">There is no such record.</exception>
    public void Reopen(DateTimeOffset now)
    {
        if (State is not (BookingState.Held or BookingState.Missed))
            throw new RuleException("来談・無断の記録がありません。");
        if (Talk is not null && Talk.EndedAt == EndedAt && now < EndedAt + RestorableFor)
            Talk.Resume();
        (State, EndedAt, EndedBy) = (BookingState.Confirmed, null, null);
    }

    /// <summary>声をかける: records that a client who did not come was told, once, that they are welcome.</summary>
    /// <param name="sendingId">The sending that says so.</param>
    /// <exception cref="RuleException">The booking was not missed, 声かけ was sent already, or the talk is too long ago.</exception>
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

    /// <summary>Forgets 声かけ, because it was taken back before it went out.</summary>
    internal void TakeInvitationBack() => InvitedAgainAt = null;

    /// <summary>Annuls a booking that a member of staff has just entered by mistake.</summary>
    /// <exception cref="RuleException">The client made it, it followed another, it was entered more than an hour ago, or it has ended.</exception>
    public void TakeBack(Guid by, DateTimeOffset now)
    {
        if (EnteredBy is null || MovedFrom is not null || now > CreatedAt + RestorableFor)
            throw new RuleException("入れたばかりの予約ではないため、元に戻せません。「取消」を押してください。");
        Annul(by, now);
    }

    /// <summary>Annuls a booking whose entry or move was undone. It counts in no report and is shown in no list.</summary>
    public void Annul(Guid by, DateTimeOffset now)
    {
        End(BookingState.Cancelled, by, null, now);
        (IsAnnulled, MovedFrom) = (true, null);
    }

    /// <summary>Records the reason that the client gave after cancelling.</summary>
    public void Explain(CancelReason reason) => Reason = State == BookingState.Cancelled ? reason : Reason;

    /// <summary>Records that the client pressed 確認.</summary>
    public void Acknowledge(DateTimeOffset now) => AcknowledgedAt ??= now;

    /// <summary>Makes this booking the successor of one that was moved.</summary>
    public void Follow(Booking before) =>
        (MovedFrom, Moves, ChosenAt) = (before.Id, before.Moves + 1, before.Slot.Start == Slot.Start ? before.ChosenAt : ChosenAt);

    internal void RemindOnTheDayBefore(Guid? sendingId, DateTimeOffset now) => (DayReminderAt, LastNoticeId) = (now, sendingId ?? LastNoticeId);

    /// <summary>Records the reminder of the last hour; the one of the day before is not sent any more.</summary>
    internal void RemindAnHourBefore(Guid? sendingId, DateTimeOffset now) =>
        (HourReminderAt, DayReminderAt, LastNoticeId) = (now, DayReminderAt ?? now, sendingId ?? LastNoticeId);

    /// <summary>Ends the booking and frees its quarter hours.</summary>
    private void End(BookingState state, Guid? by, CancelReason? reason, DateTimeOffset now)
    {
        if (!Stands)
            throw new RuleException($"この予約は、すでに「{State.InJapanese}」になっています。");
        (State, HeldUntil, EndedAt, EndedBy, Reason) = (state, null, now, by, reason);
        cells.Clear();
        Talk?.End(by, now);
    }

    private void Close(BookingState state, Guid by, DateTimeOffset now)
    {
        if (State is not (BookingState.Confirmed or BookingState.Held or BookingState.Missed))
            throw new RuleException($"この予約は「{State.InJapanese}」のため、記録できません。");
        if (now < Slot.Start)
            throw new RuleException("予約の時間になってから記録してください。");
        (State, EndedAt, EndedBy) = (state, now, by);
        Talk?.End(by, now);
    }
}
