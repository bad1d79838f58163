namespace OneStop.Domain.Conversations.Answers;

/// <summary>送信予約: an answer that is sent at a time chosen by its writer.</summary>
public sealed class LaterAnswer
{
    /// <summary>How far ahead an answer can be planned.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(90);

    private LaterAnswer() { }

    /// <param name="unlessClientWrites">取りやめ: it is not sent if the client writes first.</param>
    /// <exception cref="RuleException">The text is empty, or the time is past or too far ahead.</exception>
    public static LaterAnswer Plan(Guid conversationId, Guid staffId, string text, DateTimeOffset sendAt, bool unlessClientWrites, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleException("本文を入力してください。");
        var answer = new LaterAnswer
        {
            Id = Guid.CreateVersion7(now),
            ConversationId = conversationId,
            StaffId = staffId,
            Text = text,
            UnlessClientWrites = unlessClientWrites,
            PlannedAt = now
        };
        answer.Move(sendAt, now);
        return answer;
    }

    public Guid Id { get; private set; }
    public Guid ConversationId { get; private set; }

    /// <summary>The writer, in whose name it is sent.</summary>
    public Guid StaffId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>When the text was written: it does not count as an answer to what the client asked later.</summary>
    public DateTimeOffset PlannedAt { get; private set; }

    public DateTimeOffset SendAt { get; private set; }
    public bool UnlessClientWrites { get; private set; }

    /// <summary>When it was put into the outbox; null until then.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was cancelled, by staff, by the client's message or by a restore; null if it was not.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Who cancelled it; null if the client wrote first.</summary>
    public Guid? CancelledBy { get; private set; }

    /// <summary>When it became unknown whether it was sent: its time had come in a backup that was then restored.</summary>
    public DateTimeOffset? LostAt { get; private set; }

    /// <summary>Whether it is neither sent nor cancelled.</summary>
    public bool IsPlanned => SentAt is null && CancelledAt is null;

    /// <summary>Changes the time at which it is sent.</summary>
    /// <exception cref="RuleException">It is sent or cancelled already, or the time is past or too far ahead.</exception>
    public void Move(DateTimeOffset sendAt, DateTimeOffset now)
    {
        RefuseIfEnded();
        if (sendAt <= now)
            throw new RuleException("これからの日時を選んでください。");
        if (sendAt > now + Horizon)
            throw new RuleException($"送信予約は{Horizon.Days}日先までです。");
        SendAt = sendAt;
    }

    /// <summary>Postpones it to the end of the client's 連絡不可の時間帯.</summary>
    public void Wait(DateTimeOffset until) => SendAt = until;

    /// <summary>Passes it to a colleague because its writer leaves; it is sent in the colleague's name.</summary>
    public void HandTo(Guid staffId) => StaffId = staffId;

    /// <summary>取り消す</summary>
    /// <exception cref="RuleException">It is sent or cancelled already.</exception>
    public void Cancel(Guid staffId, DateTimeOffset now)
    {
        RefuseIfEnded();
        (CancelledAt, CancelledBy) = (now, staffId);
    }

    /// <summary>元に戻す: takes back a cancellation before the planned time.</summary>
    /// <exception cref="RuleException">It was not cancelled, or its time is past.</exception>
    public void Restore(DateTimeOffset now)
    {
        if (CancelledAt is null || SendAt <= now)
            throw new RuleException("送信の時刻を過ぎているため、元に戻せません。");
        (CancelledAt, CancelledBy) = (null, null);
    }

    /// <summary>Cancels it because the client wrote first.</summary>
    public void GiveWay(DateTimeOffset now) => CancelledAt = now;

    /// <summary>Takes a cancelled answer off the list once a member of staff has seen it.</summary>
    /// <exception cref="RuleException">It is not cancelled.</exception>
    public void Dismiss(Guid staffId)
    {
        if (CancelledAt is null)
            throw new RuleException("この送信予約は、まだ取りやめになっていません。");
        CancelledBy ??= staffId;
    }

    /// <summary>Cancels it after a restore, because it may have been sent between the backup and the restore. A person decides.</summary>
    public void Lose(DateTimeOffset now) => (CancelledAt, LostAt) = (now, now);

    /// <summary>Records that it was put into the outbox.</summary>
    public void Go(DateTimeOffset now) => SentAt = now;

    private void RefuseIfEnded()
    {
        if (!IsPlanned)
            throw new RuleException("この送信予約は、すでに送信されたか、取り消されています。");
    }
}

/// <summary>A planned answer as a row on screen.</summary>
/// <param name="GaveWay">Whether it was cancelled automatically: the client wrote first, or it is lost.</param>
/// <param name="IsLost">Whether it is unknown if it was sent, because a backup was restored.</param>
public sealed record LaterRow(Guid Id, Guid ConversationId, int FriendNumber, string? CalledAs, string StaffName, bool IsMine, string Text,
    DateTimeOffset SendAt, bool UnlessClientWrites, bool GaveWay, bool IsLost) : Safeguards.IShowsPerson
{
    Safeguards.ShownPerson Safeguards.IShowsPerson.Shown => Safeguards.ShownPerson.Of(ConversationId);

    /// <summary>The name of the client on screen.</summary>
    public string Alias => Friends.Friend.AliasOf(FriendNumber, CalledAs);
}
