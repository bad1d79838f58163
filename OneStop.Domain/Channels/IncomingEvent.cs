namespace OneStop.Domain.Channels;

/// <summary>
/// A webhook event as LINE sent it, stored before LINE gets its response. LINE's event id is unique here, so a redelivery adds nothing. The worker
/// processes each event once: the row is marked in the same save as its effects.
/// </summary>
public sealed class IncomingEvent
{
    /// <summary>
    /// After so many failures (about four minutes) the event is put aside, so that it does not block others. The health check and 動作状況 count such
    /// events.
    /// </summary>
    public const int MostAttempts = 8;

    /// <summary>The body of a wiped event.</summary>
    public const string Wiped = "{}";

    private IncomingEvent() { }

    /// <summary>A consecutive number by arrival, which identifies the event.</summary>
    public long Sequence { get; private set; }

    /// <summary>LINE's <c>webhookEventId</c> (a ULID).</summary>
    public string EventId { get; private set; } = "";

    /// <summary>The LINE user id of the sender; null if LINE gives none, or for groups.</summary>
    public string? Sender { get; private set; }

    /// <summary>LINE's id of the message that was sent, edited or unsent, by which the events of an unsent message are wiped.</summary>
    public string? MessageId { get; private set; }

    /// <summary>When it happened, by LINE's <c>timestamp</c>.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The event's JSON.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset? ProcessedAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>After a failure: the earliest next attempt. The delay doubles.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>The kind of the last failure, without contents.</summary>
    public string? Failure { get; private set; }

    /// <summary>When the event was put aside after <see cref="MostAttempts"/>; null if it was not.</summary>
    public DateTimeOffset? PutAsideAt { get; private set; }

    /// <summary>送信取消: deletes the contents.</summary>
    public void Wipe() => Body = Wiped;

    /// <summary>Marks the event as done.</summary>
    public void Finish(DateTimeOffset now) => ProcessedAt = now;

    /// <summary>Whether this attempt is the last automatic one; if it fails, the conversation shows that.</summary>
    public bool IsAtLastAttempt => Attempts == MostAttempts - 1;

    /// <summary>Records a failure; at the last attempt the event is put aside.</summary>
    public void Fail(string failure, DateTimeOffset now)
    {
        Failure = failure;
        NextTryAt = now + TimeSpan.FromSeconds(Math.Pow(2, Math.Min(Attempts, MostAttempts)));
        if (++Attempts >= MostAttempts)
            PutAsideAt = now;
    }

    /// <summary>もう一度処理: allows one more attempt. If it fails, the event is put aside again, without another note in the conversation.</summary>
    public void TryAgain() => (PutAsideAt, NextTryAt) = (null, null);
}
