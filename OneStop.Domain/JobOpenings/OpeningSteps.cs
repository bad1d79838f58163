namespace OneStop.Domain.JobOpenings;

/// <summary>受理 (職業安定法 5条の6): who accepted the opening, and under which day it stands in the ledger.</summary>
/// <param name="On">受付年月日</param>
public sealed record OpeningReceipt(DateTimeOffset At, Guid StaffId, DateOnly On);

/// <summary>2人目の確認: who found exactly this content right.</summary>
/// <param name="Digest">The digest of the content (<see cref="JobOpening.Digest"/>).</param>
public sealed record OpeningCheck(DateTimeOffset At, Guid StaffId, string Digest);

/// <summary>公開: from when on, by whom.</summary>
public sealed record OpeningPublication(DateTimeOffset At, Guid StaffId);

/// <summary>終了: when, why, by whom.</summary>
/// <param name="On">The day on which it ended.</param>
/// <param name="Refusal">Why it was not accepted; null unless it was refused.</param>
/// <param name="Words">In words; obligatory where somebody decided.</param>
/// <param name="StaffId">Null for the end by an import: the opening has left its source.</param>
/// <param name="Was">The state before, to which taking back returns.</param>
public sealed record OpeningEnd(DateTimeOffset At, OpeningEndKind Kind, DateOnly On, RefusalReason? Refusal, string Words, Guid? StaffId, OpeningState Was)
{
    /// <summary>The most characters of the words.</summary>
    public const int LongestWords = 1000;

    /// <summary>Whether it never was an opening: it counts nowhere.</summary>
    public bool IsVoid => Kind is OpeningEndKind.Refused or OpeningEndKind.Mistaken;
}

/// <summary>How an opening ended.</summary>
public enum OpeningEndKind
{
    /// <summary>充足</summary>
    Filled,

    /// <summary>取下げ by the employer.</summary>
    Withdrawn,

    /// <summary>期限で終了: closed after its validity ran out.</summary>
    RunOut,

    /// <summary>求人不受理 (職業安定法 5条の6第1項ただし書).</summary>
    Refused,

    /// <summary>公開元にない: a public opening has left its source.</summary>
    Gone,

    /// <summary>誤登録: entered by mistake.</summary>
    Mistaken,
}

/// <summary>求人不受理の理由: the six exceptions from the duty to accept (職業安定法 5条の6第1項).</summary>
public enum RefusalReason
{
    /// <summary>1号: unlawful content.</summary>
    Unlawful,

    /// <summary>2号: conditions markedly unfit.</summary>
    UnfitConditions,

    /// <summary>3号: an employer under measures for breaches of labour law.</summary>
    LawBreaker,

    /// <summary>4号: the conditions are not told.</summary>
    NoTerms,

    /// <summary>5号: 暴力団員など.</summary>
    Gangs,

    /// <summary>6号: no answer to the report that was asked for.</summary>
    NoReport,
}

/// <summary>The names shown on screen.</summary>
public static class OpeningEnds
{
    extension(OpeningEndKind kind)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => kind switch
        {
            OpeningEndKind.Filled => "充足",
            OpeningEndKind.Withdrawn => "取下げ",
            OpeningEndKind.RunOut => "期限で終了",
            OpeningEndKind.Refused => "不受理",
            OpeningEndKind.Gone => "公開元で終了",
            OpeningEndKind.Mistaken => "誤登録",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>Whether somebody has to say why.</summary>
        public bool NeedsWords => kind is OpeningEndKind.Withdrawn or OpeningEndKind.Refused or OpeningEndKind.Mistaken;
    }

    extension(RefusalReason reason)
    {
        /// <summary>The name on screen, with the number of the law.</summary>
        public string InJapanese => reason switch
        {
            RefusalReason.Unlawful => "1号 内容が法令に違反する",
            RefusalReason.UnfitConditions => "2号 条件が著しく不適当",
            RefusalReason.LawBreaker => "3号 労働関係の法令の違反で処分や公表を受けた",
            RefusalReason.NoTerms => "4号 労働条件を明示しない",
            RefusalReason.Gangs => "5号 暴力団員など",
            RefusalReason.NoReport => "6号 報告の求めに応じない",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}
