namespace OneStop.Domain.SupportPrograms;

/// <summary>段階: how far a program has come. Stored, because lists ask for it; only <see cref="SupportProgram"/> sets it.</summary>
public enum ProgramState
{
    /// <summary>下書き: the first version is being written.</summary>
    Draft,

    /// <summary>確認依頼: the first version waits for the approval of a second person.</summary>
    InReview,

    /// <summary>差し戻し: the second person asked for changes.</summary>
    SentBack,

    /// <summary>本人の確認: the first version is approved and waits for the client.</summary>
    WithClient,

    /// <summary>実施中: a version is established.</summary>
    Running,

    /// <summary>終了: ended, and nothing is left to be looked after.</summary>
    Ended,

    /// <summary>見守り: ended, and it is still to be seen whether life holds.</summary>
    Aftercare,
}

/// <summary>The state of a version.</summary>
public enum VersionStep
{
    /// <summary>下書き</summary>
    Draft,

    /// <summary>確認依頼</summary>
    Asked,

    /// <summary>差し戻し</summary>
    SentBack,

    /// <summary>承認: waits for the client.</summary>
    Approved,

    /// <summary>策定: approved and confirmed. It never changes again.</summary>
    Established,

    /// <summary>やめた版: a change that was dropped.</summary>
    Dropped,
}

/// <summary>The way of a version.</summary>
public enum VersionWay
{
    /// <summary>A second person approves and the client confirms.</summary>
    Whole,

    /// <summary>Only dates of the support changed: the planner puts it into force.</summary>
    OnlyDates,
}

/// <summary>Why a program ended.</summary>
public enum ProgramEndReason
{
    /// <summary>達成</summary>
    Achieved,

    /// <summary>中断</summary>
    Interrupted,

    /// <summary>転出</summary>
    MovedAway,

    /// <summary>その他</summary>
    Other,

    /// <summary>始めなかった: closed by a planner before it was established.</summary>
    NotBegun,
}

/// <summary>The names shown on screen.</summary>
public static class ProgramNames
{
    extension(ProgramState state)
    {
        public string InJapanese => state switch
        {
            ProgramState.Draft => "下書き",
            ProgramState.InReview => "確認依頼",
            ProgramState.SentBack => "差し戻し",
            ProgramState.WithClient => "本人の確認",
            ProgramState.Running => "実施中",
            ProgramState.Ended => "終了",
            ProgramState.Aftercare => "見守り",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

        /// <summary>Whether no version was established yet, and the program has not ended.</summary>
        public bool IsPreparing => state is ProgramState.Draft or ProgramState.InReview or ProgramState.SentBack or ProgramState.WithClient;

        /// <summary>Whether the program has ended.</summary>
        public bool IsOver => state is ProgramState.Ended or ProgramState.Aftercare;
    }

    extension(VersionStep step)
    {
        public string InJapanese => step switch
        {
            VersionStep.Draft => "下書き",
            VersionStep.Asked => "確認依頼",
            VersionStep.SentBack => "差し戻し",
            VersionStep.Approved => "本人の確認",
            VersionStep.Established => "策定",
            VersionStep.Dropped => "やめた版",
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };

        /// <summary>Whether the words can be changed.</summary>
        public bool IsOpen => step is VersionStep.Draft or VersionStep.SentBack;

        /// <summary>Whether the version is neither established nor dropped.</summary>
        public bool IsUnderWay => step is not (VersionStep.Established or VersionStep.Dropped);
    }

    extension(ProgramEndReason reason)
    {
        public string InJapanese => reason switch
        {
            ProgramEndReason.Achieved => "達成",
            ProgramEndReason.Interrupted => "中断",
            ProgramEndReason.MovedAway => "転出",
            ProgramEndReason.Other => "その他",
            ProgramEndReason.NotBegun => "始めなかった",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}
