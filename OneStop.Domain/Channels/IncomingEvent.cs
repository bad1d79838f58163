namespace OneStop.Domain.Channels;

/// <summary>
/// One webhook event as LINE sent it, written down before LINE is answered. Its own id is its key, so a redelivery changes nothing.
/// The worker processes each once: the row is marked in the same save as what it brought about.
/// </summary>
public sealed class IncomingEvent
{
    /// <summary>After so many failures, about four minutes, the event is put aside, so that it blocks no other; health check and 動作状況 count those.</summary>
    public const int MostAttempts = 8;

    /// <summary>What is left of the JSON where it was wiped.</summary>
    public const string Wiped = "{}";

    private IncomingEvent() { }

    /// <summary>Counts the events as they came; what they are processed by.</summary>
    public long Sequence { get; private set; }

    /// <summary>LINE's <c>webhookEventId</c> (a ULID).</summary>
    public string EventId { get; private set; } = "";

    /// <summary>The user it came from; null where LINE names none, or for groups.</summary>
    public string? Sender { get; private set; }

    /// <summary>LINE's id of the message that it brought, edited or took back, by which an unsent one is wiped here too.</summary>
    public string? MessageId { get; private set; }

    /// <summary>When it happened, by LINE's <c>timestamp</c>.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The event's JSON, whole.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset? ProcessedAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>After a failure: not before this, with a pause that doubles.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>The last failure's kind, without contents.</summary>
    public string? Failure { get; private set; }

    /// <summary>Put aside after <see cref="MostAttempts"/>.</summary>
    public DateTimeOffset? PutAsideAt { get; private set; }

    /// <summary>送信取消: what the client took back is not kept here either.</summary>
    public void Wipe() => Body = Wiped;

    /// <summary>The event has been dealt with.</summary>
    public void Finish(DateTimeOffset now) => ProcessedAt = now;

    /// <summary>The next failure is the last one of the worker's own attempts, which the talk is to show.</summary>
    public bool IsAtLastAttempt => Attempts == MostAttempts - 1;

    /// <summary>The event could not be dealt with; from the last attempt on it is put aside.</summary>
    public void Fail(string failure, DateTimeOffset now)
    {
        Failure = failure;
        NextTryAt = now + TimeSpan.FromSeconds(Math.Pow(2, Math.Min(Attempts, MostAttempts)));
        if (++Attempts >= MostAttempts)
            PutAsideAt = now;
    }

    /// <summary>もう一度処理: one attempt more for what was put aside. If it fails again, it is put aside again, and the talk says nothing a second time.</summary>
    public void TryAgain() => (PutAsideAt, NextTryAt) = (null, null);
}
