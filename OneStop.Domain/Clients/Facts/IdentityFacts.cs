using System.ComponentModel;
using System.Globalization;

namespace OneStop.Domain.Clients.Facts;

/// <summary>本人: the name as on documents, its reading, the date of birth. Stored in the client's own row, because lists and searches need them.</summary>
public sealed record IdentityFacts : IFacts<IdentityFacts>
{
    private const int OldestYears = 120;

    [DisplayName("氏名")] public string FullName { get; init; } = "";

    [DisplayName("ふりがな")] public string Kana { get; init; } = "";

    [DisplayName("生年月日")] public DateOnly? BirthDate { get; init; }

    /// <inheritdoc/>
    public IdentityFacts Checked(DateOnly today)
    {
        if (Kana.Any(c => !IsReading(c)))
            throw new RuleException("ふりがなは、ひらがなかカタカナで入力してください。", nameof(Kana));
        if (BirthDate is { } day && (day > today || day < today.AddYears(-OldestYears)))
            throw new RuleException("生年月日を確かめてください。", nameof(BirthDate));
        return this with { FullName = FullName.Short("氏名"), Kana = Kana.Short("ふりがな") };
    }

    /// <summary>Returns the age on a day.</summary>
    public static int AgeOn(DateOnly day, DateOnly birthDate) => day.Year - birthDate.Year - (day < birthDate.AddYears(day.Year - birthDate.Year) ? 1 : 0);

    /// <summary>Whether a character can stand in a reading: kana of either width, and what stands between names. The kana of people from abroad too.</summary>
    private static bool IsReading(char c) => c is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or 'ー' or '・' or '゛' or '゜' or (>= 'ｦ' and <= 'ﾟ') or '･'
        || char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;
}
