namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>A section of the terms of an opening, in the order of its form.</summary>
public enum TermSection
{
    /// <summary>仕事</summary>
    Work,

    /// <summary>働く場所</summary>
    Place,

    /// <summary>契約の期間</summary>
    Period,

    /// <summary>時間と休み</summary>
    Hours,

    /// <summary>賃金</summary>
    Pay,

    /// <summary>社会保険</summary>
    Insurance,

    /// <summary>選考</summary>
    Selection,

    /// <summary>子育てとの両立</summary>
    Family,
}

/// <summary>The names shown on screen.</summary>
public static class TermSections
{
    extension(TermSection section)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => section switch
        {
            TermSection.Work => "仕事",
            TermSection.Place => "働く場所",
            TermSection.Period => "契約の期間",
            TermSection.Hours => "時間と休み",
            TermSection.Pay => "賃金",
            TermSection.Insurance => "社会保険",
            TermSection.Selection => "選考",
            TermSection.Family => "子育てとの両立",
            _ => throw new ArgumentOutOfRangeException(nameof(section)),
        };
    }
}
