namespace OneStop.Domain.ReplyTemplates;

/// <summary>差し込み: what a template fills in by itself.</summary>
public enum TemplateVariable
{
    /// <summary>What the client is called: as they asked to be, else the alias.</summary>
    Client,

    /// <summary>Who answers, by the family name.</summary>
    Staff,

    Today,
    Tomorrow,

    /// <summary>By when a person answers (仕様書 7(1)②(イ)).</summary>
    AnswerDue,

    /// <summary>Good morning, good day or good evening.</summary>
    Greeting,
}

/// <summary>The names by which templates call what is filled in.</summary>
public static class TemplateVariables
{
    /// <summary>All of them, in the order in which the screen offers them.</summary>
    public static IReadOnlyList<TemplateVariable> All { get; } = Enum.GetValues<TemplateVariable>();

    extension(TemplateVariable variable)
    {
        /// <summary>The name that stands between the braces.</summary>
        public string InJapanese => variable switch
        {
            TemplateVariable.Client => "相談者",
            TemplateVariable.Staff => "担当者",
            TemplateVariable.Today => "今日",
            TemplateVariable.Tomorrow => "明日",
            TemplateVariable.AnswerDue => "24時間の期限",
            TemplateVariable.Greeting => "あいさつ",
            _ => throw new ArgumentOutOfRangeException(nameof(variable)),
        };
    }

    /// <summary>The variable of this name; null if there is none.</summary>
    public static TemplateVariable? Find(string name) => All.Where(v => v.InJapanese == name).Select(v => (TemplateVariable?)v).FirstOrDefault();
}

/// <summary>What the variables stand for in one answer.</summary>
/// <param name="AnswerDue">By when the client is told that somebody answers; null in a sample: then it is 24 hours from now.</param>
public sealed record TemplateValues(string Client, string Staff, DateTimeOffset Now, DateTimeOffset? AnswerDue)
{
    private static readonly TimeSpan InASample = TimeSpan.FromHours(24);

    /// <summary>The words that take the variable's place.</summary>
    public string this[TemplateVariable variable] => variable switch
    {
        TemplateVariable.Client => Client,
        TemplateVariable.Staff => Staff,
        TemplateVariable.Today => JapanTime.Say(Now.JapaneseDate),
        TemplateVariable.Tomorrow => JapanTime.Say(Now.JapaneseDate.AddDays(1)),
        TemplateVariable.AnswerDue => JapanTime.Say(AnswerDue ?? Now + InASample),
        TemplateVariable.Greeting => Greeting,
        _ => throw new ArgumentOutOfRangeException(nameof(variable)),
    };

    private string Greeting => Now.InJapan.Hour switch
    {
        >= 5 and < 11 => "おはようございます",
        >= 11 and < 18 => "こんにちは",
        _ => "こんばんは",
    };
}
