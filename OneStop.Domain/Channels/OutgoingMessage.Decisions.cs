using OneStop.Domain.Friends;

namespace OneStop.Domain.Channels;

/// <summary>What becomes of a message that failed or is unknown.</summary>
public sealed partial class OutgoingMessage
{
    /// <summary>When a member of staff decided what becomes of a failed or unknown one.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>It failed or is unknown, and nobody has decided yet.</summary>
    public bool AsksSomebody => State is Delivery.Failed or Delivery.Unknown && DecidedAt is null;

    /// <summary>再送: the same contents as a sending of its own, with a retry key of its own; always by push.</summary>
    /// <param name="order">The order key of its message, so that it keeps its place among what waits.</param>
    /// <param name="instead">What goes out in place of its contents.</param>
    /// <exception cref="RuleException">There is nothing to decide, or its time is over.</exception>
    public OutgoingMessage SendAgain(Friend friend, long order, DateTimeOffset now, IReadOnlyList<OutgoingContent>? instead = null)
    {
        if (UsefulUntil <= now)
            throw new RuleException("お知らせする時間が過ぎたため、再送できません。必要なことは、メッセージで伝えてください。");
        Decide(now);
        return For(friend, ConversationId, order, instead ?? Contents, now, now, null, UsefulUntil, IsUnasked);
    }

    /// <summary>A confirmation went out as a reply, and nobody knows whether it arrived: the one thing that is said once more unasked.</summary>
    public bool CanBeRepeated =>
        AsksSomebody && State == Delivery.Unknown && ReplyTriedAt is not null && PushTriedAt is null && Confirms is { IsRepeated: false };

    /// <summary>念のためもう一度: the same as a sending of its own, by push and with a retry key of its own.</summary>
    /// <param name="order">The order key of its message.</param>
    public OutgoingMessage Repeat(Friend friend, long order, DateTimeOffset now, DateTimeOffset? usefulUntil) =>
        For(friend, ConversationId, order, [.. Contents.Select(c => c.OnceMore())], now, now, null, usefulUntil);

    /// <summary>Nobody has to decide about it: it is said once more, or holds no more.</summary>
    public void AskNobody(DateTimeOffset now) => Decide(now);

    /// <summary>送信をやめる: what ended stays as it ended; what is tried again and again is tried no more.</summary>
    /// <exception cref="RuleException">There is nothing to decide, or it is just going out.</exception>
    public void Abandon(DateTimeOffset now)
    {
        if (State != Delivery.Waiting || Attempts == 0)
            Decide(now);
        else if (ClaimedUntil > now)
            throw new RuleException("いま送信しているところです。少し待ってから、もう一度押してください。");
        else
            Stop("送信をやめました。", now);
    }

    private void Decide(DateTimeOffset now)
    {
        if (!AsksSomebody)
            throw new RuleException("このメッセージは、すでに対応済みです。");
        DecidedAt = now;
    }
}
