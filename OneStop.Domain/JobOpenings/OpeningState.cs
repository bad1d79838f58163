namespace OneStop.Domain.JobOpenings;

/// <summary>Where an opening comes from.</summary>
public enum OpeningOrigin
{
    /// <summary>自社求人: an employer told us of it.</summary>
    Own,

    /// <summary>公開求人: published by Hello Work or somebody else.</summary>
    Public,
}

/// <summary>The state of an opening. 期限切れ is none: it follows from the date, so that no list shows an expired opening though no worker ran.</summary>
public enum OpeningState
{
    /// <summary>下書き</summary>
    Draft,

    /// <summary>公開求人: may only be shown to one client, with its source.</summary>
    Listed,

    /// <summary>受理: accepted; nobody else has checked it yet, or it was changed since.</summary>
    Received,

    /// <summary>確認済み by a second person.</summary>
    Checked,

    /// <summary>公開</summary>
    Published,

    /// <summary>終了</summary>
    Ended,
}

/// <summary>The names shown on screen.</summary>
public static class OpeningStates
{
    extension(OpeningOrigin origin)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => origin switch
        {
            OpeningOrigin.Own => "自社求人",
            OpeningOrigin.Public => "公開求人",
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };
    }

    extension(OpeningState state)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => state switch
        {
            OpeningState.Draft => "下書き",
            OpeningState.Listed => "情報提供のみ",
            OpeningState.Received => "確認待ち",
            OpeningState.Checked => "確認済み",
            OpeningState.Published => "公開中",
            OpeningState.Ended => "終了",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
