namespace OneStop.Domain.Stages;

/// <summary>段階: how far the support of a client has come. Computed from facts and never typed in; the furthest open one counts.</summary>
public enum CaseStage
{
    /// <summary>登録</summary>
    Registered,

    /// <summary>相談</summary>
    Consulting,

    /// <summary>プログラム</summary>
    Program,

    /// <summary>求職</summary>
    JobSearch,

    /// <summary>就職</summary>
    Placed,

    /// <summary>定着</summary>
    Retention,

    /// <summary>終了</summary>
    Closed,
}

/// <summary>The names shown on screen.</summary>
public static class CaseStages
{
    extension(CaseStage stage)
    {
        public string InJapanese => stage switch
        {
            CaseStage.Registered => "登録",
            CaseStage.Consulting => "相談",
            CaseStage.Program => "プログラム",
            CaseStage.JobSearch => "求職",
            CaseStage.Placed => "就職",
            CaseStage.Retention => "定着",
            CaseStage.Closed => "終了",
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
    }
}
