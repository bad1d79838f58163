namespace OneStop.Domain.Bookings.Hour;

/// <summary>電話をかけた1回: a call to the client of a telephone booking and what became of it; if they spoke, the talk.</summary>
public sealed class CallTry
{
    /// <summary>The most characters of a note.</summary>
    public const int LongestNote = 200;

    /// <summary>How long before its start a booking takes tries: a call on another day is not about it.</summary>
    public static readonly TimeSpan TakenBefore = TimeSpan.FromHours(1);

    /// <summary>How long a try can be taken back; later it is evidence that we called.</summary>
    private static readonly TimeSpan TakenBackWithin = TimeSpan.FromHours(1);

    private CallTry() { }

    /// <summary>Records a call about a booking.</summary>
    /// <exception cref="RuleException">The booking takes no call now, or the note is too long.</exception>
    public static CallTry Of(Booking booking, CallOutcome outcome, string note, Guid staffId, DateTimeOffset now)
    {
        if (!IsTakenBy(booking.Method, booking.State, booking.Slot.Start, now))
            throw new RuleException(booking.Stands ? "電話は、確定した電話の予約に、1時間前からその日の終わりまで記録できます。" : $"この予約は「{booking.State.InJapanese}」のため、電話を記録できません。");
        var made = new CallTry { Id = Guid.CreateVersion7(now), BookingId = booking.Id, StaffId = staffId, At = now, Outcome = outcome };
        made.Remark(note);
        return made;
    }

    /// <summary>
    /// Whether a booking takes calls: one by telephone, confirmed or over, from an hour before its start until the end of its service day.
    /// </summary>
    public static bool IsTakenBy(ContactMethod method, BookingState state, DateTimeOffset start, DateTimeOffset now) =>
        method == ContactMethod.Phone && state is (BookingState.Confirmed or BookingState.Held or BookingState.Missed) && now >= start - TakenBefore
        && now < ServiceDay.Of(start).AddDays(1).At(ServiceDay.Begins);

    public Guid Id { get; private set; }
    public Guid BookingId { get; private set; }

    /// <summary>Who called.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>When it was recorded; the begin of the talk, if they spoke.</summary>
    public DateTimeOffset At { get; private set; }

    public CallOutcome Outcome { get; private set; }
    public string Note { get; private set; } = "";

    /// <summary>The end of the talk; null while it runs, and if there was none.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the client was told in LINE that we had called; null if they were not.</summary>
    public DateTimeOffset? NoticeAt { get; private set; }

    /// <summary>The message by which the client was told.</summary>
    public Guid? NoticeId { get; private set; }

    /// <summary>From when the client is to be told; null if nothing is planned. Whether it is still true and welcome is decided then.</summary>
    public DateTimeOffset? TellsFrom { get; private set; }

    /// <summary>When the try was undone; it counts nowhere then.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>Whether the talk is going on.</summary>
    public bool IsRunning => Outcome == CallOutcome.Talked && EndedAt is null && TakenBackAt is null;

    /// <summary>Writes the note; empty deletes it.</summary>
    /// <exception cref="RuleException">It is too long.</exception>
    public void Remark(string note) => Note = note.Trim() is { Length: <= LongestNote } words ? words
        : throw new RuleException($"メモは{LongestNote}文字までです。", nameof(CallNote.Note));

    /// <summary>Records that the client is told of this try. It happens once.</summary>
    /// <param name="messageId">The message that tells them.</param>
    /// <exception cref="RuleException">They were told, or they know of it.</exception>
    public void Tell(Guid messageId, DateTimeOffset now)
    {
        RefuseUnlessTellable();
        (NoticeAt, NoticeId, TellsFrom) = (now, messageId, null);
    }

    /// <summary>Plans to tell the client later.</summary>
    /// <exception cref="RuleException">As for <see cref="Tell"/>.</exception>
    internal void PlanTelling(DateTimeOffset from)
    {
        RefuseUnlessTellable();
        TellsFrom = from;
    }

    private void RefuseUnlessTellable()
    {
        if (TakenBackAt is not null)
            throw new RuleException("この電話の記録は、取り消されています。");
        if (!Outcome.MayBeTold)
            throw new RuleException($"「{Outcome.InJapanese}」のときは、お知らせを送りません。");
        if (NoticeAt is not null)
            throw new RuleException("この電話のことは、すでに知らせています。");
    }

    /// <summary>Forgets the message and the plan for one, because it was taken back before it went out, or failed.</summary>
    internal void TakeTellingBack() => (NoticeAt, NoticeId, TellsFrom) = (null, null, null);

    /// <summary>元に戻す: the try was a slip.</summary>
    /// <exception cref="RuleException">The talk has ended, or the try is older than an hour.</exception>
    public void TakeBack(DateTimeOffset now)
    {
        if (!MayBeTakenBack(Outcome, At, EndedAt, now))
            throw new RuleException(EndedAt is null ? "1時間をすぎた電話の記録は、取り消せません。" : "終わった通話は取り消せません。");
        TakenBackAt ??= now;
    }

    /// <summary>Undoes <see cref="TakeBack"/>. The client is not told again.</summary>
    public void BringBack() => TakenBackAt = null;

    /// <summary>Whether a try can still be taken back: within an hour, or while its talk runs.</summary>
    public static bool MayBeTakenBack(CallOutcome outcome, DateTimeOffset at, DateTimeOffset? endedAt, DateTimeOffset now) =>
        endedAt is null && (outcome == CallOutcome.Talked || now <= at + TakenBackWithin);

    /// <summary>電話を終える.</summary>
    /// <exception cref="RuleException">No talk is going on.</exception>
    public void End(DateTimeOffset now) => EndedAt = IsRunning ? now : throw new RuleException("この通話は、もう終わっています。");

    /// <summary>Undoes <see cref="End"/>.</summary>
    public void Resume() => EndedAt = null;
}

/// <summary>A form for the note of a try.</summary>
public sealed record CallNote(string Note);
