namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>急な休みの実際: how a sudden absence is really handled, which is not what the rules of work say.</summary>
public enum AbsencePractice
{
    /// <summary>休める: it happens often and nobody minds.</summary>
    Usual,

    /// <summary>代わりの人がいれば休める</summary>
    WithCover,

    /// <summary>休みにくい</summary>
    Hard,
}

/// <summary>在宅勤務</summary>
public enum HomeOffice
{
    /// <summary>できない</summary>
    Never,

    /// <summary>ときどきできる</summary>
    Sometimes,

    /// <summary>ほとんど在宅</summary>
    Mostly,
}

/// <summary>託児</summary>
public enum ChildcareOffer
{
    /// <summary>なし</summary>
    Without,

    /// <summary>事業所にある</summary>
    AtWork,

    /// <summary>ほかの施設を使える, or money for it.</summary>
    Elsewhere,
}

/// <summary>How often one works on a day on which schools and nurseries are closed.</summary>
public enum DayWork
{
    /// <summary>働かない</summary>
    Never,

    /// <summary>ときどき</summary>
    Sometimes,

    /// <summary>いつも</summary>
    Always,
}

/// <summary>The names shown on screen.</summary>
public static class FamilyAnswers
{
    extension(AbsencePractice practice)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => practice switch
        {
            AbsencePractice.Usual => "休める",
            AbsencePractice.WithCover => "代わりの人がいれば休める",
            AbsencePractice.Hard => "休みにくい",
            _ => throw new ArgumentOutOfRangeException(nameof(practice)),
        };
    }

    extension(HomeOffice home)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => home switch
        {
            HomeOffice.Never => "できない",
            HomeOffice.Sometimes => "ときどきできる",
            HomeOffice.Mostly => "ほとんど在宅",
            _ => throw new ArgumentOutOfRangeException(nameof(home)),
        };
    }

    extension(ChildcareOffer offer)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => offer switch
        {
            ChildcareOffer.Without => "なし",
            ChildcareOffer.AtWork => "事業所にある",
            ChildcareOffer.Elsewhere => "ほかの施設や補助がある",
            _ => throw new ArgumentOutOfRangeException(nameof(offer)),
        };
    }

    extension(DayWork work)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => work switch
        {
            DayWork.Never => "働かない",
            DayWork.Sometimes => "ときどき働く",
            DayWork.Always => "いつも働く",
            _ => throw new ArgumentOutOfRangeException(nameof(work)),
        };
    }
}
