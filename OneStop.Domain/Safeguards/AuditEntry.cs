using System.Globalization;

namespace OneStop.Domain.Safeguards;

/// <summary>The kind of an entry of the audit trail.</summary>
public enum AuditAct
{
    Added,
    Changed,
    Removed,

    /// <summary>閲覧: somebody opened a person's record.</summary>
    Looked,

    /// <summary>一覧で見た: a list or search showed a person to somebody; once per session. Opening the person is <see cref="Looked"/>.</summary>
    Previewed,

    /// <summary>検索</summary>
    Searched,

    /// <summary>ログイン</summary>
    SignedIn,

    /// <summary>ログインの失敗</summary>
    SignInFailed,

    /// <summary>復元: a backup replaced the database.</summary>
    Restored,

    /// <summary>ログアウト: the session has ended in every window.</summary>
    SignedOut,

    /// <summary>持ち出し: somebody saved data as a file; recorded each time.</summary>
    Exported,

    /// <summary>消去: rows of a person were deleted for good; one entry for each table, with the number of rows.</summary>
    Erased,
}

/// <summary>
/// An entry of the audit trail (特記事項 4, 12): who did what to which row, when. For the changed fields it contains keyed digests of the values,
/// never the values; those are in <see cref="AuditValue"/> and can be erased without breaking the chain.
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

    /// <summary>The type of the row: <c>Conversation</c>, <c>StaffMember</c>, …</summary>
    public string Subject { get; private set; } = "";

    public string SubjectId { get; private set; } = "";

    /// <summary>
    /// The person concerned: the client if the row belongs to one, else the friend; null if it concerns nobody or many. A friend may become a client
    /// later and sealed entries cannot change, so a person's entries are searched by both ids.
    /// </summary>
    public Guid? PersonId { get; private set; }

    /// <summary>JSON: the changed fields, each with the keyed digests of the old and the new value.</summary>
    public string Fields { get; private set; } = "";

    /// <summary>The keyed code (MAC) over the values above, computed when the entry is saved. Only entries with a valid code are sealed.</summary>
    public string Mac { get; private set; } = "";

    /// <summary>The position in the chain; null until the entry is sealed.</summary>
    public long? Number { get; private set; }

    /// <summary>The keyed hash over the previous seal and this entry.</summary>
    public string? Seal { get; private set; }

    /// <summary>Computes the MAC.</summary>
    internal void Authenticate(AuditKey key) => Mac = MacWith(key);

    /// <summary>Whether a portal with this key wrote the entry and nobody has changed it since.</summary>
    public bool IsGenuine(AuditKey key) => Mac == MacWith(key);

    private string MacWith(AuditKey key) => key.Digest(["audit entry", .. Said]);

    /// <summary>The values covered by MAC and seal, in their order. The person is the last one, and is left out if there is none.</summary>
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
