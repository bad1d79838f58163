using System.ComponentModel;

namespace OneStop.Domain.SupportPrograms.Assessment;

/// <summary>The planner's words beside what the file knows.</summary>
public sealed record CircumstancesNotes
{
    /// <summary>The most characters of each text.</summary>
    public const int Longest = 2000;

    /// <summary>Nothing was written.</summary>
    public static CircumstancesNotes None { get; } = new();

    /// <summary>The day of the talk in which it was told.</summary>
    [DisplayName("聞き取った日")] public DateOnly? AsOf { get; init; }

    [DisplayName("生活の状況")] public string Life { get; init; } = "";

    [DisplayName("仕事の状況")] public string Work { get; init; } = "";

    [DisplayName("仕事への意欲・取り組み")] public string Motivation { get; init; } = "";

    [DisplayName("支えてくれる人・場所")] public string Helpers { get; init; } = "";

    /// <summary>Returns the words trimmed.</summary>
    /// <exception cref="RuleException">A text is too long, or the day lies ahead.</exception>
    public CircumstancesNotes Checked(DateOnly today) => AsOf > today
        ? throw new RuleException("聞き取った日は、きょうまでの日付で選んでください。", nameof(AsOf))
        : this with
        {
            Life = Text(Life, "生活の状況", nameof(Life)),
            Work = Text(Work, "仕事の状況", nameof(Work)),
            Motivation = Text(Motivation, "仕事への意欲・取り組み", nameof(Motivation)),
            Helpers = Text(Helpers, "支えてくれる人・場所", nameof(Helpers)),
        };

    private static string Text(string words, string label, string field) => words.Trim() is { Length: <= Longest } text ? text
        : throw new RuleException($"「{label}」は{Longest:N0}文字までにしてください。", field);
}
