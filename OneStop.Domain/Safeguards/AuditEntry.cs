using System.Globalization;

namespace OneStop.Domain.Safeguards;

/// <summary>What was done.</summary>
public enum AuditAct
{
    Added,
    Changed,
    Removed,

    /// <summary>閲覧: somebody opened a person's record.</summary>
    Looked,

    /// <summary>一覧で見た: a list or a search showed somebody a person, once a sitting; opening them is <see cref="Looked"/>.</summary>
    Previewed,

    /// <summary>検索</summary>
    Searched,

    /// <summary>ログイン</summary>
    SignedIn,

    /// <summary>ログインの失敗</summary>
    SignInFailed,

    /// <summary>復元: a backup took the place of what was there.</summary>
    Restored,

    /// <summary>ログアウト: the sitting is over, in every window.</summary>
    SignedOut,

    /// <summary>持ち出し: somebody saved it as a file, each time.</summary>
    Exported,
}

/// <summary>
/// One line of the audit trail (特記事項 4, 12): who did what to which row, when. Which fields changed is kept with keyed digests
/// of the values, never the values; those lie apart in <see cref="AuditValue"/> and can be erased without breaking the chain.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    internal static AuditEntry Of(AuditAct act, string actorKind, Guid? actorId, string? sitting, string subject, string subjectId, Guid? personId,
        string fields, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Act = act,
            ActorKind = actorKind,
            ActorId = actorId,
            Sitting = sitting,
            Subject = subject,
            SubjectId = subjectId,
            PersonId = personId,
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

    /// <summary>
    /// Whom it concerns: the client where the row hangs on one, else the friend; null where it concerns nobody or many. A friend may become a
    /// client later, and what is sealed does not change: whoever asks for a person asks for both ids.
    /// </summary>
    public Guid? PersonId { get; private set; }

    /// <summary>JSON: the changed fields, each with the keyed digests of what it was and is.</summary>
    public string Fields { get; private set; } = "";

    /// <summary>The keyed code over all of the above, made as the entry is saved: only what a portal wrote, as it wrote it, is ever sealed.</summary>
    public string Mac { get; private set; } = "";

    /// <summary>The place in the chain; given when the entry is sealed.</summary>
    public long? Number { get; private set; }

    /// <summary>The keyed hash over the seal before and this entry.</summary>
    public string? Seal { get; private set; }

    /// <summary>A portal with this key says this.</summary>
    internal void Authenticate(AuditKey key) => Mac = MacWith(key);

    /// <summary>Did a portal with this key write it, and is it as it was written?</summary>
    public bool IsGenuine(AuditKey key) => Mac == MacWith(key);

    private string MacWith(AuditKey key) => key.Digest(["audit entry", .. Said]);

    /// <summary>All that it says, in the order of the seals. The person comes last, and where there is none the list ends before it.</summary>
    internal string?[] Said =>
    [
        Id.ToString(),
        At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        Act.ToString(),
        ActorKind,
        ActorId?.ToString(),
        Sitting,
        Subject,
        SubjectId,
        Fields,
        .. PersonId is { } person ? [person.ToString()] : Array.Empty<string>(),
    ];

    internal void SealAs(AuditHead head) => (Number, Seal) = (head.Number, head.Seal);
}
