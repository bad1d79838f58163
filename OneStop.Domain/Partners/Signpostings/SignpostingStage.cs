namespace OneStop.Domain.Partners.Signpostings;

/// <summary>段階: how far a signposting has come. The order is that of the work; a step never leads back.</summary>
public enum SignpostingStage
{
    /// <summary>説明した</summary>
    Explained = 1,

    /// <summary>本人が希望した</summary>
    Wished = 2,

    /// <summary>案内した: the client was shown the way, or the partner was told of them.</summary>
    Signposted = 3,

    /// <summary>つながった: the client and the partner have spoken with each other.</summary>
    Connected = 4,

    /// <summary>終わり, with a <see cref="SignpostingResult"/>.</summary>
    Ended = 5,
}

/// <summary>結果: what came of a signposting.</summary>
public enum SignpostingResult
{
    /// <summary>つながった</summary>
    Connected,

    /// <summary>利用しなかった</summary>
    NotUsed,

    /// <summary>断られた</summary>
    Refused,

    /// <summary>対象外だった</summary>
    NotEligible,

    /// <summary>ほかの方法で解決した</summary>
    SolvedOtherwise,

    /// <summary>不明: the client could not be asked.</summary>
    Unknown,

    /// <summary>その他</summary>
    Other,
}

/// <summary>The names shown on screen.</summary>
public static class SignpostingNames
{
    extension(SignpostingStage stage)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => stage switch
        {
            SignpostingStage.Explained => "説明した",
            SignpostingStage.Wished => "本人が希望した",
            SignpostingStage.Signposted => "案内した",
            SignpostingStage.Connected => "つながった",
            SignpostingStage.Ended => "終わり",
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
    }

    extension(SignpostingResult result)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => result switch
        {
            SignpostingResult.Connected => "つながった",
            SignpostingResult.NotUsed => "利用しなかった",
            SignpostingResult.Refused => "断られた",
            SignpostingResult.NotEligible => "対象外だった",
            SignpostingResult.SolvedOtherwise => "ほかの方法で解決した",
            SignpostingResult.Unknown => "不明",
            SignpostingResult.Other => "その他",
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
    }
}
