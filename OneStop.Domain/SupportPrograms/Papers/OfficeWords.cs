namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>Words about the person that go to an office only if staff choose them for this paper. What was chosen stands in the register.</summary>
[Flags]
public enum OfficeWords
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Who lives with the person, and who minds the children.</summary>
    Family = 1,

    /// <summary>仕事への意欲 in words.</summary>
    Motivation = 2,

    /// <summary>Barriers and strengths beside those of work: child care, household, confidence, others.</summary>
    Barriers = 4,
}

/// <summary>The names shown on screen.</summary>
public static class OfficeWordNames
{
    /// <summary>All that can be chosen.</summary>
    public static IReadOnlyList<OfficeWords> All { get; } = [OfficeWords.Family, OfficeWords.Motivation, OfficeWords.Barriers];

    extension(OfficeWords words)
    {
        /// <summary>One name, or several with commas between; empty for none.</summary>
        public string InJapanese => string.Join("、", All.Where(w => (words & w) == w).Select(w => w switch
        {
            OfficeWords.Family => "いっしょに住む人・子どもをみる人",
            OfficeWords.Motivation => "仕事への意欲",
            OfficeWords.Barriers => "預け先・家計・気持ち・その他の課題と強み",
            _ => throw new ArgumentOutOfRangeException(nameof(words)),
        }));

        /// <summary>What can be chosen of a number that came from outside.</summary>
        public static OfficeWords Read(int typed) => (OfficeWords)typed & (OfficeWords.Family | OfficeWords.Motivation | OfficeWords.Barriers);
    }
}
