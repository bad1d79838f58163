namespace OneStop.Domain.SupportPrograms.Versions;

/// <summary>確認依頼: who asked for the approval of which words.</summary>
/// <param name="Digest">The digest of the words (<see cref="Contents.ProgramContent.Digest"/>).</param>
/// <param name="Remark">A remark for the second person; may be empty.</param>
public sealed record VersionRequest(DateTimeOffset At, Guid StaffId, string Digest, string Remark);

/// <summary>差し戻し, with its reason.</summary>
public sealed record VersionReturn(DateTimeOffset At, Guid StaffId, string Reason);

/// <summary>承認 of exactly these words.</summary>
public sealed record VersionApproval(DateTimeOffset At, Guid StaffId, string Digest);

/// <summary>How a version came into force.</summary>
public enum ConfirmationWay
{
    /// <summary>専用ページ: the client read it on the telephone and pressed 内容を確認しました.</summary>
    Page,

    /// <summary>書面: the client signed the paper.</summary>
    Paper,

    /// <summary>The client was not asked: only dates of the support changed.</summary>
    OnlyDates,
}

/// <summary>本人の確認: how, when, and of which words.</summary>
/// <param name="On">The day on which the client confirmed: the service day, as for a talk; for a paper the day that stands on it.</param>
/// <param name="StaffId">Who took the paper, or put the dates into force; null for the page.</param>
/// <param name="ScanId">The scan of the paper among the client's files; null if there is none.</param>
public sealed record VersionConfirmation(DateTimeOffset At, DateOnly On, ConfirmationWay Way, string Digest, Guid? StaffId, Guid? ScanId);
