namespace OneStop.Domain.Safeguards;

/// <summary>What was done.</summary>
public enum AuditAct
{
    Added,
    Changed,
    Removed,

    /// <summary>閲覧: somebody opened a person's record.</summary>
    Looked,

    /// <summary>検索</summary>
    Searched,

    /// <summary>ログイン</summary>
    SignedIn,

    /// <summary>ログインの失敗</summary>
    SignInFailed,

    /// <summary>ログアウト: the sitting is over, in every window.</summary>
    SignedOut,
}

/// <summary>
/// One line of the audit trail (特記事項 4, 12): who did what to which row, when. Which fields changed is kept with keyed digests
/// of the values, never the values; those lie apart in <see cref="AuditValue"/> and can be erased without breaking the chain.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    internal static AuditEntry Of(AuditAct act, string actorKind, Guid? actorId, string? sitting, string subject, string subjectId, string fields, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        At = now,
        Act = act,
        ActorKind = actorKind,
        ActorId = actorId,
        Sitting = sitting,
        Subject = subject,
        SubjectId = subjectId,
        Fields = fields,
    };

    public Guid Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public AuditAct Act { get; private set; }
    public string ActorKind { get; private set; } = "";
    public Guid? ActorId { get; private set; }
    public string? Sitting { get; private set; }

    /// <summary>The kind of row: <c>Conversation</c>, <c>StaffMember</c>, …</summary>
    public string Subject { get; private set; } = "";

    public string SubjectId { get; private set; } = "";

    /// <summary>JSON: the changed fields, each with the keyed digests of what it was and is.</summary>
    public string Fields { get; private set; } = "";

    /// <summary>The place in the chain; given when the entry is sealed.</summary>
    public long? Number { get; private set; }

    /// <summary>The keyed hash over the seal before and this entry.</summary>
    public string? Seal { get; private set; }

    internal void SealAs(long number, string seal) => (Number, Seal) = (number, seal);
}

/// <summary>What a field was and is. Erasable: the chain covers only digests.</summary>
public sealed class AuditValue
{
    private AuditValue() { }

    internal static AuditValue Of(Guid entryId, string field, string? before, string? after) => new() { EntryId = entryId, Field = field, Before = before, After = after };

    public Guid EntryId { get; private set; }
    public string Field { get; private set; } = "";
    public string? Before { get; private set; }
    public string? After { get; private set; }
}
