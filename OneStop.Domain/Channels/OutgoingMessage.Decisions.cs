using OneStop.Domain.Friends;

namespace OneStop.Domain.Channels;

/// <summary>Decisions about a message that failed or is unknown.</summary>
public sealed partial class OutgoingMessage
{
    /// <summary>When it was decided what to do about the failed or unknown message; null if it was not.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Whether the message failed or is unknown and nobody has decided yet.</summary>
    public bool AsksSomebody => State is Delivery.Failed or Delivery.Unknown && DecidedAt is null;

    /// <summary>再送: returns a new message with the same contents and its own retry key; always a push.</summary>
    /// <param name="order">The order key of its message, so that it keeps its place in the queue.</param>
    /// <param name="instead">Other contents to send; null for the same.</param>
    /// <exception cref="RuleException">There is nothing to decide, or the message is not useful any more.</exception>
    public OutgoingMessage SendAgain(Friend friend, long order, DateTimeOffset now, IReadOnlyList<OutgoingContent>? instead = null)
    {
        if (UsefulUntil <= now)
            throw new RuleException("お知らせする時間が過ぎたため、再送できません。必要なことは、メッセージで伝えてください。");
        Decide(now);
        return For(friend, ConversationId, order, instead ?? Contents, now, now, null, UsefulUntil, IsUnasked);
    }

    /// <summary>Whether it is a confirmation sent as a reply whose delivery is unknown: the only message that is repeated automatically.</summary>
    public bool CanBeRepeated =>
        AsksSomebody && State == Delivery.Unknown && ReplyTriedAt is not null && PushTriedAt is null && Confirms is { IsRepeated: false };

    /// <summary>念のためもう一度: returns a repetition as a new message, a push with its own retry key.</summary>
    /// <param name="order">The order key of its message.</param>
    public OutgoingMessage Repeat(Friend friend, long order, DateTimeOffset now, DateTimeOffset? usefulUntil) =>
        For(friend, ConversationId, order, [.. Contents.Select(c => c.OnceMore())], now, now, null, usefulUntil);

    /// <summary>Records that no person has to decide: the message is repeated, or is not true any more.</summary>
    public void AskNobody(DateTimeOffset now) => Decide(now);

    /// <summary>送信をやめる: a failed or unknown message keeps its state; one that is being retried ends.</summary>
    /// <exception cref="RuleException">There is nothing to decide, or it is being sent at this moment.</exception>
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
