namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>The kind of an allowance: the minimum wage is compared without some of them (最低賃金法 4条3項).</summary>
public enum AllowanceKind
{
    /// <summary>通勤手当</summary>
    Commuting,

    /// <summary>家族手当</summary>
    Family,

    /// <summary>精皆勤手当</summary>
    Attendance,

    /// <summary>職務・資格の手当</summary>
    Duty,

    /// <summary>その他の手当</summary>
    Other,
}

/// <summary>The names shown on screen.</summary>
public static class AllowanceKinds
{
    extension(AllowanceKind kind)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => kind switch
        {
            AllowanceKind.Commuting => "通勤手当",
            AllowanceKind.Family => "家族手当",
            AllowanceKind.Attendance => "精皆勤手当",
            AllowanceKind.Duty => "職務・資格の手当",
            AllowanceKind.Other => "その他の手当",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>Whether it counts as pay for the hours worked.</summary>
        public bool IsForWork => kind is AllowanceKind.Duty or AllowanceKind.Other;
    }
}

/// <summary>手当: an allowance beside the base pay.</summary>
/// <param name="What">Its name at the employer.</param>
/// <param name="Yen">In a month; null for what it really costs.</param>
/// <param name="IsForAll">Whether everybody in this job gets it, so that it can be counted.</param>
public sealed record Allowance(AllowanceKind Kind, string What, int? Yen, bool IsForAll)
{
    /// <summary>The amount that everybody gets for working, in a month; zero otherwise.</summary>
    public int ForWork => Kind.IsForWork && IsForAll ? Yen ?? 0 : 0;

    /// <summary>通勤手当・交通費（実費）</summary>
    public string InWords => $"{Kind.InJapanese}{(string.IsNullOrEmpty(What) ? "" : $"・{What}")}"
        + $"（{(Yen is { } yen ? $"月{yen:N0}円" : "実費")}{(IsForAll ? "・全員" : "")}）";

    internal bool IsEmpty => Yen is null && string.IsNullOrWhiteSpace(What) && Kind != AllowanceKind.Commuting;

    internal Allowance Checked() => this with { What = (What ?? "").Line("手当の名前", nameof(PayTerms.Allowances)), Yen = Yen.Yen("手当の額", nameof(PayTerms.Allowances)) };
}
