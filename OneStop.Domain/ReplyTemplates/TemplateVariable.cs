namespace OneStop.Domain.ReplyTemplates;

/// <summary>差し込み: a value that the service fills in.</summary>
public enum TemplateVariable
{
    /// <summary>The name that the client asked to be called by, else the alias.</summary>
    Client,

    /// <summary>The family name of the member of staff who answers.</summary>
    Staff,

    Today,
    Tomorrow,

    /// <summary>By when a person answers (仕様書 7(1)②(イ)).</summary>
    AnswerDue,

    /// <summary>A greeting for the time of day.</summary>
    Greeting,
}

/// <summary>The names of the variables.</summary>
public static class TemplateVariables
{
    /// <summary>All variables, in the order in which the screen offers them.</summary>
    public static IReadOnlyList<TemplateVariable> All { get; } = Enum.GetValues<TemplateVariable>();

    extension(TemplateVariable variable)
    {
        /// <summary>The name between the braces.</summary>
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

    /// <summary>Returns the variable with this name; null if there is none.</summary>
    public static TemplateVariable? Find(string name) => All.Where(v => v.InJapanese == name).Select(v => (TemplateVariable?)v).FirstOrDefault();
}

/// <summary>The values of the variables for one answer.</summary>
/// <param name="AnswerDue">The time that the client is told; null in a sample, which shows 24 hours from now.</param>
public sealed record TemplateValues(string Client, string Staff, DateTimeOffset Now, DateTimeOffset? AnswerDue)
{
    private static readonly TimeSpan InASample = TimeSpan.FromHours(24);

    /// <summary>The text of a variable.</summary>
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
