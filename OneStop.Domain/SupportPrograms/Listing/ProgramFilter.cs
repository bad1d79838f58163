namespace OneStop.Domain.SupportPrograms.Listing;

/// <summary>私の番: what of the programs waits for a member of staff.</summary>
public enum ProgramWait
{
    /// <summary>All of it.</summary>
    Any,

    /// <summary>差し戻し: versions of my programs that were sent back.</summary>
    SentBack,

    /// <summary>承認: versions that I may approve, because I neither wrote them nor asked.</summary>
    Approval,

    /// <summary>本人の確認: approved versions of my programs that the client has not confirmed.</summary>
    Confirmation,

    /// <summary>見直し: reviews of my programs that are due.</summary>
    Review,

    /// <summary>見守り: my ended programs of which it is to be seen now whether life holds.</summary>
    Aftercare,
}

/// <summary>The next review, seen from today.</summary>
public enum ReviewTime
{
    /// <summary>過ぎている</summary>
    Overdue,

    /// <summary>7日以内: today or in the next seven days.</summary>
    Soon,

    /// <summary>それより先</summary>
    Later,
}

/// <summary>For how long at least a program is in its state.</summary>
public enum TimeInState
{
    Week,
    Month,
    Quarter,
}

/// <summary>Which programs a list shows.</summary>
public sealed record ProgramFilter
{
    /// <summary>What waits for the actor; null for all programs.</summary>
    public ProgramWait? Wait { get; init; }

    public ProgramState? State { get; init; }

    /// <summary>準備中: whether only programs are shown of which no version was established yet.</summary>
    public bool IsPreparing { get; init; }

    /// <summary>Who answers for the program.</summary>
    public Guid? Planner { get; init; }

    public ReviewTime? Review { get; init; }
    public TimeInState? Since { get; init; }

    /// <summary>Why it ended.</summary>
    public ProgramEndReason? Outcome { get; init; }

    /// <summary>The first day of the end.</summary>
    public DateOnly? EndedFrom { get; init; }

    /// <summary>The last day of the end, included.</summary>
    public DateOnly? EndedUntil { get; init; }
}

/// <summary>The names shown on screen.</summary>
public static class ProgramFilterNames
{
    private const int DaysOfWeek = 7, DaysOfMonth = 30, DaysOfQuarter = 90;

    extension(ProgramWait wait)
    {
        public string InJapanese => wait switch
        {
            ProgramWait.Any => "私の番",
            ProgramWait.SentBack => "差し戻し",
            ProgramWait.Approval => "承認",
            ProgramWait.Confirmation => "本人の確認",
            ProgramWait.Review => "見直し",
            ProgramWait.Aftercare => "見守り",
            _ => throw new ArgumentOutOfRangeException(nameof(wait)),
        };
    }

    extension(ReviewTime time)
    {
        public string InJapanese => time switch
        {
            ReviewTime.Overdue => "過ぎている",
            ReviewTime.Soon => "7日以内",
            ReviewTime.Later => "それより先",
            _ => throw new ArgumentOutOfRangeException(nameof(time)),
        };
    }

    extension(TimeInState time)
    {
        public string InJapanese => $"{time.Days}日以上";

        /// <summary>The days.</summary>
        public int Days => time switch
        {
            TimeInState.Week => DaysOfWeek,
            TimeInState.Month => DaysOfMonth,
            TimeInState.Quarter => DaysOfQuarter,
            _ => throw new ArgumentOutOfRangeException(nameof(time)),
        };
    }
}
