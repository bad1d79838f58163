using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>最後に通った学校</summary>
public enum SchoolLevel
{
    JuniorHigh,
    HighSchool,
    Vocational,
    JuniorCollege,
    University,
    GraduateSchool,
    Other,
}

/// <summary>パソコン</summary>
public enum PcSkill
{
    None,
    Browsing,
    Typing,
    Documents,
    Spreadsheets,
}

/// <summary>The names shown on screen.</summary>
public static class SkillNames
{
    extension(SchoolLevel level)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => level switch
        {
            SchoolLevel.JuniorHigh => "中学校",
            SchoolLevel.HighSchool => "高校",
            SchoolLevel.Vocational => "専門学校",
            SchoolLevel.JuniorCollege => "短大・高専",
            SchoolLevel.University => "大学",
            SchoolLevel.GraduateSchool => "大学院",
            SchoolLevel.Other => "そのほか",
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };
    }

    extension(PcSkill skill)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => skill switch
        {
            PcSkill.None => "使ったことがない",
            PcSkill.Browsing => "調べものやメールができる",
            PcSkill.Typing => "文字を入力できる",
            PcSkill.Documents => "文書を作れる",
            PcSkill.Spreadsheets => "表計算の式を使える",
            _ => throw new ArgumentOutOfRangeException(nameof(skill)),
        };
    }
}

/// <summary>A qualification or licence.</summary>
/// <param name="Year">The year in which it was obtained; null if not known.</param>
public sealed record Qualification(string Name, int? Year);

/// <summary>資格・学歴・パソコン</summary>
public sealed record SkillFacts : IFacts<SkillFacts>
{
    /// <summary>The most qualifications of a client.</summary>
    public const int MostQualifications = 20;

    private const int FirstYear = 1930;

    [DisplayName("資格・免許")] public ValueList<Qualification> Qualifications { get; init; } = [];

    [DisplayName("最後に通った学校")] public SchoolLevel? School { get; init; }

    /// <summary>School and course in the client's own words, and whether it was finished.</summary>
    [DisplayName("学科・卒業の年など")] public string Schooling { get; init; } = "";

    [DisplayName("パソコン")] public PcSkill? Pc { get; init; }

    [DisplayName("使えるソフトなど")] public string PcWords { get; init; } = "";

    /// <summary>Courses that the client takes now or would like to take.</summary>
    [DisplayName("受けている・受けたい講座")] public string Studying { get; init; } = "";

    /// <inheritdoc/>
    public SkillFacts Checked(DateOnly today)
    {
        var qualifications = Qualifications.Where(q => !string.IsNullOrWhiteSpace(q.Name) || q.Year is not null).ToList();
        if (qualifications.Count > MostQualifications)
            throw new RuleException($"資格・免許は{MostQualifications}まで入力できます。", nameof(Qualifications));
        if (qualifications.Any(q => string.IsNullOrWhiteSpace(q.Name)))
            throw new RuleException("資格・免許の名前を入力してください。", nameof(Qualifications));
        return this with
        {
            Qualifications = [.. qualifications.Select(q => new Qualification(q.Name.Short("資格・免許", nameof(Qualifications)),
                q.Year.Within(FirstYear, today.Year, "取った年", nameof(Qualifications))))],
            Schooling = Schooling.Long("学科・卒業の年など"),
            PcWords = PcWords.Long("使えるソフトなど"),
            Studying = Studying.Short("受けている・受けたい講座"),
        };
    }
}
