namespace OneStop.Domain.Conversations.Answers;

/// <summary>送信予約: an answer that goes out at a time that its writer chose.</summary>
public sealed class LaterAnswer
{
    /// <summary>So far ahead an answer may be put.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(90);

    private LaterAnswer() { }

    /// <param name="unlessClientWrites">取りやめ: if the client writes first, it does not go out.</param>
    /// <exception cref="RuleException">The time is over, or too far ahead.</exception>
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

    /// <summary>Whose words they are.</summary>
    public Guid StaffId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>When its words were written: what was asked later it does not answer.</summary>
    public DateTimeOffset PlannedAt { get; private set; }

    public DateTimeOffset SendAt { get; private set; }
    public bool UnlessClientWrites { get; private set; }

    /// <summary>Since when it goes its way as an answer.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Since when it will not go out.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Who took it back; null where the client wrote first.</summary>
    public Guid? CancelledBy { get; private set; }

    /// <summary>Since when nobody can know whether it went out: its time had come in a backup that was restored.</summary>
    public DateTimeOffset? LostAt { get; private set; }

    /// <summary>It still waits for its time.</summary>
    public bool IsPlanned => SentAt is null && CancelledAt is null;

    /// <summary>Goes out at another time.</summary>
    /// <exception cref="RuleException">It does not wait any more, or the time is over or too far ahead.</exception>
    public void Move(DateTimeOffset sendAt, DateTimeOffset now)
    {
        RefuseIfEnded();
        if (sendAt <= now)
            throw new RuleException("これからの日時を選んでください。");
        if (sendAt > now + Horizon)
            throw new RuleException($"送信予約は{Horizon.Days}日先までです。");
        SendAt = sendAt;
    }

    /// <summary>Its time has come, but the person must be left alone now: later, by itself.</summary>
    public void Wait(DateTimeOffset until) => SendAt = until;

    /// <summary>Goes out in a colleague's name: its writer leaves.</summary>
    public void HandTo(Guid staffId) => StaffId = staffId;

    /// <summary>取り消す</summary>
    /// <exception cref="RuleException">It does not wait any more.</exception>
    public void Cancel(Guid staffId, DateTimeOffset now)
    {
        RefuseIfEnded();
        (CancelledAt, CancelledBy) = (now, staffId);
    }

    /// <summary>元に戻す: after a cancelling, while its time has not come.</summary>
    /// <exception cref="RuleException">It was not cancelled by a person, or its time is over.</exception>
    public void Restore(DateTimeOffset now)
    {
        if (CancelledAt is null || SendAt <= now)
            throw new RuleException("送信の時刻を過ぎているため、元に戻せません。");
        (CancelledAt, CancelledBy) = (null, null);
    }

    /// <summary>The client wrote first.</summary>
    public void GiveWay(DateTimeOffset now) => CancelledAt = now;

    /// <summary>Whoever looks has seen that it gave way: it is shown no more.</summary>
    /// <exception cref="RuleException">It did not give way.</exception>
    public void Dismiss(Guid staffId)
    {
        if (CancelledAt is null)
            throw new RuleException("この送信予約は、まだ取りやめになっていません。");
        CancelledBy ??= staffId;
    }

    /// <summary>It may have gone out in the time between a backup and its restoring: it does not go by itself, and a person decides.</summary>
    public void Lose(DateTimeOffset now) => (CancelledAt, LostAt) = (now, now);

    /// <summary>It goes its way.</summary>
    public void Go(DateTimeOffset now) => SentAt = now;

    private void RefuseIfEnded()
    {
        if (!IsPlanned)
            throw new RuleException("この送信予約は、すでに送信されたか、取り消されています。");
    }
}

/// <summary>A planned answer as a screen shows it.</summary>
/// <param name="GaveWay">It does not go out by itself: the client wrote first, or it is lost.</param>
/// <param name="IsLost">Nobody can know whether it went out, because a backup was restored.</param>
public sealed record LaterRow(Guid Id, Guid ConversationId, int FriendNumber, string? CalledAs, string StaffName, bool IsMine, string Text,
    DateTimeOffset SendAt, bool UnlessClientWrites, bool GaveWay, bool IsLost) : Safeguards.IShowsPerson
{
    Safeguards.ShownPerson Safeguards.IShowsPerson.Shown => Safeguards.ShownPerson.Of(ConversationId);

    /// <summary>What the person is called.</summary>
    public string Alias => Friends.Friend.AliasOf(FriendNumber, CalledAs);
}
