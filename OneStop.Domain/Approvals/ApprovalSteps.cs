namespace OneStop.Domain.Approvals;

/// <summary>The state of an approval.</summary>
public enum ApprovalState
{
    /// <summary>承認待ち</summary>
    Asked,

    /// <summary>承認済み</summary>
    Granted,

    /// <summary>差し戻し</summary>
    SentBack,

    /// <summary>取り下げ, やめた</summary>
    Withdrawn,
}

/// <summary>Who did something, and when.</summary>
public sealed record ApprovalStep(DateTimeOffset At, Guid StaffId);

/// <summary>差し戻し, with its reason.</summary>
public sealed record ApprovalReturn(DateTimeOffset At, Guid StaffId, string Reason);

/// <summary>承認: the digest of what was approved, and the City's letter if the City decided.</summary>
/// <param name="Digest">The digest of the approved content.</param>
/// <param name="Number">文書番号</param>
/// <param name="On">承認日</param>
/// <param name="By">承認者の職・氏名</param>
public sealed record ApprovalDecision(DateTimeOffset At, Guid StaffId, string Digest, string? Number, DateOnly? On, string? By);
